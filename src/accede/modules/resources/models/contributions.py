"""Contributions: what a donor promised, what it agreed to, for what, and when it is to pay."""

import uuid
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accede.foundation.access import Level
from accede.foundation.access.tables import Confidential, Guarded, RowRules
from accede.modules.resources.models.funds import Fund

_CODES = models.TextField()


class Contribution(Confidential):
    """A pledge, and the agreement that it may become. Amounts in the smallest unit of the currency.

    It belongs to the donor: whoever acts for the donor reads it, and so does whoever works for the whole programme.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    donor = models.ForeignKey("identity.Organisation", on_delete=models.PROTECT, related_name="+")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="+")
    pledged_on = models.DateField()
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()
    purpose = models.TextField(blank=True)
    states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list, blank=True)
    regions: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list, blank=True)
    themes: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list, blank=True)
    kinds: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list, blank=True)
    not_states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list, blank=True)
    spend_from = models.DateField(null=True, blank=True)
    spend_until = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    agreement = models.TextField(blank=True)
    support_rate = models.DecimalField(max_digits=5, decimal_places=4, default=Decimal("0.13"))
    support_exception = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="contribution_is_above_nought"),
            models.CheckConstraint(condition=models.Q(level="programme"), name="contribution_is_never_public"),
            models.CheckConstraint(
                condition=models.Q(agreed_on__isnull=True, agreement="")
                | (~models.Q(agreement="") & models.Q(agreed_on__isnull=False)),
                name="contribution_is_agreed_by_a_paper_on_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(spend_until__gte=models.F("spend_from"))
                | models.Q(spend_until__isnull=True)
                | models.Q(spend_from__isnull=True),
                name="contribution_is_spent_in_a_period",
            ),
            models.CheckConstraint(
                condition=models.Q(support_rate__gte=0, support_rate__lt=1), name="contribution_support_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Instalment(Guarded):
    """A part of an agreement and the day on which it is due."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="instalments")
    donor = models.UUIDField()
    due_on = models.DateField()
    amount = models.BigIntegerField()

    row_rules = RowRules(level=Level.PROGRAMME, owner=("organisation", "donor"), readers=())

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["contribution", "due_on"], name="instalment_is_due_once_a_day"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="instalment_is_above_nought"),
        ]
        indexes = [models.Index(fields=["due_on"], name="instalment_by_day")]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.due_on}"
