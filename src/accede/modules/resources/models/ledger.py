"""The ledger: entries and their lines. Once posted nothing of them is changed or taken away; triggers hold that."""

import uuid
from typing import ClassVar

from django.db import models

from accede.core.finance.accounts import Account
from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.resources.models.contributions import Contribution
from accede.modules.resources.models.funds import Fund

KINDS = ("agreement", "receipt", "refund", "write_off", "commitment", "release", "expenditure", "reversal")
_RULES = RowRules(level=Level.PROGRAMME, owner=("organisation", "donor"), readers=(), fixed=True)


class LedgerEntry(Guarded):
    """Lines that were booked together, all about one contribution.

    Attributes:
        happened_on, booked_on: the day of the fact, and that in the books: later where its period was closed.
        given_currency, given_amount: what the donor paid, where that is not what was owed.
        document, partner: of expenditure: the document of the accounts that says it, and who was paid to do the work;
            of money that came or went back by a line of the bank: that line.
        bank_amount: how much of that line, in its currency.
        line_count: how many lines it has; a trigger holds it, so that none is added later or lies hidden.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="entries")
    donor = models.UUIDField()
    happened_on = models.DateField()
    booked_on = models.DateField()
    entered_at = models.DateTimeField()
    reference = models.TextField(blank=True)
    note = models.TextField(blank=True)
    given_currency = models.CharField(max_length=3, blank=True)
    given_amount = models.BigIntegerField(null=True, blank=True)
    document = models.TextField(blank=True, default="")
    partner = models.TextField(blank=True, default="")
    bank_amount = models.BigIntegerField(null=True, blank=True)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by")
    line_count = models.SmallIntegerField()

    row_rules: ClassVar[RowRules] = _RULES

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="ledger_entry_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(booked_on__gte=models.F("happened_on")), name="ledger_entry_is_booked_in_time"
            ),
            models.CheckConstraint(condition=models.Q(line_count__gte=2), name="ledger_entry_has_two_sides"),
        ]
        indexes = [
            models.Index(fields=["-booked_on", "-entered_at"], name="ledger_entry_by_day"),
            models.Index(fields=["document"], name="ledger_entry_of_a_document", condition=~models.Q(document="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class LedgerLine(Guarded):
    """One side of an entry: above nought for a debit; `amount` in the currency's smallest unit, `dollars` in cents."""

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(LedgerEntry, on_delete=models.PROTECT, related_name="lines")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")
    donor = models.UUIDField()
    booked_on = models.DateField()
    account = models.TextField()
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()
    dollars = models.BigIntegerField()
    units = models.DecimalField(max_digits=20, decimal_places=8)
    spent_on = models.TextField(blank=True)
    state_code = models.CharField(max_length=3, blank=True)
    purpose = models.TextField(blank=True)

    row_rules: ClassVar[RowRules] = _RULES

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(account__in=[account.value for account in Account]), name="ledger_account_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(currency="USD") | models.Q(amount=models.F("dollars")),
                name="ledger_dollars_are_dollars",
            ),
        ]
        indexes = [
            models.Index(fields=["fund", "booked_on"], name="ledger_line_of_a_fund"),
            models.Index(fields=["contribution", "account"], name="ledger_line_of_a_contribution"),
            models.Index(
                fields=["purpose", "account"], name="ledger_line_of_a_purpose", condition=~models.Q(purpose="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.dollars}"


class Balance(models.Model):
    """What is free of a contribution, in cents: kept by a trigger on the lines, so that two at once never overdraw."""

    contribution = models.OneToOneField(Contribution, primary_key=True, on_delete=models.PROTECT, related_name="+")
    free = models.BigIntegerField()

    rights_of_the_web: ClassVar[str] = ""

    class Meta:
        """Constraints in the database."""

        constraints = [models.CheckConstraint(condition=models.Q(free__gte=0), name="contribution_is_never_overdrawn")]

    def __str__(self) -> str:
        return str(self.contribution_id)
