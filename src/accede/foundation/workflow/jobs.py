"""What is done of workflows later."""

from accede.foundation import clock, jobs
from accede.foundation.workflow.later import STEP, AskedFor, take_asked_for


@jobs.job(STEP, attempts=1)
def take_step_later(**asked: object) -> None:
    """Take a step that was asked for on a page or in the API."""
    take_asked_for(AskedFor(**asked), at=clock.now())  # type: ignore[arg-type]  # (as `begin_step` put it into the queue)
