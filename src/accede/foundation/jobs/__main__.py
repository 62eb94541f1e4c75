"""Run one worker: ``python -m accede.foundation.jobs`` (with DJANGO_SETTINGS_MODULE set; started by `accede serve`)."""

import asyncio
import sys

import django

from accede.foundation import database, processes
from accede.foundation.readiness import words_for


def main() -> None:
    """Work until told to stop, or until the process that started this one has gone."""
    processes.end_with_parent()
    try:
        database.ensure_running()
        django.setup()
    except Exception as error:
        if not (words := words_for(error)):
            raise
        sys.exit(words)
    from accede.foundation.jobs.worker import work  # noqa: PLC0415  (needs Django set up)

    asyncio.run(work())


if __name__ == "__main__":
    main()
