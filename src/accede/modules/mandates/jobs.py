"""What is done for mandates now and again."""

from accede.foundation import clock, jobs
from accede.modules.mandates.services.reminding import remind


@jobs.repeated("mandates.remind", cron="19 * * * *")
def remind_people() -> None:
    """Tell people what is due soon; a reminder that was written already is not written again."""
    remind(at=clock.now())
