"""What is done for consultations now and again."""

from accede.foundation import clock, jobs
from accede.modules.coordination.services.consultations import let_time_pass


@jobs.repeated("coordination.let-time-pass", cron="23 * * * *")
def record_silence() -> None:
    """Record where the time to object is over and nobody did; what is recorded is not recorded again."""
    let_time_pass(at=clock.now())
