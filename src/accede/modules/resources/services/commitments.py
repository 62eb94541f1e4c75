"""Commit money for a purpose, release it, and record what was spent of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Min, Sum
from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.finance.accounts import Account
from accede.core.finance.availability import Allocation, allocate
from accede.core.finance.earmarks import Purpose
from accede.core.finance.facts import SUPPORT, Place, of_commitment, of_spending
from accede.core.finance.money import rounded
from accede.foundation.access import Actor, Refused, require
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import UnableTo
from accede.foundation.texts import listed
from accede.modules.identity.queries.scopes import state_names
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.models import Contribution, LedgerLine
from accede.modules.resources.queries.availability import purpose_of, sources_of
from accede.modules.resources.queries.sums import dollars
from accede.modules.resources.services.posting import Fact, place_of, post


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be paid for, as plain facts.

    Attributes:
        reference: of the activity or request, the same for ever; a second commitment adds to the first.
        states: codes of the States that it serves; none for what serves all.
        direct: direct cost in cents by object of expenditure; the support cost comes on top.
    """

    reference: str
    direct: Mapping[str, int]
    states: tuple[str, ...] = ()
    theme: str = ""
    kind: str = ""


class UnableToCommit(UnableTo):
    """What is free does not pay for it; `finding` says why of each contribution, and prices the gap."""

    def __init__(self, finding: Finding[Allocation]) -> None:
        self.finding = finding
        gap = finding.answer.gap + finding.answer.gap_support
        words = _("There is too little money that may pay for this: %(gap)s US$ are lacking, support cost included.")
        super().__init__({"": words % {"gap": dollars(gap)}})


@transaction.atomic
def commit(wanted: Wanted, *, on: date, by: Actor, at: datetime, face: Face = Face.WEB) -> Finding[Allocation]:
    """Commit money for a purpose in the caller's transaction, from the contributions that may pay for it on a day.

    All contributions are locked before anything is counted, in one order, so that two at the same instant neither
    overdraw nor wait for one another in a circle. What is free is what no later day needs.

    Raises:
        Refused: the actor may not.
        UnableTo: an object of expenditure is not known, or a cost is not above nought.
        UnableToCommit: what is free does not pay for it; nothing is committed.
    """
    require(by, MONEY_RECORD)
    purpose = look_at(wanted, on=on, at=at)
    rows = {
        str(row.id): row
        for row in Contribution.objects.visible_to(by).filter(agreed_on__lte=on).select_for_update().order_by("id")
    }
    sources = sources_of(list(rows.values()), on=on, reader=by)
    found = allocate(sum(wanted.direct.values()), purpose, on, sources)
    if not found.answer.is_whole:
        raise UnableToCommit(found)
    left = dict(wanted.direct)
    for draw in found.answer.draws:
        row = rows[draw.source.key]
        place = place_of(row, purpose=wanted.reference, state=wanted.states[0] if len(wanted.states) == 1 else "")
        parts = _parts(left, draw.direct)
        lines = [
            line
            for position, (spent_on, direct) in enumerate(parts.items())
            for line in of_commitment(place, direct, draw.support if position == 0 else 0, spent_on)
        ]
        post(row, Fact("commitment", on, reference=wanted.reference), lines, at=at)
        cost = {"committed": str(dollars(draw.direct + draw.support))}
        _tell(events.MONEY_COMMITTED, row, wanted.reference, cost, by=by, at=at, face=face)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a commitment: for what it is committed, the object, the direct cost in cents, the day."""

    reference: str
    spent_on: str
    direct: int
    on: date


@dataclass(frozen=True, slots=True)
class Paper:
    """What the accounts say beside the amount: the document, who was paid to do the work, the State, a note."""

    document: str = ""
    partner: str = ""
    state: str = ""
    note: str = ""


NO_PAPER = Paper()


@transaction.atomic
def release(part: Part, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Release a part of what is committed for a purpose, with the support cost upon it.

    Raises:
        Refused: the actor may not, or there is no such commitment.
        UnableTo: more than is committed, or nothing; the day lies ahead or before the commitment.
    """
    for row, place, direct, support in _taken(part, by=by, at=at):
        lines = of_commitment(place, -direct, -support, part.spent_on)
        post(row, Fact("release", part.on, reference=part.reference), lines, at=at)
        cost = {"committed": str(dollars(-direct - support))}
        _tell(events.COMMITMENT_RELEASED, row, part.reference, cost, by=by, at=at, face=face)


