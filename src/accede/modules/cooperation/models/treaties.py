"""What sources say of treaties beside the nineteen."""

from django.db import models

from accede.core.cooperation.agreements import Status
from accede.core.treaties.acts import ActKind

KINDS = ("extradition", "mla", "both")


class RegionalTreaty(models.Model):
    """A treaty between several States; `terms` as they ship (data/cooperation/regional_instruments.yaml)."""

    key = models.CharField(primary_key=True, max_length=40)
    place = models.PositiveSmallIntegerField()
    terms = models.JSONField()

    def __str__(self) -> str:
        return self.key


class RegionalReport(models.Model):
    """One act of one State under a regional treaty, as one source reports it."""

    treaty = models.ForeignKey(RegionalTreaty, on_delete=models.PROTECT, related_name="reports")
    state = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    attested_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in ActKind]), name="regional_report_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.treaty_id} {self.state_id}"


class BilateralReport(models.Model):
    """What one source says of one bilateral treaty; the two States in the order of their codes."""

    key = models.CharField(max_length=24, help_text="Digest of what the row says: the same row twice is one.")
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
    edition = models.ForeignKey("treaties.Edition", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["key"], name="bilateral_report_is_recorded_once"),
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
