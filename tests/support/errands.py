"""Jobs for the tests of the queue."""

import os
import time
from pathlib import Path

from accede.foundation import jobs


@jobs.job("tests.note")
def note(*, path: str, seconds: float = 0) -> None:
    """Write down that the job was begun, take some time, and write down that it was done."""
    with Path(path).open("a", encoding="utf-8") as notes:
        notes.write("begun\n")
        notes.flush()
        time.sleep(seconds)
        notes.write("done\n")


@jobs.repeated("tests.tick", cron="* * * * * *")
def tick() -> None:
    """Write down every second that it passed, where the test wants to know."""
    if path := os.environ.get("ACCEDE_TEST_TICKS"):
        with Path(path).open("a", encoding="utf-8") as notes:
            notes.write("tick\n")
