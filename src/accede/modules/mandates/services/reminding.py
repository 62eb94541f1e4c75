"""Reminders of what mandates ask for soon: each is written once, however often it is looked for."""

from datetime import datetime, timedelta

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.notices import notify
from accede.modules.identity.queries.mailboxes import people_who_may
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.queries.duties import duties_due
from accede.modules.mandates.queries.mandates import mandate_lines

BEFORE_IT_IS_DUE = timedelta(days=30)


@acting(SYSTEM)
def remind(*, at: datetime) -> None:
    """Tell whoever works on mandates what is due within thirty days."""
    today = at.date()
    people = people_who_may(MANDATES_CORRECT, on=today)
    for duty in duties_due(mandate_lines(), on=today) if people else []:
        if duty.due_until is not None and today <= duty.due_until <= today + BEFORE_IT_IS_DUE:
            notify(
                events.DUTY_DUE,
                people,
                at=at,
                about=duty.reference,
                once=f"{duty.reference} {duty.key} {duty.due_until}",
                symbol=duty.symbol,
                duty=duty.key,
                day=duty.due_until,
            )
