"""Reminders that an outcome is to be looked at again: each is written once, however often it is looked for."""

from datetime import datetime, timedelta

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.notices import notify
from accede.foundation.texts import isolated
from accede.modules.identity.queries.holders import holders_of
from accede.modules.outcomes import events
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP
from accede.modules.outcomes.models import OutcomeFollowUp

BEFORE = timedelta(days=14)


@acting(SYSTEM)
def remind(*, at: datetime) -> None:
    """Remind whoever can answer two weeks before a follow-up is due, and again once it is late."""
    today = at.date()
    rows = OutcomeFollowUp.objects.filter(answer="", due_on__lte=today + BEFORE, outcome__taken_back_at__isnull=True)
    for row in rows.select_related("outcome").order_by("due_on", "id"):
        persons = [
            one.person
            for permission in (OUTCOMES_KEEP, OUTCOMES_ANSWER)
            for one in holders_of(permission, over=row.belongs_to, on=today, reader=SYSTEM)
        ]
        once = f"{row.pk} {'late' if row.due_on < today else 'soon'}"
        words = {"title": isolated(row.outcome.title), "day": row.due_on}
        notify(events.DUE, persons, at=at, about=str(row.outcome_id), once=once, **words)
