"""What is done for requests now and again."""

from accede.foundation import clock, jobs
from accede.modules.assistance.services.reminding import remind


@jobs.repeated("assistance.remind", cron="17 * * * *")
def remind_of_requests() -> None:
    """Remind people of what is due; a reminder that was written already is not written again."""
    remind(at=clock.now())
