"""What somebody writes of a purpose: read, then committed, released or spent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.finance.availability import Allocation, Source, allocate, in_turn
from accede.core.finance.money import DOLLAR
from accede.foundation.access import Actor
from accede.foundation.audit import Face
from accede.foundation.fields import problems_of
from accede.foundation.problems import UnableTo
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.fields.commitments import (
    AMOUNT,
    KIND,
    ON,
    RELEASED,
    SPENT,
    THEME,
    WANTED,
    PartDetails,
    WantedDetails,
)
from accede.modules.resources.models import LedgerEntry
from accede.modules.resources.queries.availability import sources_on
from accede.modules.resources.services.commitments import Paper, Part, Wanted, commit, look_at, release, spend
from accede.modules.resources.services.contributions import amount_in


def commit_written(wanted: WantedDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> Finding[Allocation]:
    """Commit money for what somebody wrote.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole.
        UnableToCommit: what is free does not pay for it; nothing is committed.
    """
    problems = problems_of(WANTED, wanted)
    direct = {code: amount_in(text, DOLLAR, problems, code) for code, text in wanted.direct.items() if code in OBJECTS}
    if not wanted.direct:
        problems[""] = _("Write what it costs, at the objects for which it is spent.")
    asked = Wanted(wanted.reference, direct, wanted.states, wanted.theme, wanted.kind)
    _look(asked, wanted.on, problems, at=at)
    if problems or wanted.on is None:
        raise UnableTo(problems)
    return commit(asked, on=wanted.on, by=by, at=at, face=face)


@dataclass(frozen=True, slots=True)
class MayPay:
    """How a purpose would be paid on a day, and all contributions that may pay for it, in their turn."""

    on: date
    found: Finding[Allocation]
    ordered: tuple[Source, ...]


def may_pay(wanted: WantedDetails, amount: str, *, by: Actor, at: datetime) -> MayPay:
    """Return what may pay a direct cost for a purpose, and commit nothing.

    Raises:
        UnableTo: the amount is none, a State is none, the day is missing or lies ahead.
    """
    problems = problems_of((ON, THEME, KIND), wanted)
    cents = amount_in(amount, DOLLAR, problems, AMOUNT.key)
    # What is asked is of no object and has no reference yet; neither says what may pay.
    asked = Wanted("–", {"experts": max(1, cents)}, wanted.states, wanted.theme, wanted.kind)
    _look(asked, wanted.on, problems, at=at)
    if problems or wanted.on is None:
        raise UnableTo(problems)
    purpose = look_at(asked, on=wanted.on, at=at)
    sources = sources_on(wanted.on, reader=by)
    return MayPay(wanted.on, allocate(cents, purpose, wanted.on, sources), in_turn(purpose, wanted.on, sources))


def release_written(purpose: str, part: PartDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Release a part of a commitment.

    Raises:
        Refused: the actor may not, or there is no such commitment.
        UnableTo: it is not described whole; it is more than is committed; its day lies ahead or before the commitment.
    """
    release(_part(purpose, part, problems_of(RELEASED, part)), by=by, at=at, face=face)


def spend_written(purpose: str, part: PartDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record what was spent of a commitment.

    Raises:
        Refused: the actor may not, or there is no such commitment.
        UnableTo: as `release_written`; a document is recorded already, with this commitment.
    """
    problems = problems_of(SPENT, part)
    there = LedgerEntry.objects.visible_to(by).filter(
        kind="expenditure", document=part.document, lines__purpose=purpose, lines__spent_on=part.spent_on
    )
    if part.document and there.filter(reversed_by__isnull=True).exists():
        problems["document"] = _("Expenditure with this document is recorded already for this commitment and object.")
    paper = Paper(part.document, part.partner, part.state, part.note)
    spend(_part(purpose, part, problems), by=by, at=at, face=face, paper=paper)


def _look(asked: Wanted, on: date | None, problems: dict[str, str], *, at: datetime) -> None:
    """Add what the rules find wrong, so that all of it is told at once."""
    if on is None:
        return
    try:
        look_at(asked, on=on, at=at)
    except UnableTo as wrong:
        for key, words in wrong.problems.items():
            if key != "direct":
                problems.setdefault(key, words)


def _part(purpose: str, part: PartDetails, problems: Mapping[str, str]) -> Part:
    found = dict(problems)
    cents = amount_in(part.amount, DOLLAR, found, "amount") if "amount" not in found else 0
    if found or part.on is None:
        raise UnableTo(found)
    return Part(purpose, part.spent_on, cents, part.on)
