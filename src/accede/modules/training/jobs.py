"""What is done for training now and again."""

from accede.foundation import clock, jobs
from accede.modules.training.services.following import ask_participants
from accede.modules.training.services.keeping import erase_what_is_over


@jobs.repeated("training.ask-participants", cron="41 5 * * *")
def ask_what_is_used() -> None:
    """Ask the participants of whom it is time what they use; who was asked is not asked again."""
    ask_participants(at=clock.now())


@jobs.repeated("training.erase-what-is-over", cron="11 4 * * *")
def erase_officials() -> None:
    """Take away what names officials whose time to be kept is over."""
    erase_what_is_over(at=clock.now())
