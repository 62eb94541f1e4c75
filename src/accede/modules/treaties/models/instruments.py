"""Instruments, and how far the lists of their parties are known."""

from django.db import models

from accede.modules.treaties.knowledge import Known


class Instrument(models.Model):
    """A treaty. `terms` holds its titles, final clauses and article map as they ship (data/instruments.yaml)."""

    key = models.CharField(primary_key=True, max_length=40)
    number = models.PositiveSmallIntegerField(unique=True)
    adopted_on = models.DateField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="protocols")
    terms = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Coverage(Known):
    """A source that gives the whole list of an instrument's parties on a day."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="coverage")
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    complete_on = models.DateField()
    parties_stated = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta(Known.Meta):
        """Constraints in the database."""

        constraints = [
            *Known.Meta.constraints,
            models.UniqueConstraint(
                fields=["instrument", "source"],
                condition=models.Q(retracted_on__isnull=True),
                name="coverage_is_stated_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.source_id}"


class Absence(Known):
    """A source that names one State as not party to an instrument on a day."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="absences")
    state = models.ForeignKey("reference.State", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")

    class Meta(Known.Meta):
        """Constraints in the database."""

        constraints = [
            *Known.Meta.constraints,
            models.UniqueConstraint(
                fields=["instrument", "state", "on", "source"],
                condition=models.Q(retracted_on__isnull=True),
                name="absence_is_stated_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.state_id} {self.on}"


class Gap(Known):
    """Something that the record is known not to know."""

    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.CASCADE, related_name="gaps")
    subject = models.TextField()
    note = models.TextField()
    source = models.ForeignKey("reference.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Known.Meta):
        """Constraints in the database."""

    def __str__(self) -> str:
        return self.subject
