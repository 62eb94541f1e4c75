"""Imports that wait for a second person, and what became of them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accede.foundation.access.tables import Confidential
from accede.foundation.workflow.models import Staged
from accede.modules.treaties.knowledge import Part


class Proposal(Confidential, Staged):
    """A file whose rows are to come into the record once a second person has confirmed it.

    The rows themselves are not here: they are read from the file again when it is confirmed, so that no query of the
    record can come upon what is not in it. `said`: what was said of all rows; `proposed_by` None: the operator.
    """

    part = models.TextField(choices=Part)
    file_name = models.TextField()
    file_digest = models.CharField(max_length=64)
    said = models.JSONField()
    good_rows = models.BooleanField()
    rows = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    sources: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField())
    face = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)
    edition = models.OneToOneField("treaties.Edition", null=True, on_delete=models.PROTECT, related_name="proposal")

    rights_of_the_web: ClassVar[str] = "select, insert, update (state, moved_at, moved_by, reason, edition_id)"

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="confirmed", edition__isnull=False)
                | (~models.Q(state="confirmed") & models.Q(edition__isnull=True)),
                name="proposal_is_confirmed_with_an_edition",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(reason=""), name="proposal_is_declined_with_a_reason"
            ),
            models.CheckConstraint(condition=models.Q(part__in=Part.values), name="proposal_part_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
