"""Screen requests, hand them over, join two that are one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assistance.requests import RequestState
from accede.core.finance.money import DOLLAR, NotAnAmount, read_amount, written
from accede.foundation.access import ALL, SYSTEM, Actor, Refused, can
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.outbox.notices import notify
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.stepping import LONGEST_REASON, take_step
from accede.modules.assistance import events
from accede.modules.assistance.access import REQUESTS_HANDLE
from accede.modules.assistance.fields.screening import SCREENED, ScreeningDetails
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.queries.mandate import clauses_of_mandate
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.assistance.services.flow import REQUESTS, called
from accede.modules.identity.queries.holders import Holder, holders_of

MOST_AT_ONCE = 500
_SCREENED_IN = frozenset({RequestState.RECEIVED, RequestState.ACKNOWLEDGED, RequestState.SCREENED})
_MOST_CENTS = 10**15


@transaction.atomic
def record_screening(number: int, wanted: ScreeningDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record what a screening found: the clauses of the mandate, the grounds, and a price if it is known.

    Raises:
        Refused: there is no such request that the actor may screen.
        UnableTo: all that is wrong, by field; or the request is decided, or joined to another.
    """
    row = _handled(number, by)
    if row.state not in _SCREENED_IN:
        raise UnableTo({"": _("This request is decided. Look at it again before its screening is changed.")})
    problems = problems_of(SCREENED, wanted)
    known = clauses_of_mandate()
    if unknown := [one for one in wanted.clauses if one not in known]:
        problems["clauses"] = _("The mandate has no clause: %(clauses)s.") % {"clauses": ", ".join(unknown)}
    estimate = _estimate(wanted.estimate, problems)
    if problems:
        raise UnableTo(problems)
    before = values_of(SCREENED, screening_in(row))
    row.clauses, row.screening, row.estimate = [*wanted.clauses], wanted.screening, estimate
    row.save(update_fields=["clauses", "screening", "estimate"])
    after = values_of(SCREENED, screening_in(row))
    about = REQUESTS.subject(row)
    record(
        events.SCREENING_RECORDED, about=about, by=by, at=at, face=face, before=before, after=after, request=called(row)
    )


def screening_in(row: AssistanceRequest) -> ScreeningDetails:
    """Return the screening that a row holds."""
    estimate = format(written(row.estimate, DOLLAR), "f") if row.estimate is not None else ""
    return ScreeningDetails(tuple(row.clauses), row.screening, estimate)


def officers_for(actor: Actor, *, at: datetime) -> list[Holder]:
    """Return who could be the officer of any request, by name, as far as the actor may know them."""
    return holders_of(REQUESTS_HANDLE, over=ALL, on=at.date(), reader=actor)


@transaction.atomic
def hand_over(
    numbers: Sequence[int], officer: UUID | None, *, reason: str, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Make somebody the officer of some requests, or nobody: of all of them, or of none.

    Raises:
        Refused: one of them is none that the actor may handle.
        UnableTo: none was chosen, there are too many, no reason is given, or that person may not handle one of them.
    """
    problems: dict[str, str] = {}
    if not 0 < len(numbers) <= MOST_AT_ONCE:
        problems[""] = _("Choose at least one request, and at most %(most)s.") % {"most": MOST_AT_ONCE}
    if not reason.strip() or len(reason) > LONGEST_REASON:
        problems["reason"] = _("Say why, in at most %(most)s characters.") % {"most": LONGEST_REASON}
    if problems:
        raise UnableTo(problems)
    rows = [_handled(number, by) for number in sorted(set(numbers))]
    if officer is not None and not _may_handle(officer, rows, at):
        raise UnableTo({"officer": _("This person may not handle all of these requests. Choose another one.")})
    for row in rows:
        before, row.officer = row.officer, officer
        if before == officer:
            continue
        row.save(update_fields=["officer"])
        changed = {"officer": NameOf(before) if before else None}, {"officer": NameOf(officer) if officer else None}
        record(
            events.REQUEST_ASSIGNED, about=REQUESTS.subject(row), by=by, at=at, face=face,
            before=changed[0], after=changed[1], reason=" ".join(reason.split()), request=called(row),
        )  # fmt: skip
        if officer is not None and officer != by.person:
            notify(events.HANDED_OVER, [officer], at=at, about=str(row.pk), request=called(row))


@transaction.atomic
def join_request(number: int, into: str, *, reason: str, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Join a request to another one of the same State or organisation, named by its number; both stay to be read.

    Raises:
        Refused: there is no such request that the actor may handle.
        UnableTo: there is no such other request, it is another State's, it is joined itself; or the step is shut.
        Overtaken: the request is no longer where it could be joined.
    """
    row = _handled(number, by)
    other = rows_visible_to(by).filter(reference=into.strip().upper()).exclude(reference="").first()
    if other is None or other.pk == row.pk:
        raise UnableTo(
            {"into": _("Write the number of the other request, such as %(number)s.") % {"number": "MLI/2026/2"}}
        )
    if other.owner != row.owner:
        raise UnableTo({"into": _("The other request is not of the same State or organisation.")})
    if other.state in {RequestState.JOINED, RequestState.WITHDRAWN}:
        raise UnableTo({"into": _("The other request was itself joined or withdrawn. Name one that stands.")})
    row.joined_to = other
    row.save(update_fields=["joined_to"])
    take_step(REQUESTS, "join", number, by=by, at=at, face=face, reason=reason)


def _handled(number: int, by: Actor) -> AssistanceRequest:
    row = rows_visible_to(by).select_for_update(of=("self",)).filter(pk=number).first()
    if row is None or not can(by, REQUESTS_HANDLE, on=row):
        raise Refused
    return row


def _may_handle(officer: UUID, rows: Sequence[AssistanceRequest], at: datetime) -> bool:
    with acting(SYSTEM):
        return all(
            officer in {one.person for one in holders_of(REQUESTS_HANDLE, over=owner, on=at.date(), reader=SYSTEM)}
            for owner in {row.belongs_to for row in rows}
        )


def _estimate(text: str, problems: dict[str, str]) -> int | None:
    if not text.strip():
        return None
    try:
        amount = read_amount(text, DOLLAR)
    except NotAnAmount:
        amount = 0
    if not 0 < amount < _MOST_CENTS:
        problems["estimate"] = _("Write an amount above nought in figures, a point before the decimals.")
    return amount
