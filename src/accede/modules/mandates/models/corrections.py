"""What an officer corrected in a reading."""

from django.db import models

from accede.modules.mandates.models.readings import Reading


class Correction(models.Model):
    """One value of a paragraph or duty that was misread: what was read, what is right, why, by whom and when.

    `about` names the paragraph by its path and place or the duty by "duty " and its key. The newest correction of a
    value holds.
    """

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="corrections")
    about = models.TextField()
    field = models.TextField()
    was = models.JSONField(null=True)
    value = models.JSONField(null=True)
    why = models.TextField()
    corrected_by = models.TextField()
    corrected_at = models.DateTimeField()

    class Meta:
        """Order of corrections: as they were made."""

        ordering = ["reading", "pk"]

    def __str__(self) -> str:
        return f"{self.reading} {self.about} {self.field}"
