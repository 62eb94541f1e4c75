"""Where facts come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceAuthority(models.TextChoices):
    """How near a source stands to the depositary, nearest first."""

    DEPOSITARY = "depositary", _("Depositary's own record")
    GOVERNMENT = "government", _("Government gazette or treaty office")
    ORGANISATION = "organisation", _("International organisation")
    SECONDARY = "secondary", _("Secondary literature")
    PRESS = "press", _("Press")
    DERIVED = "derived", _("Derived from other sources")
    UNSOURCED = "unsourced", _("Read, but the address was not kept")


class Source(models.Model):
    """A document that states facts, and the day on which it stood as read."""

    key = models.SlugField(primary_key=True, max_length=80)
    title = models.TextField()
    locator = models.TextField(help_text=_("Address or citation."))
    publisher = models.TextField(blank=True)
    authority = models.TextField(choices=SourceAuthority)
    as_of_from = models.DateField(null=True, blank=True)
    as_of_until = models.DateField(null=True, blank=True)
    as_of_note = models.TextField(blank=True)
    checked_on = models.DateField()
    licence_note = models.TextField(blank=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(authority__in=SourceAuthority.values), name="source_authority_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(as_of_until__gte=models.F("as_of_from")) | models.Q(as_of_from__isnull=True),
                name="source_day_is_a_period",
            ),
        ]

    def __str__(self) -> str:
        return self.key
