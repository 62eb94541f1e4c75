"""Laws of the books, over histories made by chance."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings

from accede.core.finance import balances, facts
from accede.core.finance.accounts import Account
from accede.core.finance.entries import Entry, Line, booked_on, problems_of, reversal_of
from accede.core.finance.facts import Owed, Place
from accede.core.finance.money import Currency
from accede.core.finance.rates import Rate, in_dollars, rate_on
from accede.core.finance.support_cost import split_of, support_upon
from tests.core.chance import Chance, made_of

FIRST, LAST = date(2008, 1, 1), date(2009, 12, 31)
CURRENCIES = (Currency("USD", 2), Currency("EUR", 2), Currency("KWD", 3), Currency("JPY", 0))
RATES = [
    Rate(code, day, Decimal(units))
    for code, day, units in [
        ("EUR", FIRST, "0.679"), ("EUR", date(2008, 8, 15), "0.641"), ("EUR", date(2009, 1, 31), "0.757"),
        ("KWD", FIRST, "0.273"), ("KWD", date(2009, 3, 1), "0.291"), ("JPY", FIRST, "112.35"),
    ]
]  # fmt: skip


@dataclass
class Books:
    """Books that are written by chance, by the same lines that the product writes."""

    entries: list[Entry] = field(default_factory=list)
    owed: dict[str, Owed] = field(default_factory=dict)
    committed: list[tuple[Place, int, int]] = field(default_factory=list)
    entered: date = FIRST
    closed_until: date | None = None

    def post(self, happened: date, lines: tuple[Line, ...]) -> None:
        booked = booked_on(happened, closed_until=self.closed_until).answer
        self.entries.append(Entry(str(len(self.entries)), happened, booked, self.entered, lines))

    def free(self, contribution: str) -> int:
        return balances.free_of(self.lines()).get(contribution, 0)

    def lines(self) -> list[Line]:
        return [line for entry in self.entries for line in entry.lines]


def history(chance: Chance) -> Books:
    books = Books()
    for step in range(4 + chance.up_to(8)):
        books.entered += timedelta(days=1 + chance.up_to(60))
        if chance.up_to(5) == 0:
            books.closed_until = max(books.closed_until or FIRST, books.entered - timedelta(days=31))
        happened = chance.day((FIRST, LAST))
        place = Place(chance.one_of(("crime", "drugs")), f"c{step}")
        chance.one_of((agree, agree, receive, receive, commit, spend, write_off, refund))(
            books, chance, happened, place
        )
    return books


def place_of(key: str) -> Place:
    fund, contribution = key.split("/")
    return Place(fund, contribution)


def agree(books: Books, chance: Chance, happened: date, place: Place) -> None:
    currency = chance.one_of(CURRENCIES)
    rate = rate_on(happened, currency.code, RATES)
    assert rate is not None
    amount = (1 + chance.up_to(60_000)) * currency.units
    books.post(happened, facts.of_agreement(place, amount, currency, rate))
    books.owed[f"{place.fund}/{place.contribution}"] = Owed(
        currency.code, amount, in_dollars(amount, currency, rate), rate.units
    )


def receive(books: Books, chance: Chance, happened: date, _place: Place) -> None:
    for key, owed in [(key, owed) for key, owed in books.owed.items() if owed.amount]:
        part = owed.amount if chance.up_to(2) == 0 else 1 + owed.amount * chance.up_to(254) // 255
        part = min(part, owed.amount)
        credited = owed.part(part) if owed.currency == "USD" else 1 + owed.part(part) * (240 + chance.up_to(30)) // 255
        books.post(happened, facts.of_receipt(place_of(key), owed, settles=part, credited=credited))
        books.owed[key] = Owed(owed.currency, owed.amount - part, owed.dollars - owed.part(part), owed.units)
        return


def write_off(books: Books, chance: Chance, happened: date, _place: Place) -> None:
    for key, owed in [(key, owed) for key, owed in books.owed.items() if owed.amount]:
        books.post(happened, facts.of_write_off(place_of(key), owed, owed.amount))
        books.owed[key] = Owed(owed.currency, 0, 0, owed.units)
        return


def commit(books: Books, chance: Chance, happened: date, _place: Place) -> None:
    for key in books.owed:
        place = replace(place_of(key), purpose="p1", state="MLI")
        direct = split_of(max(0, books.free(place.contribution)) * (1 + chance.up_to(3)) // 4).direct
        if direct:
            support = support_upon(direct).support
            books.post(happened, facts.of_commitment(place, direct, support, "consultants"))
            books.committed.append((place, direct, support))
            return


def spend(books: Books, chance: Chance, happened: date, _place: Place) -> None:
    if books.committed:
        place, direct, support = books.committed.pop()
        released = facts.of_commitment(place, -direct, -support, "consultants")
        books.post(happened, (*released, *facts.of_spending(place, direct, support, "consultants")))


def refund(books: Books, chance: Chance, happened: date, _place: Place) -> None:
    for key in books.owed:
        place = place_of(key)
        if (free := books.free(place.contribution)) > 0:
            books.post(happened, facts.of_refund(place, 1 + free * chance.up_to(254) // 256))
            return


HISTORIES = made_of(400, history)
few = settings(max_examples=15, deadline=None)


@few
@given(HISTORIES)
def test_every_entry_balances_in_every_currency_and_so_do_the_books(books):
    assert [problems_of(entry) for entry in books.entries if problems_of(entry)] == []
    assert set(balances.in_currencies(books.lines()).values()) <= {0}
    for fund in ("crime", "drugs"):
        assert sum(balances.trial_balance(books.lines(), fund=fund).values()) == 0


@few
@given(HISTORIES)
def test_statements_tie_to_the_ledger_and_nothing_is_overdrawn(books):
    balance = balances.trial_balance(books.lines())
    spending = balances.spending_of(books.lines())

    assert balances.result_of(balance) == balances.net_assets_of(balance)
    assert spending.committed == -balance.get(Account.RESERVED, 0)
    assert spending.budget == spending.accrued + spending.committed
    assert balance.get(Account.RECEIVABLE, 0) == sum(owed.dollars for owed in books.owed.values())
    assert sum(balances.free_of(books.lines()).values()) == balance.get(Account.CASH, 0) - spending.committed
    assert min(balances.free_of(books.lines()).values(), default=0) >= 0


@few
@given(HISTORIES)
def test_reversing_everything_restores_nought(books):
    back = [reversal_of(one, key=f"-{one.key}", booked=LAST, entered=LAST) for one in books.entries]

    assert [problems_of(entry) for entry in back if problems_of(entry)] == []
    assert [one.reverses for one in back] == [one.key for one in books.entries]
    lines = [line for entry in (*books.entries, *back) for line in entry.lines]
    assert set(balances.trial_balance(lines).values()) <= {0}
    assert set(balances.free_of(lines).values()) <= {0}


@few
@given(HISTORIES)
def test_what_was_known_on_a_day_and_a_closed_period_never_change(books):
    """Later entries change neither what the books knew then, nor any day up to which they were closed then."""
    half = len(books.entries) // 2
    before, everything = books.entries[:half], books.entries
    known = before[-1].entered if before else FIRST - timedelta(days=1)
    closed = max((one.booked for one in before), default=FIRST) if not books.closed_until else books.closed_until

    for day in (FIRST, closed, LAST):
        then = balances.trial_balance(balances.lines_at(before, day))
        assert then == balances.trial_balance(balances.lines_at(everything, day, known=known))
    later = Books(list(everything), closed_until=closed)
    later.post(FIRST, facts.of_refund(Place("crime", "c0"), 1))
    assert balances.trial_balance(balances.lines_at(later.entries, closed)) == balances.trial_balance(
        balances.lines_at(everything, closed)
    )
