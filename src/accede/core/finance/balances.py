"""What the books say: every figure is a sum of lines, as at a day and as the books knew it on another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from accede.core.finance.accounts import FREE, MEMORANDUM, RESULT, SPENT, Account
from accede.core.finance.entries import Entry, Line


@dataclass(frozen=True, slots=True)
class Spending:
    """Expenditure in cents on both bases, from the same lines.

    Attributes:
        accrued: expense and programme support (IPSAS).
        committed: promised and not yet spent; `budget`: both together, as the United Nations System Accounting
            Standards counted expenditure: disbursements and unliquidated obligations.
    """

    accrued: int
    committed: int

    @property
    def budget(self) -> int:
        """Expenditure on the budget basis."""
        return self.accrued + self.committed


def lines_at(entries: Iterable[Entry], day: date, *, known: date | None = None) -> Iterator[Line]:
    """Yield the lines booked by a day, of the entries that the books had learned of by `known` (None: by now)."""
    for entry in entries:
        if entry.booked <= day and (known is None or entry.entered <= known):
            yield from entry.lines


def trial_balance(lines: Iterable[Line], *, fund: str | None = None) -> dict[Account, int]:
    """Return the balance of each account in cents, of one fund or of all; together they are nought."""
    sums: dict[Account, int] = defaultdict(int)
    for line in lines:
        if fund is None or line.fund == fund:
            sums[line.account] += line.dollars
    return {account: sums[account] for account in Account if account in sums}


def in_currencies(lines: Iterable[Line]) -> dict[tuple[str, str], int]:
    """Return the sum of all lines by fund and currency: nought each, in books that are whole."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        sums[line.fund, line.currency] += line.amount
    return dict(sums)


def free_of(lines: Iterable[Line]) -> dict[str, int]:
    """Return what is free to spend of each contribution, in cents: cash, less what is committed."""
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        if line.contribution and line.account in FREE:
            sums[line.contribution] += FREE[line.account] * line.dollars
    return dict(sums)


def spending_of(lines: Iterable[Line]) -> Spending:
    """Return the expenditure in lines on both bases."""
    accrued = committed = 0
    for line in lines:
        if line.account in SPENT:
            accrued += line.dollars
        elif line.account is Account.COMMITTED:
            committed += line.dollars
    return Spending(accrued, committed)


def result_of(balance: dict[Account, int]) -> int:
    """Return the surplus in cents on the accrual basis, below nought for a deficit."""
    return -sum(cents for account, cents in balance.items() if account in RESULT)


def net_assets_of(balance: dict[Account, int]) -> int:
    """Return assets less liabilities in cents; with the result of all time it is one and the same figure."""
    return sum(cents for account, cents in balance.items() if account not in RESULT | MEMORANDUM)
