"""Letters that the programme writes about a request."""

import uuid
from typing import ClassVar

from django.db import models

from accede.foundation.access.tables import Confidential, RowRules
from accede.modules.assistance.models.requests import AssistanceRequest


class RequestLetter(Confidential):
    """A letter as it was written: its words stay as they were, page and files are made of them.

    `running` counts the letters of one request.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AssistanceRequest, on_delete=models.PROTECT, related_name="letters")
    running = models.PositiveSmallIntegerField()
    kind = models.TextField()
    language = models.TextField()
    words = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(fixed=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["request", "running"], name="letter_of_a_request_is_numbered_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
