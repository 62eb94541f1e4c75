"""Editions of the record: every batch of reports that came in makes one."""

from django.db import models


class Edition(models.Model):
    """A state of the record. The newest number tells every process whether its snapshot is still right."""

    made_at = models.DateTimeField()
    face = models.TextField()
    reason = models.TextField()
    file_digest = models.TextField(blank=True)
    added = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.pk)
