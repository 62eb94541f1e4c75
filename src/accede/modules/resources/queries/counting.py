"""Contributions, money and expenditure as figures count them: what of the books the reader may see."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from accede.core.finance.accounts import SPENT, Account
from accede.core.indicators.figures import Counted, Record
from accede.foundation.access import Actor
from accede.modules.resources.models import Contribution, LedgerLine


def pledged(reader: Actor, first: date, last: date, *, donor: UUID | None, known: date | None) -> Counted:
    """Return the contributions that were pledged in a period."""
    rows = Contribution.objects.visible_to(reader).filter(pledged_on__range=(first, last)).order_by()
    if donor is not None:
        rows = rows.filter(donor=donor)
    if known is not None:
        rows = rows.filter(recorded_at__date__lte=known)
    found = rows.values_list("pk", "donor_id", "pledged_on")
    return Counted(
        tuple(Record(f"contribution:{key}", f"contribution:{key}", day, giver=str(giver)) for key, giver, day in found)
    )


def received(reader: Actor, first: date, last: date, *, donor: UUID | None, known: date | None) -> Counted:
    """Return the money that came in a period: cash, and what of it was spent at once, entry by entry."""
    return Counted(tuple(_entries(reader, first, last, [Account.CASH, *SPENT], donor=donor, known=known)))


def spent(reader: Actor, first: date, last: date, *, donor: UUID | None, spent_on: str, known: date | None) -> Counted:
    """Return what was spent in a period, entry by entry."""
    return Counted(tuple(_entries(reader, first, last, [*SPENT], donor=donor, known=known, spent_on=spent_on)))


def _entries(
    reader: Actor,
    first: date,
    last: date,
    accounts: Collection[Account],
    *,
    donor: UUID | None,
    known: date | None,
    spent_on: str = "",
) -> Iterable[Record]:
    """Yield the entries with the sum of their lines on some accounts; those whose sum is nought moved none of it."""
    rows = LedgerLine.objects.visible_to(reader).filter(
        booked_on__range=(first, last), account__in=[one.value for one in accounts]
    )
    if donor is not None:
        rows = rows.filter(donor=donor)
    if spent_on:
        rows = rows.filter(spent_on=spent_on)
    if known is not None:
        rows = rows.filter(entry__entered_at__date__lte=known)
    sums = rows.order_by().values_list("entry", "contribution", "donor", "booked_on").annotate(Sum("dollars"))
    for entry, contribution, giver, day, cents in sums:
        if cents:
            key = f"entry:{contribution}/{entry}"
            yield Record(key, key, day, Decimal(int(cents)).scaleb(-2), str(giver))
