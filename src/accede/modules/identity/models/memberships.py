"""Who acts for whom: the time for which a person belongs to an organisation."""

import uuid

from django.db import models

from accede.foundation.access import Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.identity.models.organisations import Organisation


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
