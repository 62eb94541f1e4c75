"""Run one worker: ``python -m accede.foundation.jobs`` (with DJANGO_SETTINGS_MODULE set; started by `accede serve`)."""

import asyncio

import django

from accede.foundation import database, processes


def main() -> None:
    """Work until told to stop, or until the process that started this one has gone."""
    processes.end_with_parent()
    database.ensure_running()
    django.setup()
    from accede.foundation.jobs.worker import work  # noqa: PLC0415  (needs Django set up)

    asyncio.run(work())


if __name__ == "__main__":
    main()
