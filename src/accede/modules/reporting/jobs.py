"""What is done for reports now and again."""

from accede.foundation import clock, jobs
from accede.modules.reporting.services.editing import forget_old_writing


@jobs.repeated("reporting.forget-old-writing", cron="37 * * * *")
def forget() -> None:
    """Let go what people began to write and left."""
    forget_old_writing(at=clock.now())
