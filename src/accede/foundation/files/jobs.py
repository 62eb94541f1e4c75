"""What is done for stored files now and again."""

from accede.foundation import clock, jobs
from accede.foundation.files import storing


@jobs.job(storing.SWEEP)
def sweep() -> None:
    """Take away the bytes of what was deleted."""
    storing.sweep(at=clock.now())


@jobs.repeated("files.sweep-hourly", cron="23 * * * *")
def sweep_hourly() -> None:
    """Take away what was only looked at, and bytes that no file has."""
    storing.sweep(at=clock.now())
