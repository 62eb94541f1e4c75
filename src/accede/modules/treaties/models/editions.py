"""Editions of the record: every batch of reports that came in, or was taken back, makes one."""

from django.db import models


class Edition(models.Model):
    """A state of the record. The newest number tells every process whether its snapshot is still right.

    `reason`: the name of the file that was brought, or why an earlier edition was taken back. `takes_back`: that
    edition; taking back an edition that took back another one brings the rows in again.
    """

    made_at = models.DateTimeField()
    face = models.TextField()
    reason = models.TextField()
    file_digest = models.TextField(blank=True)
    added = models.PositiveIntegerField(default=0)
    retracted = models.PositiveIntegerField(default=0)
    part = models.TextField(blank=True)
    made_by = models.UUIDField(null=True)
    takes_back = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_back_by"
    )

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(takes_back__isnull=True) | ~models.Q(reason=""),
                name="edition_says_why_it_takes_back",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
