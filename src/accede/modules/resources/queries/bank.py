"""Lines of the bank, with what of them the books have; and to which contributions one may belong, likeliest first."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from accede.core.finance.money import DOLLAR, written
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import folded, format_amount
from accede.modules.resources.fields.bank import BankLineFacts
from accede.modules.resources.fields.contributions import ContributionFacts
from accede.modules.resources.models import BankLine, LedgerEntry
from accede.modules.resources.queries.contributions import contributions_with_money
from accede.modules.resources.queries.rates import currency_of

# A receipt that a later line of the bank returned came in by its own line all the same.
_CAME = Q(kind="receipt") & (Q(reversed_by__isnull=True) | ~Q(reversed_by__document=""))


def bank_lines_visible_to(actor: Actor) -> RowsOfTable[BankLineFacts]:
    """Return the lines of the bank, the latest first."""
    rows = BankLine.objects.visible_to(actor).order_by("-booked_on", "reference")
    return RowsOfTable(rows, lambda found: _facts(found, actor))


def bank_line_visible_to(actor: Actor, line: UUID) -> BankLineFacts | None:
    """Return one line, None if there is none for this actor."""
    return next(iter(_facts(list(BankLine.objects.visible_to(actor).filter(id=line)), actor)), None)


def count_open_lines(actor: Actor) -> int:
    """Return of how many lines the books do not have all and that nobody has put aside. One query."""
    entries = LedgerEntry.objects.visible_to(actor).filter(document=OuterRef("reference")).order_by()
    have = entries.filter(_CAME).values("document").annotate(have=Sum("bank_amount")).values("have")
    rows = BankLine.objects.visible_to(actor).filter(aside="").annotate(have=Coalesce(Subquery(have), Value(0)))
    return int(rows.exclude(amount=F("have")).exclude(Exists(entries.filter(kind="reversal"))).count())


def likely_contributions(actor: Actor, line: BankLineFacts, *, on: date) -> Sequence[ContributionFacts]:
    """Return the contributions of which something is owed, those first of which the line speaks.

    Its text names the reference; the payer is the donor by name; the amount is what is due, or all that is owed.
    """
    text, payer = folded(line.remittance), folded(line.payer)

    def turn(one: ContributionFacts) -> tuple[int, str]:
        amounts = {(one.due, one.currency), (one.owed, one.currency)}
        points = 4 * (folded(one.reference) in text)
        points += 2 * (bool(payer) and (payer in folded(one.donor_name) or folded(one.donor_name) in payer))
        points += (line.left, line.currency) in amounts
        return -points, one.reference

    return sorted((one for one in contributions_with_money(actor, on=on) if one.owed > 0), key=turn)


def receipts_of(actor: Actor) -> Sequence[tuple[UUID, str]]:
    """Return the receipts that stand, the latest first, with words that name each: contribution, day and reference."""
    rows = LedgerEntry.objects.visible_to(actor).filter(kind="receipt", reversed_by__isnull=True)
    found = rows.select_related("contribution").order_by("-booked_on", "-entered_at", "id")[:200]
    return [(row.id, f"{row.contribution.reference} · {row.happened_on} · {row.reference or '–'}") for row in found]


def _facts(rows: Sequence[BankLine], reader: Actor) -> list[BankLineFacts]:
    documents = [row.reference for row in rows]
    entries = LedgerEntry.objects.visible_to(reader).filter(document__in=documents)
    entries = entries.filter(_CAME | Q(kind="reversal"))
    have: dict[str, int] = defaultdict(int)
    whole: set[str] = set()
    for document, kind, amount in entries.values_list("document", "kind", "bank_amount"):
        have[document] += amount or 0
        whole |= {document} if kind == "reversal" else set()
    return [_fact(row, 0 if row.aside or row.reference in whole else row.amount - have[row.reference]) for row in rows]


def _fact(row: BankLine, left: int) -> BankLineFacts:
    currency = currency_of(row.currency) or DOLLAR
    instructed = currency_of(row.instructed_currency)
    given = ""
    if instructed is not None and row.instructed_amount is not None:
        given = f"{format_amount(written(row.instructed_amount, instructed))} {instructed.code}"
    return BankLineFacts(
        id=row.id,
        reference=row.reference,
        account=row.account,
        statement=row.statement,
        booked_on=row.booked_on,
        currency=row.currency,
        amount=written(row.amount, currency),
        payer=row.payer,
        remittance=row.remittance,
        instructed=given,
        is_return=row.is_return,
        aside=row.aside,
        left=written(left, currency),
    )
