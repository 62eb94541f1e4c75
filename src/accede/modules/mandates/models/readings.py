"""A reading of a mandate's text, and its paragraphs."""

from django.db import models

from accede.core.mandates.cutting.structure import Kind, Part
from accede.modules.mandates.models.mandates import Mandate


class ReadingKind(models.TextChoices):
    """Where a reading comes from."""

    IMPORTED = "imported"
    CODED = "coded"


class Reading(models.Model):
    """What was read of one document, or the coded reading that ships; `digest` tells the same document again.

    `lines` are the document's lines, so that the reading can be repeated; `data` is what was read, and what was not.
    `given_adopted_on` is the day of adoption as whoever imported it gave it, where the text does not tell.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="readings")
    kind = models.TextField(choices=ReadingKind)
    digest = models.TextField()
    file_name = models.TextField(blank=True)
    format = models.TextField(blank=True)
    lines = models.JSONField(default=list)
    data = models.JSONField(default=dict)
    read_at = models.DateTimeField()
    read_by = models.TextField(blank=True)
    given_adopted_on = models.DateField(null=True, blank=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=ReadingKind.values), name="reading_kind_is_known"),
            models.UniqueConstraint(fields=["mandate", "digest"], name="reading_of_a_document_once"),
        ]

    def __str__(self) -> str:
        return f"{self.mandate} {self.kind} {self.digest[:8]}"


class Paragraph(models.Model):
    """A paragraph of a reading, as read; what an officer corrected stands beside it.

    `division` names the part of the resolution that counts for itself, as "B"; empty where there is none.
    """

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="paragraphs")
    place = models.PositiveIntegerField()
    path = models.TextField(blank=True)
    kind = models.TextField()
    part = models.TextField()
    division = models.TextField(blank=True, default="")
    number = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    phrase = models.TextField(blank=True)
    base = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        """Order and constraints in the database."""

        ordering = ["reading", "place"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "place"], name="paragraph_has_its_place"),
            models.CheckConstraint(condition=models.Q(kind__in=[str(k) for k in Kind]), name="paragraph_kind_is_known"),
            models.CheckConstraint(condition=models.Q(part__in=[str(p) for p in Part]), name="paragraph_part_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.reading} {self.path}"
