"""Bring up what a command needs, and no more than that."""

import gc
import logging
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh-hans")


@contextmanager
def reading_the_program() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read stays, and looking through all of it takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def set_up(apps: Collection[str] = ()) -> None:
    """Set Django up, with `apps` only where some are named; touches no database."""
    import django  # noqa: PLC0415  (help must not wait for it)
    from django.apps import registry  # noqa: PLC0415  (as above)
    from django.conf import settings  # noqa: PLC0415  (as above)

    if apps and not registry.apps.ready:
        settings.INSTALLED_APPS = [app for app in settings.INSTALLED_APPS if app in apps]
    # Classes and modules are not garbage: looking for some while they are made takes a tenth of the time.
    gc.disable()
    try:
        django.setup()
    finally:
        gc.enable()
    # What became of the connection is told in one line at the end; the pool would tell every attempt.
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)


def reach_database() -> None:
    """Start the database where it is ours to start, and wait until it answers."""
    from accede.foundation import database  # noqa: PLC0415  (as above)

    database.ensure_running()


def default_language() -> str:
    """Return the language of this terminal: ACCEDE_LANG, else that of the locale, else English."""
    for variable in ("ACCEDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").lower().replace("_", "-")
        if value:
            return _known(value.partition(".")[0])
    return "en"


def _known(value: str) -> str:
    if value.startswith("zh"):
        return "zh-hans"
    return next((code for code in LANGUAGES if value == code or value.startswith(f"{code}-")), "en")
