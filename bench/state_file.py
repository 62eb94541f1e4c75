"""The file of a State beside a trivial page that needs a sign-in.

60,000 activities, 2,000 of them for the State that is asked about; 40 of its requests and 300 of its outcomes. Limit:
twice the trivial page, the reader’s own empty inbox. Run alone: `python bench/state_file.py`.
"""

import gc
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
MOST = 2.0
ROUNDS, TIMES = 8, 8
ACTIVITIES, OF_THE_STATE, REQUESTS, OUTCOMES = 60_000, 2_000, 40, 300
TODAY = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def main() -> int:
    """Prepare a database that is thrown away, measure, print, and say whether the limit holds."""
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        from accede.foundation import clock  # noqa: PLC0415  (needs Django set up)
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        with clock.stopped_at(TODAY):
            return 0 if measured(fill()) else 1
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fill() -> object:
    """Fill the tables; return a programme officer."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (needs Django set up)
    from accede.modules.assistance.models import Activity  # noqa: PLC0415  (needs Django set up)
    from accede.modules.outcomes.models import Outcome  # noqa: PLC0415  (needs Django set up)
    from tests.factories import people, requests  # noqa: PLC0415  (needs Django set up)

    with database.as_owner(), acting(SYSTEM, confined=False):
        people.organisation()
        officer = people.person("Pia Prado", role="programme_officer")
        Activity.objects.bulk_create(
            [
                Activity(
                    level="programme", owner="state:XSA" if number < OF_THE_STATE else "all:", title=f"Sample {number}",
                    objective="A sample.", kind="training", states=["XSA" if number < OF_THE_STATE else "XSB"],
                    first_day=date(2010, 1, 1) + timedelta(days=number % 4000),
                    last_day=date(2010, 1, 2) + timedelta(days=number % 4000), state="planned", recorded_at=TODAY,
                )
                for number in range(ACTIVITIES)
            ],
            batch_size=5_000,
        )  # fmt: skip
        Outcome.objects.bulk_create(
            Outcome(
                level="programme", owner="state:XSA", state_code="XSA", kind="law", title=f"Sample {number}",
                reference=f"Sample {number}", happened_on=date(2026, 1, 1), contributed=["visit:1"], how="A sample.",
                said_by="A sample", recorded_at=TODAY,
            )
            for number in range(OUTCOMES)
        )  # fmt: skip
        for number in range(REQUESTS):
            requests.registered(officer.actor, subject=f"Sample {number}")
    return officer


def measured(officer: object) -> bool:
    """Ask the pages by turns; print each beside the trivial one."""
    from django.test import Client  # noqa: PLC0415  (needs Django set up)

    client = Client(HTTP_HOST="localhost")
    officer.with_app().sign_in(client)  # type: ignore[attr-defined]  # (a person of the tests)
    addresses = {
        "own empty inbox (trivial)": "/en/inbox/",
        "file of a State, its requests": "/en/state-files/XSA/?part=request",
        "file of a State, a whole page": "/en/state-files/XSA/",
    }

    def ask(address: str) -> Callable[[], None]:
        def act() -> None:
            assert client.get(address).status_code == 200, address

        return act

    found: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            found[name].append(timed(ask(address)))
    trivial, *others = [(name, statistics.median(times)) for name, times in found.items()]
    print(f"{trivial[0]:36}{trivial[1] * 1000:8.1f} ms")
    held = True
    for name, seconds in others:
        ratio = seconds / trivial[1]
        held = held and ratio <= MOST
        print(f"{name:36}{seconds * 1000:8.1f} ms{ratio:8.2f}{'' if ratio <= MOST else '  over the limit'}")
    return held


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


if __name__ == "__main__":
    sys.exit(main())
