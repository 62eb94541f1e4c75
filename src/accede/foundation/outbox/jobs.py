"""What is done for letters and notices: sent as soon as there are any, looked after each minute, forgotten in time."""

from accede.foundation import clock, jobs
from accede.foundation.outbox.delivering import deliver_waiting, forget_old
from accede.foundation.outbox.models import DELIVER


@jobs.job(DELIVER, attempts=1)
def deliver() -> None:
    """Send what waits; what is more than one turn takes is left to the next job, so that others have theirs."""
    if deliver_waiting():
        jobs.enqueue(deliver)


@jobs.repeated("outbox.round", cron="* * * * *")
def look_again() -> None:
    """Send what has become due: second attempts, letters of notices, what a worker that died has left."""
    deliver_waiting()


@jobs.repeated("outbox.forget", cron="41 * * * *")
def forget() -> None:
    """Delete letters and notices that were kept long enough."""
    forget_old(at=clock.now())