@transaction.atomic
def spend(part: Part, *, by: Actor, at: datetime, face: Face = Face.WEB, paper: Paper = NO_PAPER) -> None:
    """Record what was spent of a commitment, with the support cost upon it; so much of the commitment goes.

    Raises:
        Refused: the actor may not, or there is no such commitment.
        UnableTo: more than is committed, or nothing; the day lies ahead or before the commitment; its State is another.
    """
    for row, place, direct, support in _taken(part, by=by, at=at):
        if paper.state and place.state not in {"", paper.state}:
            words = _("The commitment is for %(state)s.")
            raise UnableTo({"state": words % {"state": place.state}})
        lines = (
            *of_commitment(place, -direct, -support, part.spent_on),
            *of_spending(replace(place, state=place.state or paper.state), direct, support, part.spent_on),
        )
        fact = Fact("expenditure", part.on, part.reference, paper.note, document=paper.document, partner=paper.partner)
        post(row, fact, lines, at=at)
        cost = {"spent": str(dollars(direct + support))}
        _tell(events.MONEY_SPENT, row, part.reference, cost, by=by, at=at, face=face)


def look_at(wanted: Wanted, *, on: date, at: datetime) -> Purpose:
    """Return the purpose of what is wanted, as the rules read it.

    Raises:
        UnableTo: no reference, no State of that code, no cost above nought, no such object; the day lies ahead.
    """
    problems: dict[str, str] = {}
    if not wanted.reference:
        problems["reference"] = _("Write for what it is committed.")
    if on > at.date():
        problems["on"] = _("This day lies ahead. Write the day when it has come.")
    for spent_on, direct in wanted.direct.items():
        if spent_on not in OBJECTS or spent_on == SUPPORT:
            problems["direct"] = _("“%(code)s” is no object of expenditure.") % {"code": spent_on}
        elif direct <= 0:
            problems["direct"] = _("A cost is above nought.")
    if not wanted.direct:
        problems["direct"] = _("Write what it costs.")
    known = state_names(on=on) if wanted.states else {}
    if unknown := [code for code in wanted.states if code not in known]:
        problems["states"] = _("No State of that day has the code: %(codes)s.") % {"codes": listed(unknown)}
    if problems:
        raise UnableTo(problems)
    return purpose_of(wanted.states, wanted.theme, wanted.kind, on=on)


def _parts(left: dict[str, int], direct: int) -> dict[str, int]:
    """Take a direct cost out of what is left to be paid, object by object."""
    parts: dict[str, int] = {}
    for spent_on, cost in list(left.items()):
        part = min(cost, direct)
        if part:
            parts[spent_on] = part
            left[spent_on] -= part
            direct -= part
    return parts


def _taken(wanted: Part, *, by: Actor, at: datetime) -> list[tuple[Contribution, Place, int, int]]:
    """Return from which contributions a part of a commitment comes, with its direct cost and support cost."""
    require(by, MONEY_RECORD)
    reference, spent_on, direct = wanted.reference, wanted.spent_on, wanted.direct
    lines = LedgerLine.objects.visible_to(by).filter(purpose=reference, account=Account.COMMITTED)
    keys = set(lines.order_by().values_list("contribution", flat=True))
    if not reference or not keys:
        raise Refused
    rows = list(Contribution.objects.visible_to(by).filter(id__in=keys).select_for_update().order_by("id"))
    sums: dict[UUID, dict[str, int]] = {}
    for key, code, cents in lines.order_by().values_list("contribution", "spent_on").annotate(Sum("dollars")):
        sums.setdefault(key, {})[code] = int(cents)
    about = lines.filter(spent_on=spent_on).order_by().values_list("contribution")
    since = {key: (first, state) for key, first, state in about.annotate(Min("booked_on"), Max("state_code"))}
    there = sum(found.get(spent_on, 0) for found in sums.values())
    problems: dict[str, str] = {}
    if not 0 < direct <= there:
        words = _("For this purpose and object %(there)s US$ are committed. Write a part of it.")
        problems["amount"] = words % {"there": dollars(there)}
    if wanted.on > at.date():
        problems["on"] = _("This day lies ahead. Write the day when it has come.")
    taken: list[tuple[Contribution, Place, int, int]] = []
    for row in rows:
        found = sums[row.id]
        part = max(0, min(direct, found.get(spent_on, 0)))
        if part:
            first, state = since[row.id]
            if wanted.on < first:
                problems["on"] = _("This day lies before the commitment, which is of %(day)s.") % {"day": first}
            all_direct = sum(cents for code, cents in found.items() if code != SUPPORT)
            place = place_of(row, purpose=reference, state=state)
            taken.append((row, place, part, rounded(Fraction(found.get(SUPPORT, 0) * part, all_direct))))
            direct -= part
    if problems:
        raise UnableTo(problems)
    return taken


def _tell(
    event: EventType,
    row: Contribution,
    purpose: str,
    after: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
    face: Face,
) -> None:
    about = events.contribution_subject(row.id, donor=row.donor_id)
    record(event, about=about, by=by, at=at, face=face, after=after, contribution=row.reference, purpose=purpose)
