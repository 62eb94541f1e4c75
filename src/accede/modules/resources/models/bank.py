"""Lines of the bank's statements, as they came in; which of them the books have is asked of the ledger."""

import uuid

from django.db import models

from accede.foundation.access.tables import Confidential


class BankLine(Confidential):
    """One payment on an account, above nought where it came in; in the smallest unit of its currency.

    Attributes:
        reference: what tells it from every other one: entries of the ledger name it as their document.
        instructed_currency, instructed_amount: what the payer gave, where that is in another currency.
        aside: why it is no contribution's, once somebody has said so.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=120, unique=True)
    account = models.TextField()
    statement = models.TextField()
    booked_on = models.DateField()
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()
    payer = models.TextField(blank=True)
    remittance = models.TextField(blank=True)
    instructed_currency = models.CharField(max_length=3, blank=True)
    instructed_amount = models.BigIntegerField(null=True, blank=True)
    is_return = models.BooleanField(default=False)
    aside = models.TextField(blank=True, default="")
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~models.Q(amount=0), name="bank_line_moves_something"),
            models.CheckConstraint(condition=models.Q(level="programme"), name="bank_line_is_never_public"),
        ]
        indexes = [models.Index(fields=["-booked_on"], name="bank_line_by_day")]

    def __str__(self) -> str:
        return self.reference
