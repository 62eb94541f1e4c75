"""A duty under a mandate."""

from django.db import models

from accede.modules.mandates.models.readings import Reading


class Duty(models.Model):
    """Who owes what to whom, behind which gates, due when. `due_reason` says why no day is known.

    `asked_at` is the place of the paragraph or item it was read from: empty in a coded reading, whose words are ours;
    `words` holds those in other languages. `further_due` holds the deadlines after the first, in the same columns.
    """

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="duties")
    place = models.PositiveIntegerField()
    key = models.TextField()
    paragraph = models.TextField(blank=True)
    asked_at = models.PositiveIntegerField(null=True, blank=True)
    verb = models.TextField(blank=True)
    strength = models.TextField()
    owed_by = models.JSONField(default=list)
    owed_to = models.TextField(blank=True)
    what = models.TextField()
    gates = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    section = models.TextField()
    due_words = models.TextField(blank=True)
    due_from = models.DateField(null=True, blank=True)
    due_until = models.DateField(null=True, blank=True)
    due_source = models.TextField(blank=True)
    due_certainty = models.TextField(blank=True)
    due_reason = models.TextField(blank=True)
    words = models.JSONField(default=dict, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)
    further_due = models.JSONField(default=list, blank=True)

    class Meta:
        """Order and constraints in the database."""

        ordering = ["reading", "place"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "key"], name="duty_has_its_key"),
            models.CheckConstraint(
                condition=models.Q(due_from__isnull=True)
                | models.Q(due_until__isnull=True)
                | models.Q(due_until__gte=models.F("due_from")),
                name="duty_is_due_in_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reading} {self.key}"
