"""Double entries: lines that balance, and what would keep an entry out of the books."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from accede.core.explain import Finding, Reason
from accede.core.finance.accounts import Account
from accede.core.finance.money import DOLLAR


@dataclass(frozen=True, slots=True)
class Line:
    """One side of an entry: an amount on an account of a fund, above nought for a debit.

    Attributes:
        amount: in the currency's smallest unit; `dollars` in cents, at `units` of the currency for one dollar.
        contribution, spent_on, state, purpose: dimensions; `spent_on` is the object of expenditure.
    """

    fund: str
    account: Account
    currency: str
    amount: int
    dollars: int
    units: Decimal | None = None
    contribution: str = ""
    spent_on: str = ""
    state: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that are booked together.

    Attributes:
        happened: the day of the fact; `booked` the day in the books, later where the fact's period was closed.
        entered: the day on which the books learned of it.
        reverses: the entry that this one takes back.
    """

    key: str
    happened: date
    booked: date
    entered: date
    lines: tuple[Line, ...]
    reverses: str = ""


def problems_of(entry: Entry) -> tuple[Reason, ...]:
    """Return why an entry may not be posted; nothing where it may.

    It has lines; within each fund they sum to nought in every currency and in dollars; of dollars, the amount is the
    dollars; a line without an amount of its own is a difference of exchange, which is in dollars only.
    """
    return tuple(_problems(entry.lines))


def reversal_of(entry: Entry, *, key: str, booked: date, entered: date) -> Entry:
    """Return the entry that takes another back: its lines from the last to the first, with their signs turned.

    Nothing posted is changed or taken away; the sum of both is nought in every account, currency and dimension.
    """
    lines = tuple(replace(line, amount=-line.amount, dollars=-line.dollars) for line in reversed(entry.lines))
    return Entry(key, booked, booked, entered, lines, reverses=entry.key)


def booked_on(happened: date, *, closed_until: date | None) -> Finding[date]:
    """Return the day on which a fact is booked: its own, or the first of the open period where its period is closed."""
    if closed_until is None or happened > closed_until:
        return Finding(happened)
    first = date.fromordinal(closed_until.toordinal() + 1)
    facts = {"happened": happened, "closed_until": closed_until, "booked": first}
    return Finding(first, (Reason("ledger.late", facts),))


def _problems(lines: Iterable[Line]) -> Iterator[Reason]:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    dollars: dict[str, int] = defaultdict(int)
    count = 0
    for count, line in enumerate(lines, start=1):
        sums[line.fund, line.currency] += line.amount
        dollars[line.fund] += line.dollars
        yield from _problems_of_line(line, count)
    if count < 2:
        yield Reason("ledger.one_sided", {"lines": count})
    for (fund, currency), amount in sums.items():
        if amount:
            yield Reason("ledger.unbalanced", {"fund": fund, "currency": currency, "amount": amount})
    for fund, cents in dollars.items():
        if cents and not sums.get((fund, DOLLAR.code)):
            yield Reason("ledger.unbalanced_in_dollars", {"fund": fund, "amount": cents})


def _problems_of_line(line: Line, number: int) -> Iterator[Reason]:
    if line.currency == DOLLAR.code and line.amount != line.dollars:
        yield Reason("ledger.dollars_differ", {"line": number, "amount": line.amount, "dollars": line.dollars})
    if not line.amount and (line.account is not Account.EXCHANGE or not line.dollars):
        yield Reason("ledger.nothing_on_line", {"line": number})
    if line.amount * line.dollars < 0:
        yield Reason("ledger.signs_differ", {"line": number})
