"""Tables of forms: what was sent, so that it is done once, and what is being written, so that it is not lost."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models

from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules

SENT_KEPT = timedelta(days=2)
"""Longer than a page with a form stays open."""
DRAFTS_KEPT = timedelta(days=90)
"""So long does what somebody began to write wait for them; it may hold personal data, so it goes by itself."""


class Sent(Guarded):
    """A form that was sent and done, by the token that came with it, and where it led."""

    token = models.UUIDField(primary_key=True)
    person = models.UUIDField()
    led_to = models.TextField(blank=True)
    at = models.DateTimeField(db_index=True)

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    def __str__(self) -> str:
        return str(self.token)


class Draft(Guarded):
    """What somebody has written into a long form so far: answers by task."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.UUIDField()
    form = models.TextField()
    answers = models.JSONField(default=dict)
    changed_at = models.DateTimeField(db_index=True)

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    class Meta(Guarded.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="draft_of_a_form_is_one")]

    def __str__(self) -> str:
        return f"{self.form} {self.person}"
