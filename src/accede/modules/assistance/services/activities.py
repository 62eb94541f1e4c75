"""Plan activities, commit their money or price what is lacking, keep what came of them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assistance.activities import ActivityState
from accede.core.finance.facts import SUPPORT
from accede.core.finance.money import DOLLAR, NotAnAmount, read_amount
from accede.foundation.access import ALL, Actor, Level, Scope, or_refuse, require
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document, no_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.search.writing import keep_found
from accede.foundation.texts import listed
from accede.modules.assistance import events
from accede.modules.assistance.access import ACTIVITIES_KEEP
from accede.modules.assistance.fields.activities import STATED, ActivityDetails
from accede.modules.assistance.models import Activity
from accede.modules.assistance.queries.activities import activity_rows, money_of, requests_to_answer, written_costs
from accede.modules.assistance.queries.mandate import MANDATE
from accede.modules.identity.queries.organisations import organisations_with_roles
from accede.modules.identity.queries.scopes import state_names
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.services.commitments import UnableToCommit, Wanted, commit

Problems = dict[str, str]
Told = Mapping[str, object]
_THEME = "terrorism_prevention"


def organisations_to_help(*, on: date) -> dict[str, str]:
    """Return the regional organisations that can be helped: keys and names."""
    return organisations_with_roles(("regional",), on=on)


def paragraphs_to_cite() -> dict[str, str]:
    """Return the paragraphs of the mandate, by key, each with what it asks."""
    line = mandate_at(MANDATE)
    return {one.key: f"{one.key}: {one.what}" for one in duties_under(line)} if line is not None else {}


@transaction.atomic
def plan_activity(new: ActivityDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Plan an activity; return its number.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or its States, requests, paragraphs or budget lines cannot be.
    """
    row = Activity(state=ActivityState.PLANNED.value, level=Level.PROGRAMME, recorded_at=at)
    _write(row, new, by=by, at=at)
    keep_found("activity", [row.pk], is_new=True)
    _tell(events.ACTIVITY_PLANNED, row, {}, values_of(STATED, new), by=by, at=at, face=face)
    return int(row.pk)


