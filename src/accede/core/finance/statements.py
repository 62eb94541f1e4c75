"""Statements: what a fund had and used in a period, what a biennium spent and is likely to spend, as tables show it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from accede.core.finance.accounts import MEMORANDUM, RESULT, SPENT, Account
from accede.core.finance.balances import Spending
from accede.core.finance.money import rounded

_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Sum:
    """The cents of all lines on an account that have the same dimensions; `spent_on`: the object of expenditure."""

    account: Account
    cents: int
    fund: str = ""
    contribution: str = ""
    spent_on: str = ""
    state: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Biennium:
    """Two calendar years, the first of them even: the period of a budget of the United Nations in 2007.

    Raises:
        ValueError: the year is odd.
    """

    year: int

    def __post_init__(self) -> None:
        if self.year % 2:
            raise ValueError(f"no biennium begins with {self.year}")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year + 1, 12, 31)

    @classmethod
    def of(cls, day: date) -> "Biennium":
        """Return the biennium in which a day lies."""
        return cls(day.year - day.year % 2)


@dataclass(frozen=True, slots=True)
class FundStatement:
    """A fund over a period, in cents, each amount above nought where it is of its name.

    Attributes:
        opening, closing: net assets; `closing` is `opening` and what the period brought.
        contributions: revenue of agreements, less what was given back; exchange: gains, below nought for losses.
        spent: expenditure by object, programme support cost among the objects; written_off.
        cash, receivable, committed: at the end of the period.
    """

    opening: int
    contributions: int
    exchange: int
    spent: Mapping[str, int]
    written_off: int
    closing: int
    cash: int
    receivable: int
    committed: int


def fund_statement(before: Iterable[Sum], within: Iterable[Sum]) -> FundStatement:
    """Return the statement of a fund: what the books had before a period, and what was booked in it."""
    opening, moved = _by_account(before), _by_account(within := list(within))
    spent: dict[str, int] = defaultdict(int)
    for one in within:
        if one.account in SPENT:
            spent[one.spent_on] += one.cents
    both = {account: opening.get(account, 0) + moved.get(account, 0) for account in Account}
    return FundStatement(
        opening=_net(opening),
        contributions=-moved.get(Account.REVENUE, 0),
        exchange=-moved.get(Account.EXCHANGE, 0),
        spent=dict(spent),
        written_off=moved.get(Account.WRITTEN_OFF, 0),
        closing=_net(both),
        cash=both[Account.CASH],
        receivable=both[Account.RECEIVABLE],
        committed=both[Account.COMMITTED],
    )


def spending_by(sums: Iterable[Sum], key: Callable[[Sum], str]) -> dict[str, Spending]:
    """Return what was spent on both bases, by what `key` says of a sum; what is nought on both is left out."""
    accrued: dict[str, int] = defaultdict(int)
    committed: dict[str, int] = defaultdict(int)
    for one in sums:
        if one.account in SPENT:
            accrued[key(one)] += one.cents
        elif one.account is Account.COMMITTED:
            committed[key(one)] += one.cents
    found = {name: Spending(accrued[name], committed[name]) for name in (*accrued, *committed)}
    return {name: spending for name, spending in found.items() if spending.accrued or spending.committed}


@dataclass(frozen=True, slots=True)
class Projection:
    """What a biennium is likely to spend to its end, on the budget basis, and what that rests on.

    Attributes:
        spent: by the cut-off; passed, left: days of the biennium to the cut-off and after it.
        at_pace: what the days that are left would add at the pace so far; `free`: what is there to be committed.
        more: what is added, the lesser of the two, and nothing below nought.
    """

    spent: int
    passed: int
    left: int
    at_pace: int
    free: int
    more: int

    def likely(self, part: int) -> int:
        """Return a part of what was spent with its share of what is added."""
        return part + (rounded(Fraction(self.more * part, self.spent)) if self.spent > 0 else 0)


def projected(spent: int, biennium: Biennium, until: date, *, free: int) -> Projection:
    """Return the projection of what was spent by a cut-off: the pace goes on, as far as there is money.

    Raises:
        ValueError: the cut-off does not lie in the biennium.
    """
    if not biennium.first <= until <= biennium.last:
        raise ValueError(f"{until} lies not in {biennium.year}–{biennium.year + 1}")
    passed, left = (until - biennium.first).days + 1, (biennium.last - until).days
    at_pace = rounded(Fraction(spent * left, passed))
    return Projection(spent, passed, left, at_pace, free, max(0, min(at_pace, free)))


def in_thousands(cents: int) -> str:
    """Return cents as official tables of the United Nations show dollars: thousands, one decimal, rounded once.

    A space between thousands, brackets below nought, an en dash for nil (A/80/6 (Sect. 16), tables 16.20 and 16.23).
    What is less than 50 dollars is shown as 0.0, since it is not nil: a rule of ours.
    """
    if not cents:
        return "–"
    tenths = rounded(Fraction(abs(cents), 10_000))
    return _bracketed(f"{tenths // 10:,}.{tenths % 10}", is_below=cents < 0)


def in_dollars_shown(cents: int) -> str:
    """Return cents as dollars and cents in the same signs."""
    if not cents:
        return "–"
    return _bracketed(f"{abs(cents) // 100:,}.{abs(cents) % 100:02}", is_below=cents < 0)


def change_in_per_cent(before: int, after: int) -> str:
    """Return the change from one amount to another in per cent, one decimal; an en dash where there is none to tell."""
    if not before or before == after:
        return "–"
    tenths = rounded(Fraction((after - before) * 1000, before))
    return _bracketed(f"{abs(tenths) // 10:,}.{abs(tenths) % 10}", is_below=tenths < 0)


def share_in_per_cent(part: int, whole: int) -> str:
    """Return a share in per cent, one decimal; an en dash where there is no whole."""
    return change_in_per_cent(whole, whole + part) if whole else "–"


def _bracketed(figures: str, *, is_below: bool) -> str:
    spaced = figures.replace(",", _SPACE)
    return f"({spaced})" if is_below else spaced


def _by_account(sums: Iterable[Sum]) -> dict[Account, int]:
    found: dict[Account, int] = defaultdict(int)
    for one in sums:
        found[one.account] += one.cents
    return found


def _net(balance: Mapping[Account, int]) -> int:
    return sum(cents for account, cents in balance.items() if account not in RESULT | MEMORANDUM)
