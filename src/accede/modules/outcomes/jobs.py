"""What is done for outcomes now and again."""

from accede.foundation import clock, jobs
from accede.modules.outcomes.services.reminding import remind


@jobs.repeated("outcomes.remind", cron="41 * * * *")
def remind_of_follow_up() -> None:
    """Remind people of what is to be looked at again; a reminder that was written is not written again."""
    remind(at=clock.now())
