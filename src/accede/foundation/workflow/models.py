"""The columns of a thing that goes from state to state."""

from django.db import models


class Staged(models.Model):
    """A thing in a state; since when, by whom, and why, where a reason was given.

    `moved_by` is None for the operator's own commands and jobs, and before the first step. Only `take_step` writes
    these columns; a trigger (`holding`) refuses whatever the workflow does not offer.
    """

    state = models.TextField()
    moved_at = models.DateTimeField(null=True)
    moved_by = models.UUIDField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        abstract = True
