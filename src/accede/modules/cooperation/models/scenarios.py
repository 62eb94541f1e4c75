"""What-if scenarios that people keep."""

from django.db import models

from accede.core.cooperation.effects import Purpose
from accede.foundation.access.tables import Shareable


class SavedScenario(Shareable):
    """A list of accessions under a name; only whoever made it changes it, which the services hold."""

    name = models.CharField(max_length=80)
    purpose = models.TextField()
    accessions = models.TextField()
    saved_at = models.DateTimeField()
    changed_at = models.DateTimeField()

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
