"""Record what happens to a contribution's money, and take an entry back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accede.core.finance.accounts import Account
from accede.core.finance.entries import Entry, Line, reversal_of
from accede.core.finance.facts import Owed, of_receipt, of_refund, of_write_off
from accede.core.finance.money import DOLLAR, Currency, written
from accede.core.finance.rates import from_dollars, in_dollars
from accede.foundation.access import Actor, Refused
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.modules.resources import events
from accede.modules.resources.fields.codes import TAKEN_BACK
from accede.modules.resources.fields.money import BECAUSE, STATED, MoneyDetails
from accede.modules.resources.models import Contribution, LedgerEntry, LedgerLine
from accede.modules.resources.queries.rates import currency_of, rate_for
from accede.modules.resources.queries.sums import least_free, owed_of
from accede.modules.resources.services.contributions import Problems, amount_in, no_rate
from accede.modules.resources.services.funds import unknown_currency
from accede.modules.resources.services.posting import Fact, locked, place_of, post


@dataclass(frozen=True, slots=True)
class OfBank:
    """The line of the bank by which money came or went, and how much of it, in its smallest unit."""

    line: str = ""
    amount: int | None = None


NO_BANK = OfBank()


@transaction.atomic
def record_money(
    contribution: UUID,
    what: MoneyDetails,
    *,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
    bank: OfBank = NO_BANK,
) -> UUID:
    """Record a receipt, a refund or a write-off, and post it; return the entry's key.

    Raises:
        Refused: the actor may not, or there is no such contribution.
        UnableTo: it is not described whole; it is more than is owed, or than is free; its day has no rate.
    """
    row = locked(contribution, by=by)
    problems = problems_of(STATED, what)
    currency = currency_of(what.currency)
    amount = 0
    if "currency" not in problems and currency is None:
        problems["currency"] = unknown_currency(what.currency)
    if currency is not None and "amount" not in problems:
        amount = amount_in(what.amount, currency, problems, "amount")
    if what.on is not None and what.on > at.date():
        problems["on"] = _("This day lies ahead. Write the day when it has come.")
    owed = owed_of(row.id, reader=by)
    if owed is None or row.agreed_on is None:
        problems[""] = _("Nothing is agreed yet. Record the agreement first: a pledge is not money.")
    elif what.on is not None and what.on < row.agreed_on:
        problems["on"] = _("This day lies before the day of the agreement.")
    if problems or currency is None or owed is None or what.on is None:
        raise UnableTo(problems)
    lines = {"receipt": _receipt, "refund": _refund, "write_off": _write_off}[what.kind](
        row, what, amount, currency, owed, by
    )
    if what.kind == "receipt" and what.reference:
        _once(what.reference)
    given = (currency.code, amount) if what.kind == "receipt" else None
    fact = Fact(what.kind, what.on, what.reference, what.note, given, document=bank.line, bank_amount=bank.amount)
    entry = post(row, fact, lines, at=at)
    stated = values_of(STATED, what)
    about = events.contribution_subject(row.id, donor=row.donor_id)
    record(events.MONEY_POSTED, about=about, by=by, at=at, face=face, after=stated, contribution=row.reference)
    return entry.id


@transaction.atomic
def take_back(
    entry: UUID, *, because: str, by: Actor, at: datetime, face: Face = Face.WEB, bank: OfBank = NO_BANK
) -> UUID:
    """Take a receipt, a refund, a write-off or expenditure back by an entry of today, its signs turned; return its key.

    Raises:
        Refused: the actor may not, or there is no such entry.
        UnableTo: no reason is given, it is taken back already, it takes one back itself, or its money is spent.
    """
    found = LedgerEntry.objects.visible_to(by).filter(id=entry).first()
    if found is None:
        raise Refused
    row = locked(found.contribution_id, by=by)
    if not because:
        raise UnableTo({BECAUSE.key: str(BECAUSE.entry.needed) if BECAUSE.entry else ""})
    if found.kind not in TAKEN_BACK:
        raise UnableTo({"": _("An entry of this kind is not taken back here.")})
    if LedgerEntry.objects.filter(reverses=found).exists():
        raise UnableTo({"": _("This entry is taken back already.")})
    lines = tuple(_line(one) for one in LedgerLine.objects.filter(entry=found).order_by("id"))
    today = at.date()
    turned = reversal_of(
        Entry(str(found.id), found.happened_on, found.booked_on, today, lines), key="", booked=today, entered=today
    )
    fact = Fact("reversal", today, note=because, reverses=found.id, document=bank.line, bank_amount=bank.amount)
    made = post(row, fact, turned.lines, at=at)
    about = events.contribution_subject(row.id, donor=row.donor_id)
    record(events.ENTRY_REVERSED, about=about, by=by, at=at, face=face, contribution=row.reference, because=because)
    return made.id


def _once(reference: str) -> None:
    """Hold a reference of the bank until the end of the transaction, if no receipt that stands has it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"receipt {reference}"])
    if LedgerEntry.objects.filter(kind="receipt", reference=reference, reversed_by__isnull=True).exists():
        raise UnableTo({"reference": _("A receipt with this reference of the bank is recorded already.")})


