"""Entries and lines of the books, as far as the reader may see them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Sum

from accede.core.finance.accounts import Account
from accede.core.finance.money import DOLLAR, written
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import format_amount
from accede.modules.resources.fields.money import EntryFacts, LineFacts
from accede.modules.resources.models import LedgerEntry, LedgerLine
from accede.modules.resources.queries.rates import currency_of
from accede.modules.resources.queries.sums import dollars


def entries_visible_to(actor: Actor, *, on: date, contribution: UUID | None = None) -> RowsOfTable[EntryFacts]:
    """Return entries booked by a day, the latest first; of one contribution, or of all."""
    rows = LedgerEntry.objects.visible_to(actor).filter(booked_on__lte=on).select_related("contribution", "reversed_by")
    if contribution is not None:
        rows = rows.filter(contribution=contribution)
    return RowsOfTable(rows.order_by("-booked_on", "-entered_at", "id"), lambda found: _entries(found, actor))


def receipts_visible_to(actor: Actor, *, on: date, most: int) -> Sequence[EntryFacts]:
    """Return the last receipts booked by a day that were not taken back."""
    rows = LedgerEntry.objects.visible_to(actor).filter(booked_on__lte=on, kind="receipt", reversed_by__isnull=True)
    rows = rows.select_related("contribution", "reversed_by").order_by("-booked_on", "-entered_at", "id")
    return _entries(list(rows[:most]), actor)


def entry_visible_to(actor: Actor, entry: UUID) -> EntryFacts | None:
    """Return one entry, None if there is none for this actor."""
    rows = LedgerEntry.objects.visible_to(actor).filter(id=entry).select_related("contribution", "reversed_by")
    return next(iter(_entries(list(rows), actor)), None)


def lines_visible_to(actor: Actor, *, on: date, fund: UUID | None = None) -> RowsOfTable[LineFacts]:
    """Return the lines booked by a day, in the order in which they were booked; of one fund, or of all."""
    rows = (
        LedgerLine.objects.visible_to(actor).filter(booked_on__lte=on).select_related("fund", "contribution", "entry")
    )
    if fund is not None:
        rows = rows.filter(fund=fund)
    return RowsOfTable(rows.order_by("booked_on", "entry", "id"), lambda found: [_line(row) for row in found])


def _entries(rows: Sequence[LedgerEntry], reader: Actor) -> list[EntryFacts]:
    lines = LedgerLine.objects.visible_to(reader).filter(entry__in=[row.id for row in rows]).order_by()
    sums: dict[UUID, dict[str, int]] = defaultdict(dict)
    for entry, account, cents in lines.values_list("entry", "account").annotate(Sum("dollars")):
        sums[entry][account] = int(cents)
    return [_entry(row, sums[row.id]) for row in rows]


def _entry(row: LedgerEntry, sums: dict[str, int]) -> EntryFacts:
    currency = currency_of(row.given_currency)
    return EntryFacts(
        id=row.id,
        kind=row.kind,
        contribution=row.contribution_id,
        contribution_reference=row.contribution.reference,
        happened_on=row.happened_on,
        booked_on=row.booked_on,
        given=f"{format_amount(written(row.given_amount, currency))} {currency.code}"
        if currency and row.given_amount
        else "",
        cash=dollars(sums.get(Account.CASH, 0)),
        committed=dollars(sums.get(Account.COMMITTED, 0)),
        receivable=dollars(sums.get(Account.RECEIVABLE, 0)),
        reference=row.reference,
        note=row.note,
        is_reversed=hasattr(row, "reversed_by"),
        reverses=row.reverses_id,
    )


def _line(row: LedgerLine) -> LineFacts:
    return LineFacts(
        entry=row.entry_id,
        booked_on=row.booked_on,
        kind=row.entry.kind,
        fund=row.fund.code,
        contribution=row.contribution.reference,
        account=row.account,
        currency=row.currency,
        amount=written(row.amount, currency_of(row.currency) or DOLLAR),
        units=row.units,
        dollars=dollars(row.dollars),
        spent_on=row.spent_on,
        state=row.state_code,
        purpose=row.purpose,
    )
