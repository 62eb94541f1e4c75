"""The fields of lines of the bank, and of what somebody says of one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field
from accede.modules.resources.models import BankLine


@dataclass(frozen=True, slots=True)
class BankLineFacts:
    """A line as the product shows it; `left`: what of it the books do not have yet, nothing where it was put aside."""

    id: UUID
    reference: str
    account: str
    statement: str
    booked_on: date
    currency: str
    amount: Decimal
    payer: str
    remittance: str
    instructed: str
    is_return: bool
    aside: str
    left: Decimal


SHOWN = (
    Field[BankLineFacts]("booked_on", _("Day"), lambda one: one.booked_on, Kind.DAY, column=BankLine.booked_on),
    Field[BankLineFacts]("payer", _("Payer"), lambda one: one.payer, column=BankLine.payer, is_filter=True),
    Field[BankLineFacts](
        "remittance", _("What the payer wrote"), lambda one: one.remittance, column=BankLine.remittance, is_filter=True
    ),
    Field[BankLineFacts]("currency", _("Currency"), lambda one: one.currency, column=BankLine.currency),
    Field[BankLineFacts]("amount", _("Amount"), lambda one: one.amount, Kind.AMOUNT),
    Field[BankLineFacts]("left", _("Not yet in the books"), lambda one: one.left, Kind.AMOUNT),
    Field[BankLineFacts]("aside", _("Put aside, because"), lambda one: one.aside, in_files_only=True),
    Field[BankLineFacts]("instructed", _("Given"), lambda one: one.instructed, in_files_only=True),
    Field[BankLineFacts](
        "is_return", _("Money that came back"), lambda one: one.is_return, Kind.YES_OR_NO, in_files_only=True
    ),
    Field[BankLineFacts]("account", _("Account of the bank"), lambda one: one.account, in_files_only=True),
    Field[BankLineFacts]("statement", _("Statement of the bank"), lambda one: one.statement, in_files_only=True),
    Field[BankLineFacts]("reference", _("Reference of the bank"), lambda one: one.reference, in_files_only=True),
)
CONTRIBUTION = Field[object](
    "contribution", _("Contribution"), lambda _one: "", entry=Entry(needed=_("Choose the contribution."))
)
AMOUNT = Field[object](
    "amount",
    _("Of this line, in its currency"),
    lambda _one: "",
    entry=Entry(needed=_("Write the amount in figures."), hint=_("A line may pay several contributions."), most=24),
)
RECEIPT = Field[object](
    "entry", _("The receipt that was taken back"), lambda _one: "", entry=Entry(needed=_("Choose the receipt."))
)
ASIDE = Field[object](
    "aside", _("Why it is no contribution’s"), lambda _one: "", entry=Entry(needed=_("Write why."), most=300)
)
