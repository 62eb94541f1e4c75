"""Posting: the one way by which lines come into the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from accede.core.finance.entries import Entry, Line, booked_on, problems_of
from accede.core.finance.facts import Place
from accede.foundation.access import Actor, Refused, require
from accede.foundation.problems import UnableTo
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.models import Contribution, Fund, LedgerEntry, LedgerLine

_HELD = "resources_entry_balances, resources_line_balances"


@dataclass(frozen=True, slots=True)
class Fact:
    """What an entry says beside its lines; `given`: the currency and amount that the donor paid."""

    kind: str
    happened: date
    reference: str = ""
    note: str = ""
    given: tuple[str, int] | None = None
    document: str = ""
    partner: str = ""
    bank_amount: int | None = None
    reverses: UUID | None = None


def locked(contribution: UUID, *, by: Actor) -> Contribution:
    """Return a contribution that nobody else changes until the end of the transaction.

    Raises:
        Refused: the actor may not, or there is no such contribution.
    """
    require(by, MONEY_RECORD)
    rows = Contribution.objects.visible_to(by).select_for_update(of=("self",)).select_related("fund")
    row: Contribution | None = rows.filter(id=contribution).first()
    if row is None:
        raise Refused
    return row


def place_of(row: Contribution, *, purpose: str = "", state: str = "") -> Place:
    """Return where the lines of a contribution stand."""
    return Place(str(row.fund_id), str(row.id), purpose, state)


def post(row: Contribution, fact: Fact, lines: Sequence[Line], *, at: datetime) -> LedgerEntry:
    """Post lines about a contribution, on the day of the fact or, where its period is closed, on the first open one.

    Raises:
        UnableTo: the period was closed, or the money was spent, at the same moment.
        ValueError: the lines do not balance, which no caller lets happen.
    """
    closed = Fund.objects.values_list("closed_until", flat=True).get(id=row.fund_id)
    booked = booked_on(fact.happened, closed_until=closed).answer
    if problems := problems_of(Entry("", fact.happened, booked, at.date(), tuple(lines))):
        raise ValueError(f"these lines do not balance: {problems}")
    try:
        with transaction.atomic():
            return _write(row, fact, lines, booked=booked, at=at)
    except IntegrityError as error:
        raise UnableTo(
            {"": _("The books have changed at this moment. Look at the contribution and try again.")}
        ) from error


def _write(row: Contribution, fact: Fact, lines: Sequence[Line], *, booked: date, at: datetime) -> LedgerEntry:
    currency, amount = fact.given or ("", None)
    entry = LedgerEntry.objects.create(
        kind=fact.kind,
        contribution=row,
        donor=row.donor_id,
        happened_on=fact.happened,
        booked_on=booked,
        entered_at=at,
        reference=fact.reference,
        note=fact.note,
        given_currency=currency,
        given_amount=amount,
        reverses_id=fact.reverses,
        document=fact.document,
        partner=fact.partner,
        bank_amount=fact.bank_amount,
        line_count=len(lines),
    )
    LedgerLine.objects.bulk_create(_row(row, entry, line) for line in lines)
    with connection.cursor() as cursor:
        # Asked now and not at the end, so that who posts is told.
        cursor.execute(f"set constraints {_HELD} immediate; set constraints {_HELD} deferred")
    return entry


def _row(row: Contribution, entry: LedgerEntry, line: Line) -> LedgerLine:
    return LedgerLine(
        entry=entry,
        fund_id=UUID(line.fund),
        contribution_id=UUID(line.contribution),
        donor=row.donor_id,
        booked_on=entry.booked_on,
        account=line.account.value,
        currency=line.currency,
        amount=line.amount,
        dollars=line.dollars,
        units=line.units or 1,
        spent_on=line.spent_on,
        state_code=line.state,
        purpose=line.purpose,
    )
