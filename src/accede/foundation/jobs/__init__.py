"""Work done later, by a worker process, from a queue in the same database.

A module writes its jobs as functions in its `jobs.py`, marked with `job`. `enqueue` puts one into the queue as part
of the running transaction: what is rolled back was never asked for. A job whose worker was killed is done again by
another, so a job must do no harm when done twice.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

Job = Task[Any, Any, Any]


def job(name: str, *, attempts: int = 3) -> Callable[[Callable[..., Any]], Job]:
    """Make a function a job. `name` stays for ever: queued jobs are found by it."""
    return app.task(name=name, retry=attempts)


def repeated(name: str, *, cron: str) -> Callable[[Callable[[], object]], Job]:
    """Make a function a job that is done again and again, by one worker each time; `cron` is in its usual form, UTC.

    A time at which no worker runs passes without the job, so it may not count on having been done before.
    """

    def mark(work: Callable[[], object]) -> Job:
        @wraps(work)
        def once(timestamp: int) -> None:
            del timestamp  # when it was due, which no job of ours depends on
            work()

        return app.periodic(cron=cron)(job(name, attempts=1)(once))

    return mark


def enqueue(work: Job, **arguments: object) -> int:
    """Put a job into the queue, once the running transaction is committed; return its number."""
    return work.defer(**arguments)


def enqueue_by_name(name: str, **arguments: object) -> int:
    """Put the job of that name into the queue, for what may not import the job: the job imports it."""
    return app.configure_task(name).defer(**arguments)  # type: ignore[arg-type]  # (the caller knows that it is JSON)


def forget_workers() -> None:
    """Forget all workers, as after moving to another machine: what they were doing is done again by the next one.

    Their signs of life bear the time of another clock, which may be ahead of the one here.
    """
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_workers")
