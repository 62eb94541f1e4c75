"""Sums of posted lines: what every figure of a page is made of."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from accede.core.finance.accounts import FREE, SPENT, Account
from accede.core.finance.facts import Owed
from accede.core.finance.money import DOLLAR, written
from accede.foundation.access import Actor
from accede.modules.resources.models import LedgerLine


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a contribution stands: whether its agreement is booked, what is owed in its currency, the rest in cents."""

    is_agreed: bool
    owed: int
    received: int
    spent: int
    committed: int

    @property
    def free(self) -> int:
        """What is free to spend."""
        return self.received - self.spent - self.committed


NOTHING = Standing(is_agreed=False, owed=0, received=0, spent=0, committed=0)


def standings_on(contributions: Collection[UUID], *, on: date, reader: Actor) -> dict[UUID, Standing]:
    """Return where contributions stand at the end of a day, from the lines booked by then. One query.

    `received` is cash that came less what was given back: cash and expenditure together.
    """
    rows = (
        LedgerLine.objects.visible_to(reader)
        .filter(contribution__in=contributions, booked_on__lte=on)
        .order_by()
        .values_list("contribution", "account")
        .annotate(Sum("amount"), Sum("dollars"))
    )
    sums: dict[UUID, dict[str, tuple[int, int]]] = defaultdict(dict)
    for contribution, account, amount, dollars in rows:
        sums[contribution][account] = (int(amount), int(dollars))
    return {contribution: _standing(accounts) for contribution, accounts in sums.items()}


def least_free(contributions: Collection[UUID], *, on: date, reader: Actor) -> dict[UUID, int]:
    """Return the least that is free of contributions on a day and on each later one, in cents. One query.

    What is booked as of a day may not take from what later days need. A contribution of which no money had come by the
    day is left out.
    """
    rows = (
        LedgerLine.objects.visible_to(reader)
        .filter(contribution__in=contributions, account__in=[Account.CASH, Account.COMMITTED])
        .order_by()
        .values_list("contribution", "booked_on", "account")
        .annotate(Sum("dollars"))
    )
    moved: dict[UUID, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for contribution, day, account, cents in rows:
        moved[contribution][day] += FREE[account] * int(cents)
    return {
        contribution: min(sums)
        for contribution, days in moved.items()
        if min(days) <= on and (sums := list(_sums_from(on, days)))
    }


def _sums_from(on: date, days: Mapping[date, int]) -> Iterator[int]:
    """Yield what is free at the end of a day and of each later one on which something moves."""
    yield sum(cents for day, cents in days.items() if day <= on)
    so_far = 0
    for day, cents in sorted(days.items()):
        so_far += cents
        if day > on:
            yield so_far


def trial_balance_of(fund: UUID, *, on: date, reader: Actor) -> dict[Account, int]:
    """Return the balance of each account of a fund at the end of a day, in cents. One query."""
    rows = (
        LedgerLine.objects.visible_to(reader)
        .filter(fund=fund, booked_on__lte=on)
        .order_by()
        .values_list("account")
        .annotate(Sum("dollars"))
    )
    found = {account: int(dollars) for account, dollars in rows}
    return {account: found[account] for account in Account if account in found}


def owed_of(contribution: UUID, *, reader: Actor) -> Owed | None:
    """Return what the donor of a contribution still owes by the books; None without an agreement."""
    lines = LedgerLine.objects.visible_to(reader).filter(contribution=contribution, account=Account.RECEIVABLE)
    first = lines.order_by("id").values("currency", "units").first()
    if first is None:
        return None
    sums = lines.order_by().aggregate(Sum("amount"), Sum("dollars"))
    return Owed(first["currency"], int(sums["amount__sum"]), int(sums["dollars__sum"]), first["units"])


def dollars(cents: int) -> Decimal:
    """Return cents as dollars."""
    return written(cents, DOLLAR)


def _standing(accounts: Mapping[str, tuple[int, int]]) -> Standing:
    spent = sum(accounts.get(account, (0, 0))[1] for account in SPENT)
    return Standing(
        is_agreed=Account.RECEIVABLE in accounts,
        owed=accounts.get(Account.RECEIVABLE, (0, 0))[0],
        received=accounts.get(Account.CASH, (0, 0))[1] + spent,
        spent=spent,
        committed=accounts.get(Account.COMMITTED, (0, 0))[1],
    )
