"""What is done for people now and again."""

from accede.foundation import clock, jobs
from accede.modules.identity.services.reminding import remind
from accede.modules.identity.services.sessions import forget_ended_sessions


@jobs.repeated("identity.forget-ended-sessions", cron="7 * * * *")
def forget_sessions() -> None:
    """Delete the sessions that have ended: what is kept of a person is no more than is needed."""
    forget_ended_sessions(at=clock.now())


@jobs.repeated("identity.remind", cron="13 * * * *")
def remind_people() -> None:
    """Remind people of what will end or waits; a reminder that was written already is not written again."""
    remind(at=clock.now())
