"""For whom somebody acts: organisations, and the time for which a person belongs to one."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Guarded, RowRules


class OrganisationKind(models.TextChoices):
    """What an organisation is to the programme."""

    AUTHORITY = "authority", _("Ministry or authority of a State")
    UN_BODY = "un-body", _("United Nations body")
    REGIONAL = "regional", _("Regional organisation")
    DONOR = "donor", _("Donor")
    SECRETARIAT = "secretariat", _("Secretariat")


class Organisation(models.Model):
    """A body for which people act; an authority belongs to a State, named by its code."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField(_("Name"))
    acronym = models.CharField(_("Acronym"), max_length=32, blank=True)
    kind = models.TextField(_("Kind"), choices=OrganisationKind)
    state_code = models.CharField(_("State"), max_length=3, blank=True)
    is_sample = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["name", "state_code"], name="organisation_is_recorded_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values), name="organisation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="authority") | ~models.Q(state_code=""),
                name="organisation_of_a_state_names_it",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Guarded):
    """A person's time in an organisation, from a day to the day before another one.

    Seen by the person, by those who act for the organisation, and by those who work for the programme.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    is_coordinator = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    row_rules = RowRules(
        level=Level.PROGRAMME, owner=(ORGANISATION, "organisation_id"), readers=("person_id",), changed_by_readers=True
    )

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=models.Q(valid_until__isnull=True),
                name="membership_is_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")) | models.Q(valid_until__isnull=True),
                name="membership_is_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.organisation_id}"
