"""What sources say of treaties beside the nineteen."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accede.core.cooperation.agreements import Status
from accede.core.treaties.acts import ActKind
from accede.modules.treaties.knowledge import Known

KINDS = ("extradition", "mla", "both")


class RegionalTreaty(models.Model):
    """A treaty between several States; `terms` as they ship (data/cooperation/regional_instruments.yaml).

    One that no longer ships stays for the days on which acts under it were known.
    """

    key = models.CharField(primary_key=True, max_length=40)
    place = models.PositiveSmallIntegerField()
    terms = models.JSONField()
    is_shipped = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.key


class RegionalReport(Known):
    """One act of one State under a regional treaty, as one source reports it, for as long as the record knew it."""

    treaty = models.ForeignKey(RegionalTreaty, on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    attested_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta(Known.Meta):
        """Constraints in the database."""

        constraints = [
            *Known.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in ActKind]), name="regional_report_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.treaty_id} {self.state_id}"


class BilateralReport(Known):
    """What one source says of one bilateral treaty, for as long as the record knew it; States in order of codes."""

    key = models.CharField(
        max_length=24, help_text=_("Digest of what the row says: of the same row one is known at a time.")
    )
    first = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    status = models.TextField()
    signed_on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    terminated_on = models.DateField(null=True, blank=True)
    attested_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    title = models.TextField(blank=True)
    note = models.TextField(blank=True)
    is_shipped = models.BooleanField(default=False)

    class Meta(Known.Meta):
        """Constraints in the database."""

        constraints = [
            *Known.Meta.constraints,
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(retracted_on__isnull=True), name="bilateral_report_is_known_once"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="bilateral_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in Status]), name="bilateral_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(second__gt=models.F("first")), name="bilateral_states_are_two_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(terminated_on__isnull=True)
                | models.Q(in_force_on__isnull=True)
                | models.Q(terminated_on__gte=models.F("in_force_on")),
                name="bilateral_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.key
