"""What is done for forms now and again."""

from datetime import datetime

from accede.foundation import clock, jobs
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.forms.models import DRAFTS_KEPT, SENT_KEPT, Draft, Sent


def forget_old_forms(*, at: datetime) -> int:
    """Delete what was sent and what was begun longer ago than it is kept; return how many."""
    with acting(SYSTEM):
        sent, _tables = Sent.objects.filter(at__lt=at - SENT_KEPT).delete()
        drafts, _tables = Draft.objects.filter(changed_at__lt=at - DRAFTS_KEPT).delete()
    return int(sent + drafts)


@jobs.repeated("forms.forget-old", cron="23 * * * *")
def forget() -> None:
    """Delete what forms keep no longer."""
    forget_old_forms(at=clock.now())
