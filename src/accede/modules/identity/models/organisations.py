"""For whom people act: organisations, and what each is to the programme, for a time."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from accede.foundation.fields import MultilingualField


class Organisation(models.Model):
    """A body for which people act. One that has ended, or was joined into another, stays: the record speaks of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField()
    names = MultilingualField()
    acronym = models.CharField(max_length=32, blank=True)
    state_code = models.CharField(max_length=3, blank=True)
    is_sample = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)
    joined_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["name", "state_code"], name="organisation_is_recorded_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(joined_into__isnull=True)
                | (models.Q(ended_on__isnull=False) & ~models.Q(joined_into=models.F("id"))),
                name="organisation_that_was_joined_has_ended",
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="organisation_by_name")]

    def __str__(self) -> str:
        return self.name


class RolesOfOrganisations(models.QuerySet["OrganisationRole"]):
    """Roles of organisations."""

    def in_order(self) -> Self:
        """Return them as they began, those of one day by their codes."""
        return self.order_by("valid_from", "role")

    def on(self, day: date) -> Self:
        """Return those that count on a day."""
        goes_on = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
        return self.filter(goes_on, valid_from__lte=day)


class OrganisationRole(models.Model):
    """What an organisation is to the programme, from a day to the day before another one; it may be several things."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    role = models.TextField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = RolesOfOrganisations.as_manager()

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "role"],
                condition=models.Q(valid_until__isnull=True),
                name="organisation_role_is_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")) | models.Q(valid_until__isnull=True),
                name="organisation_role_is_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"

    def counts_on(self, day: date) -> bool:
        """Return whether it is the organisation's role on a day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)
