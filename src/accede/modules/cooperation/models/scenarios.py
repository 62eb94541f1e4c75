"""What-if scenarios that people keep."""

import uuid

from django.db import models

from accede.core.cooperation.effects import Purpose
from accede.foundation.access.tables import Confidential, RowRules


class SavedScenario(Confidential):
    """A list of accessions under a name.

    Restricted to the person who saved it and those whom they named. Shared with an organisation it is that
    organisation's at level programme, so that whoever acts for it sees it for as long as they do. Whoever made it
    always stands among its readers; only they change it, which the services hold.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    purpose = models.TextField()
    accessions = models.TextField()
    saved_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    row_rules = RowRules(changed_by_readers=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["made_by", "name"], name="scenario_of_a_person_is_named_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="scenario_has_a_name"),
            models.CheckConstraint(condition=~models.Q(accessions=""), name="scenario_has_accessions"),
            models.CheckConstraint(
                condition=models.Q(purpose__in=[purpose.value for purpose in Purpose]), name="scenario_purpose_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=["restricted", "programme"]), name="scenario_is_never_public"
            ),
        ]

    def __str__(self) -> str:
        return self.name
