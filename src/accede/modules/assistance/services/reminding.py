"""Reminders of what is due for requests: each is written once, however often it is looked for."""

from datetime import datetime, timedelta

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.assistance import events
from accede.modules.assistance.models import AssistanceRequest, RequestQuestion
from accede.modules.assistance.services.telling import tell_programme, tell_requester

BEFORE_A_STEP = timedelta(days=2)
BEFORE_AN_ANSWER = timedelta(days=7)


@acting(SYSTEM)
def remind(*, at: datetime) -> None:
    """Remind officers of steps that are due, and again once they are late; States of answers that are due."""
    today = at.date()
    for row in AssistanceRequest.objects.filter(due_on__lte=today + BEFORE_A_STEP).order_by("pk"):
        late = "late" if row.due_on and row.due_on < today else "soon"
        tell_programme(events.STEP_DUE, row, at=at, once=f"{row.pk} {row.due_on} {late}", day=row.due_on)
    waiting = RequestQuestion.objects.filter(
        request__waits_for="state", answered_at__isnull=True, due_on__lte=today + BEFORE_AN_ANSWER
    )
    for question in waiting.select_related("request").order_by("id"):
        late = "late" if question.due_on < today else "soon"
        once = f"{question.id} {late}"
        tell_requester(events.ANSWER_DUE, question.request, at=at, once=once, day=question.due_on)
