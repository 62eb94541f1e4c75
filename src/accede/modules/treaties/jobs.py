"""What is done for the register now and again."""

from accede.foundation import clock, jobs
from accede.modules.treaties.services.following import tell_followers


@jobs.repeated("treaties.tell-followers", cron="29 * * * *")
def tell_those_who_follow() -> None:
    """Tell people of acts that they follow; each is told of a report once."""
    tell_followers(at=clock.now())
