"""What is done for the record now and again."""

from datetime import timedelta

from accede.foundation import clock, jobs
from accede.modules.treaties.services.editions import forget_files_not_used

_LOOKED_AT = timedelta(hours=24)


@jobs.repeated("treaties.forget-files-not-used", cron="23 * * * *")
def forget_files() -> None:
    """Take away the files that somebody looked at a day ago and did not bring in."""
    forget_files_not_used(before=clock.now() - _LOOKED_AT)
