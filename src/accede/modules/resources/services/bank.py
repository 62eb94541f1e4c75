"""What somebody says of a line of the bank: to which contribution it belongs, which receipt it takes back, or none."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.finance.money import DOLLAR, written
from accede.foundation.access import Actor, Refused, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import UnableTo
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.bank import AMOUNT, ASIDE, BankLineFacts
from accede.modules.resources.fields.money import MoneyDetails
from accede.modules.resources.models import BankLine, LedgerEntry
from accede.modules.resources.queries.bank import bank_line_visible_to
from accede.modules.resources.queries.rates import currency_of
from accede.modules.resources.services.contributions import Problems, amount_in
from accede.modules.resources.services.money import OfBank, record_money, take_back


@transaction.atomic
def match_line(line: UUID, contribution: UUID, amount: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record a line, or a part of it, as a receipt of a contribution, on the day on which the bank booked it.

    What the payer gave in another currency settles what is owed in it; the bank's amount is what was credited.

    Raises:
        Refused: the actor may not, or there is no such line or contribution.
        UnableTo: nothing came in by it; it is more than is left of it; or as `record_money` says.
    """
    row, found = _locked(line, by=by)
    currency = currency_of(row.currency) or DOLLAR
    problems: Problems = {}
    if row.amount < 0:
        problems[""] = _("By this line money went out. Take back the receipt that it returns, or put it aside.")
    part = amount_in(amount, currency, problems, AMOUNT.key)
    if part and written(part, currency) > found.left:
        words = _("Of this line %(left)s %(currency)s are not yet in the books.")
        problems.setdefault(AMOUNT.key, words % {"left": found.left, "currency": row.currency})
    if problems:
        raise UnableTo(problems)
    before = LedgerEntry.objects.visible_to(by).filter(document=row.reference).count()
    reference = f"{row.reference} ({before + 1})" if before else row.reference
    credited = format(written(part, currency), "f")
    details = MoneyDetails("receipt", row.booked_on, row.currency, credited, "", reference[:100], row.remittance[:500])
    instructed = currency_of(row.instructed_currency)
    if instructed is not None and row.instructed_amount and part == row.amount:
        given = format(written(row.instructed_amount, instructed), "f")
        details = MoneyDetails(
            "receipt", row.booked_on, instructed.code, given, credited if currency == DOLLAR else "",
            reference[:100], row.remittance[:500],
        )  # fmt: skip
    record_money(contribution, details, by=by, at=at, face=face, bank=OfBank(row.reference, part))


@transaction.atomic
def return_line(line: UUID, entry: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take back the receipt that a line returns.

    Raises:
        Refused: the actor may not, or there is no such line or entry.
        UnableTo: money came in by it; or as `take_back` says.
    """
    row, found = _locked(line, by=by)
    if row.amount > 0 or not found.left:
        raise UnableTo({"": _("No money went out by this line that the books do not have.")})
    because = _("Returned by the bank: %(reference)s") % {"reference": row.reference}
    take_back(entry, because=because, by=by, at=at, face=face, bank=OfBank(row.reference, row.amount))


@transaction.atomic
def put_aside(line: UUID, because: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Say that a line is no contribution's, such as a fee of the bank.

    Raises:
        Refused: the actor may not, or there is no such line.
        UnableTo: no reason is given, or a part of it is in the books.
    """
    row, found = _locked(line, by=by)
    if not because:
        raise UnableTo({ASIDE.key: str(ASIDE.entry.needed) if ASIDE.entry else ""})
    if found.left != found.amount:
        raise UnableTo({"": _("A part of this line is in the books, or it is put aside already.")})
    row.aside = because
    row.save(update_fields=["aside"])
    about = events.bank_line_subject(row.id)
    record(events.BANK_LINE_ASIDE, about=about, by=by, at=at, face=face, line=row.reference, because=because)


def _locked(line: UUID, *, by: Actor) -> tuple[BankLine, BankLineFacts]:
    require(by, MONEY_RECORD)
    row = BankLine.objects.visible_to(by).select_for_update().filter(id=line).first()
    found = bank_line_visible_to(by, line)
    if row is None or found is None:
        raise Refused
    return row, found