def _receipt(
    row: Contribution, what: MoneyDetails, amount: int, currency: Currency, owed: Owed, _by: Actor
) -> tuple[Line, ...]:
    """What came settles what is owed: as it is in one currency, else by the rates of the day."""
    problems: Problems = {}
    day = what.on
    paid, owing = (rate_for(code, day) if day else None for code in (currency.code, owed.currency))
    owed_in = currency_of(owed.currency) or DOLLAR
    if day is None or paid is None or owing is None:
        missing = currency.code if paid is None else owed.currency
        raise UnableTo({"on": no_rate(missing, day) if day else ""})
    worth = in_dollars(amount, currency, paid)
    credited = worth
    if what.credited and currency == DOLLAR:
        problems["credited"] = _("Leave this empty for a receipt in dollars.")
    elif what.credited:
        credited = amount_in(what.credited, DOLLAR, problems, "credited")
    settles = amount if currency.code == owed.currency else from_dollars(worth, owed_in, owing)
    if settles > owed.amount:
        words = _(
            "This is more than is owed, which is %(owed)s %(currency)s. Record a pledge and an agreement for the rest."
        )
        problems["amount"] = words % {"owed": written(owed.amount, owed_in), "currency": owed.currency}
    if not problems and (settles <= 0 or credited <= 0):
        problems["amount"] = _("This is less than a cent.")
    if problems:
        raise UnableTo(problems)
    return of_receipt(place_of(row), owed, settles=settles, credited=credited)


def _refund(
    row: Contribution, what: MoneyDetails, amount: int, currency: Currency, _owed: Owed, by: Actor
) -> tuple[Line, ...]:
    """Money is held in dollars, and only what is neither spent nor committed, then or later, can be given back."""
    if currency != DOLLAR:
        raise UnableTo({"currency": _("Money is held in dollars. Write what left the account in USD.")})
    free = least_free([row.id], on=what.on or date.max, reader=by).get(row.id, 0)
    if amount > free:
        words = _("This is more than is free, which is %(free)s US$.")
        raise UnableTo({"amount": words % {"free": written(free, DOLLAR)}})
    return of_refund(place_of(row), amount)


def _write_off(
    row: Contribution, what: MoneyDetails, amount: int, currency: Currency, owed: Owed, _by: Actor
) -> tuple[Line, ...]:
    if currency.code != owed.currency:
        words = _("What is owed is in %(currency)s. Write the amount in that currency.")
        raise UnableTo({"currency": words % {"currency": owed.currency}})
    if not what.note:
        raise UnableTo({"note": _("Write who allowed it to be written off.")})
    if amount > owed.amount:
        words = _("This is more than is owed, which is %(owed)s %(currency)s.")
        raise UnableTo({"amount": words % {"owed": written(owed.amount, currency), "currency": currency.code}})
    return of_write_off(place_of(row), owed, amount)


def _line(row: LedgerLine) -> Line:
    return Line(
        fund=str(row.fund_id),
        account=Account(row.account),
        currency=row.currency,
        amount=row.amount,
        dollars=row.dollars,
        units=row.units,
        contribution=str(row.contribution_id),
        spent_on=row.spent_on,
        state=row.state_code,
        purpose=row.purpose,
    )
