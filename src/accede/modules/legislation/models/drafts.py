"""Drafts of articles that would answer an obligation, and where in a law each would stand."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.legislation.models.laws import OF_ITS_STATE, LawProvision


class Draft(Guarded):
    """An article that would answer an obligation, as it would stand after another provision of a law."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    after = models.ForeignKey(LawProvision, on_delete=models.PROTECT, related_name="+")
    number = models.TextField()
    heading = models.TextField(blank=True)
    text = models.TextField()
    began_with = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~Q(number="") & ~Q(text=""), name="draft_has_a_number_and_words"),
            models.UniqueConstraint(fields=["after", "number"], name="draft_has_a_number_of_its_own"),
        ]
        indexes = [models.Index(fields=["state_code", "obligation"], name="draft_of_a_state")]

    def __str__(self) -> str:
        return self.number
