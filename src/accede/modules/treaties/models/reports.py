"""What one source says that one State did under one instrument."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.knowledge import Known


class Report(Known):
    """One act as one source reports it, for as long as the record knew it (core `RecordedAct`)."""

    key = models.CharField(
        max_length=24, help_text=_("Digest of what the row says: of the same row one is known at a time.")
    )
    instrument = models.ForeignKey(
        "treaties.Instrument", on_delete=models.PROTECT, related_name="reports", db_index=False
    )
    state = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField()
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+", db_index=False)
    attested_on = models.DateField()
    on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    withdraws = models.CharField(max_length=24, blank=True)
    subject = models.TextField(blank=True)
    depositary = models.TextField(blank=True)
    reservation_noted = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    edition = models.ForeignKey("treaties.Edition", on_delete=models.PROTECT, related_name="reports", db_index=False)

    class Meta(Known.Meta):
        """Constraints in the database; no index that the import must keep up and nobody reads."""

        # What was taken back is little, and asked for on every page of a State under an instrument.
        indexes = [
            models.Index(
                fields=["retracted_by"],
                condition=models.Q(retracted_by__isnull=False),
                name="report_taken_back",
            )
        ]
        constraints = [
            *Known.Meta.constraints,
            # A constraint, not `unique=True`: that would add a second index for LIKE.
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(retracted_on__isnull=True), name="report_is_known_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in ActKind]), name="report_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.key