@transaction.atomic
def change_activity(number: int, wanted: ActivityDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Change a plan. What was approved is taken back to its plan first; money that is committed keeps the budget lines.

    Raises:
        Refused: there is no such activity for the actor, or they may not.
        UnableTo: as `plan_activity`; or it is approved, or its budget lines would change under a commitment.
    """
    row = held_activity(number, by=by)
    if row.state != ActivityState.PLANNED:
        raise UnableTo({EVERYWHERE: _("This is approved. Take it back to its plan before it is changed.")})
    before, costs = values_of(STATED, _details(row)), dict(row.costs)
    _write(row, wanted, by=by, at=at)
    if money_of([row], on=at.date())[row.pk][0] and row.costs != costs:
        raise UnableTo({"costs": _("Money is committed for these budget lines. Release it first.")})
    keep_found("activity", [row.pk])
    _tell(events.ACTIVITY_CHANGED, row, before, values_of(STATED, wanted), by=by, at=at, face=face)


@transaction.atomic
def fund_activity(number: int, *, by: Actor, at: datetime, face: Face = Face.WEB) -> bool:
    """Commit the money of an activity in this transaction, or keep the priced gap; return whether it is funded.

    Raises:
        Refused: there is no such activity for the actor, or they keep no money.
        UnableTo: the money is committed already, or the activity is over.
    """
    require(by, MONEY_RECORD)
    row: Activity = or_refuse(activity_rows(by).select_for_update().filter(id=number).first())
    if money_of([row], on=at.date())[row.pk][0]:
        raise UnableTo({EVERYWHERE: _("The money is committed already.")})
    if row.state not in {ActivityState.PLANNED, ActivityState.APPROVED}:
        raise UnableTo({EVERYWHERE: _("Money is committed for what is planned or approved.")})
    reference = f"A-{row.pk}"
    wanted = Wanted(reference, dict(row.costs), tuple(row.states), _THEME, row.kind)
    try:
        found = commit(wanted, on=at.date(), by=by, at=at, face=face).answer
        row.committed, row.gap = sum(draw.direct + draw.support for draw in found.draws), 0
    except UnableToCommit as unable:
        found = unable.finding.answer
        row.committed, row.gap = 0, found.gap + found.gap_support
    row.reference = reference
    row.save(update_fields=["reference", "committed", "gap"])
    cost = {"committed": str(Decimal(row.committed).scaleb(-2)), "gap": str(Decimal(row.gap).scaleb(-2))}
    _tell(events.ACTIVITY_FUNDED, row, {}, cost, by=by, at=at, face=face)
    return bool(row.committed)


@transaction.atomic
def keep_outcome(number: int, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Keep the document that shows what came of an activity.

    Raises:
        Refused: there is no such activity for the actor, or they may not.
        UnableTo: no file is given, it is not taken, or the activity is not in delivery.
    """
    row = held_activity(number, by=by)
    if row.state != ActivityState.IN_DELIVERY:
        raise UnableTo({EVERYWHERE: _("What came of it is kept while it is in delivery.")})
    if document is None:
        raise UnableTo({FIELD: no_document()})
    row.outcome = keep_document(
        document, scope=row.belongs_to, level=Level.PROGRAMME, about=f"activity:{row.pk}", by=by, at=at
    )
    row.save(update_fields=["outcome"])
    _tell(events.OUTCOME_KEPT, row, {}, {}, by=by, at=at, face=face)


def held_activity(number: int, *, by: Actor) -> Activity:
    """Return an activity that the actor may write, locked.

    Raises:
        Refused: there is none.
    """
    row: Activity = or_refuse(activity_rows(by).select_for_update().filter(id=number).first())
    require(by, ACTIVITIES_KEEP, on=row)
    return row


def _write(row: Activity, wanted: ActivityDetails, *, by: Actor, at: datetime) -> None:
    owner = Scope("state", wanted.states[0]) if len(wanted.states) == 1 and not wanted.organisations else ALL
    require(by, ACTIVITIES_KEEP, on=owner)
    problems = problems_of(STATED, wanted)
    if not wanted.states and not wanted.organisations:
        problems["states"] = _("Say for which State or regional organisation it is.")
    if wanted.first_day is not None:
        known = state_names(on=wanted.first_day)
        if unknown := [code for code in wanted.states if code not in known]:
            problems["states"] = _("No State of that day has the code: %(codes)s.") % {"codes": listed(unknown)}
    if wanted.first_day and wanted.last_day and wanted.last_day < wanted.first_day:
        problems["last_day"] = _("This day lies before the first one.")
    if any(one not in organisations_to_help(on=at.date()) for one in wanted.organisations):
        problems["organisations"] = _("Choose from the organisations that are recorded.")
    offered = {**requests_to_answer(by), **{str(key): "" for key in row.requests}}
    if any(one not in offered for one in wanted.requests):
        problems["requests"] = _("Choose requests that are accepted.")
    if any(one not in paragraphs_to_cite() for one in wanted.cited):
        problems["cited"] = _("Choose paragraphs of the mandate.")
    costs = _costs(wanted.costs, problems)
    if problems or wanted.first_day is None or wanted.last_day is None:
        raise UnableTo(problems)
    row.owner = str(owner)
    row.title, row.objective, row.kind = wanted.title, wanted.objective, wanted.kind
    row.states, row.organisations = [*wanted.states], [*wanted.organisations]
    row.requests, row.topics = [int(one) for one in wanted.requests], [*wanted.topics]
    row.languages, row.cited, row.costs = [*wanted.languages], [*wanted.cited], costs
    row.first_day, row.last_day = wanted.first_day, wanted.last_day
    row.save()


def _costs(text: str, problems: Problems) -> dict[str, int]:
    found: dict[str, int] = {}
    wrong = []
    for number, line in enumerate(text.splitlines(), start=1):
        code, _space, amount = line.strip().partition(" ")
        if not code:
            continue
        try:
            cents = read_amount(amount, DOLLAR)
        except NotAnAmount:
            cents = 0
        if code not in OBJECTS or code == SUPPORT or code in found or not 0 < cents < 10**13:
            wrong.append(str(number))
        else:
            found[code] = cents
    if wrong:
        words = _("Lines that are none: %(lines)s. Write an object of expenditure once (%(objects)s) and an amount.")
        objects = listed(code for code in OBJECTS if code != SUPPORT)
        problems["costs"] = words % {"lines": listed(wrong), "objects": objects}
    return found


def _details(row: Activity) -> ActivityDetails:
    return ActivityDetails(
        row.title, row.objective, row.kind, tuple(row.states), tuple(row.organisations), tuple(map(str, row.requests)),
        tuple(row.topics), tuple(row.languages), tuple(row.cited), row.first_day, row.last_day,
        written_costs(row.costs),
    )  # fmt: skip


def _tell(event: EventType, row: Activity, before: Told, after: Told, *, by: Actor, at: datetime, face: Face) -> None:
    subject = events.activity_subject(row.pk, row.belongs_to)
    record(event, about=subject, by=by, at=at, face=face, before=before, after=after, activity=row.title)
