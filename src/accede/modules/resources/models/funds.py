"""Funds, and the rates of exchange at which they are booked: both are public facts."""

import uuid

from django.db import models

CATEGORIES = ("general_purpose", "special_purpose")


class Fund(models.Model):
    """Money with books of its own. `closed_until`: the last day of the period that is closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=20, unique=True)
    name = models.TextField()
    category = models.TextField()
    closed_until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~models.Q(code="") & ~models.Q(name=""), name="fund_has_code_and_name"),
            models.CheckConstraint(condition=models.Q(category__in=CATEGORIES), name="fund_category_is_known"),
        ]

    def __str__(self) -> str:
        return self.code


class ExchangeRate(models.Model):
    """Units of a currency for one United States dollar, from a day on, with where they are published."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    currency = models.CharField(max_length=3)
    effective_on = models.DateField()
    units = models.DecimalField(max_digits=20, decimal_places=8)
    source = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["currency", "effective_on"], name="rate_of_a_day_is_recorded_once"),
            models.CheckConstraint(condition=models.Q(units__gt=0), name="rate_is_above_nought"),
            models.CheckConstraint(condition=~models.Q(source=""), name="rate_has_a_source"),
        ]
        indexes = [models.Index(fields=["-effective_on", "currency"], name="rate_by_day")]

    def __str__(self) -> str:
        return f"{self.currency} {self.effective_on}"
