"""Questions that an officer asks about a request, and what its State answers."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.foundation.access.tables import Confidential, RowRules
from accede.modules.assistance.models.requests import AssistanceRequest


class RequestQuestion(Confidential):
    """A question to a State; it waits until it is answered or taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AssistanceRequest, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="question_is_answered_by_words_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
