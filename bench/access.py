"""What row-level security and the record cost a page and a write, beside the same without.

Limits: 1.3 times for reads, 2 times for writes. Run alone: `make bench ARGS=access`.
"""

import gc
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
MOST_FOR_READS, MOST_FOR_WRITES = 1.3, 2.0
ROUNDS, TIMES = 12, 12
EVENTS = 20_000
AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
#: A day on which the people of the tests hold their roles.
TODAY = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def main() -> int:
    """Prepare a database that is thrown away, measure, print, and say whether the limits hold."""
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        from accede.foundation import clock  # noqa: PLC0415  (needs Django set up)
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        people = make_people()
        with clock.stopped_at(TODAY):
            return 0 if costs(people) else 1
    finally:
        shutil.rmtree(home, ignore_errors=True)


def make_people() -> dict[str, UUID]:
    """Make an administrator, a focal point with ten colleagues, and a long record of the past."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access import SYSTEM, Level, Scope  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.audit import Face, Subject  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.audit.recording import record  # noqa: PLC0415  (needs Django set up)
    from accede.modules.identity import events  # noqa: PLC0415  (needs Django set up)
    from tests.factories import people  # noqa: PLC0415  (needs Django set up)

    with database.as_owner():
        ministry = people.organisation()
        found = {
            "administrator": people.person("Ada Adeyi", role="administrator"),
            "focal point": people.person("Amal Abara", acts_for=ministry, role="focal_point", scope=("state", "XSA")),
        }
        for number in range(10):
            people.person(f"Colleague{number} Sample", acts_for=ministry)
        for number in range(EVENTS):
            owner = Scope("state", ("XSA", "XSB")[number % 2])
            about = Subject("file", str(number), tuple(Level)[number % 4], owner)
            record(events.SIGNED_IN, about=about, by=SYSTEM, at=AT, face=Face.JOB)
    return {"ministry": ministry, **{name: one.id for name, one in found.items()}}


def costs(people: dict[str, UUID]) -> bool:
    """Print the cost of each thing with all guards, as a ratio to the same without."""
    from django.test import Client  # noqa: PLC0415  (needs Django set up)

    from accede.modules.identity.queries.signing_in import account  # noqa: PLC0415  (needs Django set up)
    from tests.factories.nine_people import with_app  # noqa: PLC0415  (needs Django set up)

    clients = {}
    for name in ("administrator", "focal point"):
        clients[name] = Client(HTTP_HOST="localhost")
        person = account(people[name])
        assert person is not None
        clients[name].force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        with_app(person)
    numbers = iter(range(10**9))

    def read(name: str, address: str) -> Callable[[], None]:
        def ask() -> None:
            assert clients[name].get(address).status_code == 200, address

        return ask

    def write() -> None:
        form = {"name": f"Body {next(numbers)}", "kind": "un-body"}
        assert clients["administrator"].post("/en/organisations/", form).status_code == 302

    own = f"/en/organisations/{people['ministry']}/"
    things = [
        (
            "page: own organisation, 11 members",
            MOST_FOR_READS,
            read("focal point", own),
        ),
        ("page: 50 newest of 20,000 events", MOST_FOR_READS, read("administrator", "/en/record/")),
        ("page: own work", MOST_FOR_READS, read("focal point", "/en/work/")),
        ("write: record an organisation (a form)", MOST_FOR_WRITES, write),
    ]
    print(f"{'':42}{'guarded':>10}{'without':>10}{'ratio':>8}{'limit':>7}")
    held = [compare(what, limit, act) for what, limit, act in things]
    return all(held)


def compare(what: str, limit: float, act: Callable[[], None]) -> bool:
    """Measure by turns, so that both meet the same weather; compare the medians of the rounds."""
    guarded, bare = [], []
    for _ in range(ROUNDS):
        guarded.append(timed(act))
        with without_guards():
            bare.append(timed(act))
    ratio = statistics.median(guarded) / statistics.median(bare)
    print(
        f"{what:42}{statistics.median(guarded) * 1000:8.2f}ms{statistics.median(bare) * 1000:8.2f}ms"
        f"{ratio:8.2f}{limit:7.1f}{'' if ratio <= limit else '  over the limit'}"
    )
    return ratio <= limit


def timed(act: Callable[[], None]) -> float:
    """Return the median seconds of doing it some times."""
    act()
    gc.collect()
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


@contextmanager
def without_guards() -> Iterator[None]:
    """Have the database guard nothing and be told nothing, and the record write nothing."""
    from accede.foundation.access import acting  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.audit import recording  # noqa: PLC0415  (needs Django set up)

    tell, record = acting._tell, recording.record
    users = [module for module in list(sys.modules.values()) if getattr(module, "record", None) is record]
    guard(on=False)
    acting._tell = nothing
    for module in users:
        vars(module)["record"] = nothing
    try:
        yield
    finally:
        acting._tell = tell
        for module in users:
            vars(module)["record"] = record
        guard(on=True)


def nothing(*_words: object, **_named: object) -> None:
    """Stand for what is left out."""


def guard(*, on: bool) -> None:
    """Switch the policies on or off."""
    from django.db import connection  # noqa: PLC0415  (needs Django set up)

    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access.protecting import protected_tables  # noqa: PLC0415  (needs Django set up)

    how = "enable" if on else "disable"
    with database.as_owner(), connection.cursor() as cursor:
        for model in protected_tables():
            cursor.execute(f'alter table "{model._meta.db_table}" {how} row level security')


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
