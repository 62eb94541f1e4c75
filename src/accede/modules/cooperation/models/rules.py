"""What a State's own law says about extradition."""

from django.db import models

from accede.core.cooperation.national_rules import Nationals, Needs
from accede.modules.treaties.knowledge import Known


class NationalRule(Known):
    """Whether a State makes extradition conditional on a treaty, and extradites its nationals, as a source says."""

    state = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    needs_treaty = models.TextField()
    nationals = models.TextField()
    words = models.TextField(blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    is_secondary = models.BooleanField(default=False)

    class Meta(Known.Meta):
        """Constraints in the database."""

        constraints = [
            *Known.Meta.constraints,
            models.UniqueConstraint(
                fields=["state"], condition=models.Q(retracted_on__isnull=True), name="national_rule_is_known_once"
            ),
            models.CheckConstraint(
                condition=models.Q(needs_treaty__in=[n.value for n in Needs]), name="national_rule_needs_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(nationals__in=[n.value for n in Nationals]), name="national_rule_nationals_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.state_id
