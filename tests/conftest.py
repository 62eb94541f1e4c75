"""What every test has: a stopped clock, no way to the network, and, if it asks, a database of its own."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connections
from django.test.utils import setup_databases
from django.utils import translation
from hypothesis import Phase, settings
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation import clock, database
from accede.site import preparing
from tests.support import browser, committed, databases

#: Later than every fact that ships, so that a test's "today" is a day on which all of them are known.
TODAY = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

# A law holds however busy the machine is; whether it is quick is for bench/ to say. Each run draws other examples.
settings.register_profile("laws", deadline=None, max_examples=40)
# Whoever only asks whether a law is broken need not wait for the simplest example: --hypothesis-profile=whether
settings.register_profile("whether", settings.get_profile("laws"), phases=(Phase.explicit, Phase.generate))
settings.load_profile("laws")


@pytest.fixture(autouse=True)
def stopped_clock() -> Iterator[datetime]:
    """Hold the clock at one moment in all tests."""
    with clock.stopped_at(TODAY):
        yield TODAY


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin every test in English: a request in another test may have left its language behind."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Start the database and give this run, or this parallel worker, a test database of its own."""
    database.ensure_running()
    slot = databases.take_slot()
    databases.drop_outdated(slot)
    settings_of_database = connections["default"].settings_dict
    # Both names: what forgot to ask for a test database must not find the one that people work with.
    settings_of_database["NAME"] = settings_of_database["TEST"]["NAME"] = databases.name_for(slot)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Make the test database, also when only fixtures of ours ask for one; tests that really commit may empty it."""
    with django_db_blocker.unblock():
        setup_databases(verbosity=0, interactive=False, aliases={"default": False}, keepdb=True)
        committed.let_record_be_emptied()


def pytest_configure() -> None:
    """Compile the message catalogues that have changed: pages in six languages are tested as they are written."""
    preparing.compile_messages()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the journeys out, aloud, where there is no browser; in CI, which installs one, that is an error."""
    journeys = [item for item in items if item.get_closest_marker("journey")]
    if journeys and browser.find_chromium() is None:
        if os.environ.get("CI"):
            raise pytest.UsageError(browser.ADVICE)
        config.hook.pytest_deselected(items=journeys)
        items[:] = [item for item in items if item not in journeys]
        config.stash[_LEFT_OUT] = len(journeys)


@pytest.hookimpl(trylast=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep tests together that share what is dear to make: of several workers, one makes it, once, and begins early."""
    if any(name in _DEAR for name in getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.xdist_group(item.path.stem))


_DEAR = frozenset({"site", "sides", "everybody", "made_now"})
"""Fixtures of a whole file: the site on the whole record, everybody with a browser of their own, an archive."""


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what was left out and how to have it run."""
    if left_out := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.section("journeys left out")
        terminalreporter.write_line(f"{left_out} journeys. {browser.ADVICE}")


_LEFT_OUT = pytest.StashKey[int]()
