"""The fields of what happens to a contribution's money, and of the entries that say it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.resources.fields.codes import ACCOUNTS, ENTRY_KINDS, OBJECTS, RECORDED_KINDS


@dataclass(frozen=True, slots=True)
class MoneyDetails:
    """A receipt, a refund or a write-off as somebody records it; amounts in figures, as they were written."""

    kind: str
    on: date | None
    currency: str
    amount: str
    credited: str = ""
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry as the product shows it; what it moves, in dollars: cash, what is committed, what is owed."""

    id: UUID
    kind: str
    contribution: UUID
    contribution_reference: str
    happened_on: date
    booked_on: date
    given: str
    cash: Decimal
    committed: Decimal
    receivable: Decimal
    reference: str
    note: str
    is_reversed: bool
    reverses: UUID | None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line as files of the books have it."""

    entry: UUID
    booked_on: date
    kind: str
    fund: str
    contribution: str
    account: str
    currency: str
    amount: Decimal
    units: Decimal
    dollars: Decimal
    spent_on: str
    state: str
    purpose: str


KIND = Field[MoneyDetails](
    "kind",
    _("What happened"),
    lambda one: one.kind,
    choices=RECORDED_KINDS,
    entry=Entry(needed=_("Choose what happened.")),
)
ON = Field[MoneyDetails](
    "on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day on which it happened."))
)
CURRENCY = Field[MoneyDetails](
    "currency",
    _("Currency"),
    lambda one: one.currency,
    entry=Entry(needed=_("Write the code of the currency, such as EUR."), most=3),
)
AMOUNT = Field[MoneyDetails](
    "amount",
    _("Amount"),
    lambda one: one.amount,
    entry=Entry(
        needed=_("Write the amount in figures."), most=24, hint=_("A point before the decimals, such as 1130000.50.")
    ),
)
CREDITED = Field[MoneyDetails](
    "credited",
    _("Credited by the bank, US$"),
    lambda one: one.credited,
    entry=Entry(hint=_("For a receipt in another currency. Left empty, the rate of the day is taken."), most=24),
)
REFERENCE = Field[MoneyDetails](
    "reference",
    _("Reference of the bank"),
    lambda one: one.reference,
    entry=Entry(hint=_("By it, a receipt that is recorded twice is noticed."), most=100),
)
NOTE = Field[MoneyDetails]("note", _("Note"), lambda one: one.note, entry=Entry(most=500))
STATED = (KIND, ON, CURRENCY, AMOUNT, CREDITED, REFERENCE, NOTE)
BECAUSE = Field[object](
    "because", _("Why"), lambda _one: "", entry=Entry(needed=_("Write why it is taken back."), most=500)
)

ENTRY_SHOWN = (
    Field[EntryFacts]("contribution", _("Contribution"), lambda one: one.contribution_reference),
    Field[EntryFacts]("kind", _("What happened"), lambda one: one.kind, choices=ENTRY_KINDS),
    Field[EntryFacts]("happened_on", _("Day"), lambda one: one.happened_on, Kind.DAY),
    Field[EntryFacts]("booked_on", _("Booked on"), lambda one: one.booked_on, Kind.DAY, in_files_only=True),
    Field[EntryFacts]("given", _("Given"), lambda one: one.given),
    Field[EntryFacts]("cash", _("Cash, US$"), lambda one: one.cash, Kind.AMOUNT),
    Field[EntryFacts]("committed", _("Committed, US$"), lambda one: one.committed, Kind.AMOUNT),
    Field[EntryFacts]("receivable", _("Owed, US$"), lambda one: one.receivable, Kind.AMOUNT),
    Field[EntryFacts]("reference", _("Reference"), lambda one: one.reference),
    Field[EntryFacts]("note", _("Note"), lambda one: one.note, in_files_only=True),
)
LINE_SHOWN = (
    Field[LineFacts]("booked_on", _("Booked on"), lambda one: one.booked_on, Kind.DAY),
    Field[LineFacts]("kind", _("What happened"), lambda one: one.kind, choices=ENTRY_KINDS, in_files_only=True),
    Field[LineFacts]("fund", _("Fund"), lambda one: one.fund, in_files_only=True),
    Field[LineFacts]("contribution", _("Contribution"), lambda one: one.contribution),
    Field[LineFacts]("account", _("Account"), lambda one: one.account, choices=ACCOUNTS),
    Field[LineFacts]("currency", _("Currency"), lambda one: one.currency),
    Field[LineFacts]("amount", _("Amount"), lambda one: one.amount, Kind.AMOUNT),
    Field[LineFacts]("units", _("Units for one dollar"), lambda one: one.units, Kind.AMOUNT, in_files_only=True),
    Field[LineFacts]("dollars", _("US$"), lambda one: one.dollars, Kind.AMOUNT),
    Field[LineFacts]("spent_on", _("Object of expenditure"), lambda one: one.spent_on, choices=OBJECTS),
    Field[LineFacts]("state", _("State"), lambda one: one.state, in_files_only=True),
    Field[LineFacts]("purpose", _("Purpose"), lambda one: one.purpose),
    Field[LineFacts]("entry", _("Entry"), lambda one: one.entry, in_files_only=True),
)


def money_of(given: Given) -> MoneyDetails:
    """Return what happened as somebody recorded it."""
    return MoneyDetails(
        kind=given.text(KIND),
        on=given.day(ON),
        currency=given.text(CURRENCY).upper(),
        amount=given.text(AMOUNT),
        credited=given.text(CREDITED),
        reference=given.text(REFERENCE),
        note=given.text(NOTE),
    )
