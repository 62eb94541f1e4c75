"""Rows that say what the record knew, and from which day until which: added, closed once, never changed.

Modules above have tables of this kind too; an edition belongs to one part of the record.
"""

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class Part(models.TextChoices):
    """What an edition changed of the record."""

    ACTS = "acts", _("Acts under the universal instruments")
    TREATIES = "treaties", _("Treaties between two States")


class KnownRows(models.QuerySet[Row_co]):
    """Rows of which each was known for a while."""

    def known(self, on: date | None = None) -> Self:
        """Return the rows that the record held at the end of the day `on`; without one, those that it holds now."""
        if on is None:
            return self.filter(retracted_on=None)
        return self.filter(Q(retracted_on=None) | Q(retracted_on__gt=on), known_on__lte=on)


class Known(models.Model):
    """Something that the record knows, or knew for a while; each row is one such period.

    What comes in again after it was taken back is a new row beside the old one, so that what the record said of any
    day before stays as it was. The editions say who brought it, who took it back, and why. Triggers refuse any other
    change.
    """

    known_on = models.DateField(help_text=_("The day from which this record knew it."))
    edition = models.ForeignKey("treaties.Edition", on_delete=models.PROTECT, related_name="+", db_index=False)
    retracted_on = models.DateField(
        null=True, blank=True, help_text=_("The day on which the record took it back, as misread or replaced.")
    )
    retracted_by = models.ForeignKey(
        "treaties.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = KnownRows.as_manager()

    rights_of_the_web: ClassVar[str] = "select, insert, update (retracted_on, retracted_by_id)"

    class Meta:
        """Constraints in the database, of every table of this kind."""

        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(retracted_on__isnull=True, retracted_by__isnull=True)
                | Q(retracted_on__isnull=False, retracted_on__gte=F("known_on")),
                name="%(app_label)s_%(class)s_is_known_before_retracted",
            )
        ]
