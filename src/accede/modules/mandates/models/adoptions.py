"""What an officer recorded of a mandate: what became of a draft, and whether a mandate is still needed."""

from django.db import models

from accede.modules.mandates.models.mandates import Mandate


class Adoption(models.Model):
    """What became of a draft: adopted as which text, by whom, on which day, by which source. The newest row holds.

    `symbol` is empty where the officer recorded that it was not adopted. `is_verified` says that the officer read the
    adopted text or its record; else the source only says so.
    """

    draft = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="adoptions")
    symbol = models.TextField(blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    source = models.TextField()
    is_verified = models.BooleanField(default=False)
    recorded_by = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Order and constraints in the database."""

        ordering = ["draft", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(source=""), name="adoption_has_its_source"),
            models.CheckConstraint(
                condition=~models.Q(symbol="") | models.Q(adopted_on__isnull=True), name="adoption_day_is_of_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft} {self.symbol}"


class Verdict(models.TextChoices):
    """What a review of a mandate proposes."""

    KEEP = "keep"
    UPDATE = "update"
    END = "end"


class Review(models.Model):
    """A review of a mandate by an officer: keep it, update it or end it, and the reasons. The newest row holds."""

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.TextField(choices=Verdict)
    why = models.TextField()
    reviewed_by = models.TextField()
    reviewed_at = models.DateTimeField()

    class Meta:
        """Order and constraints in the database."""

        ordering = ["mandate", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(verdict__in=Verdict.values), name="review_verdict_is_known"),
            models.CheckConstraint(condition=~models.Q(why=""), name="review_has_its_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.mandate} {self.verdict}"
