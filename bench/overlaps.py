"""Overlaps of a new activity with a hundred thousand plans of bodies: in memory by State and day, and in the database.

``python bench/overlaps.py [PLANS]`` (100,000). The limit is 5 ms for one activity, by the index and in the database;
beside them what comparing it with every plan takes, and the bare statement that finds the candidates.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

LIMIT_MS, TURNS = 5.0, 40
AT, BEGIN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC), date(2024, 1, 1)
STATES = [f"{one}{two}{three}" for one in "ABCDEFGH" for two in "KLMNO" for three in "VWXYZ"]
TITLES = ("Workshop on the financing of terrorism", "Atelier sur l’extradition", "立法研讨会", "Подготовка судей")


def main() -> int:
    """Fill a database of its own, measure, print; 1 if a limit is passed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("plans", nargs="?", type=int, default=100_000)
    plans: int = asked.parse_args().plans
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(plans)
    finally:
        subprocess.run([sys.executable, "-m", "accede.site.cli", "database", "stop"], check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def measure(count: int) -> int:
    """Hold activities against plans, by the index, one by one, and in the database."""
    import django  # noqa: PLC0415  (reads ACCEDE_HOME, which `main` sets)

    django.setup()
    from django.db import connection  # noqa: PLC0415  (needs Django, as what follows)

    from accede.core.coordination.overlaps import OverlapIndex, Planned, overlap  # noqa: PLC0415
    from accede.foundation import database  # noqa: PLC0415
    from accede.foundation.access import SYSTEM  # noqa: PLC0415
    from accede.foundation.access.acting import acting  # noqa: PLC0415
    from accede.modules.coordination.models import PlanEntry  # noqa: PLC0415
    from accede.modules.coordination.queries.plans import planned_of, plans_near, theme_words  # noqa: PLC0415

    dice, words = random.Random(2007), theme_words()  # noqa: S311  (a sample, no secret)
    planned = [
        Planned(f"plan:{number}", body, first, last, frozenset({state}), topics=frozenset(topics), title=title)
        for number, (body, first, last, state, topics, title) in enumerate(samples(dice, count))
    ]
    activities = [
        Planned(f"activity:{number}", "programme", first, last, frozenset({state}), topics=frozenset({"financing"}))
        for number, (_body, first, last, state, _topics, _title) in enumerate(samples(dice, TURNS))
    ]
    index = OverlapIndex(planned, words)
    indexed = times(activities, index.overlaps_of)
    each = times(activities[:3], lambda mine: [one for one in planned if overlap(mine, one, words).answer])

    database.ensure_running()
    with database.as_owner():
        database.migrate_under_lock()
    with database.as_owner(), acting(SYSTEM, confined=False):
        PlanEntry.objects.bulk_create((row_of(PlanEntry, one) for one in planned), batch_size=5000)
        with connection.cursor() as cursor:
            cursor.execute("analyze coordination_planentry")

        def asked(mine: Planned) -> object:
            return [overlap(mine, planned_of(one), words) for one in plans_near(SYSTEM, mine)]

        def bare(mine: Planned) -> object:
            near = timedelta(days=30)
            with connection.cursor() as cursor:
                cursor.execute(BARE, [sorted(mine.states), mine.last + near, mine.first - near])
                return cursor.fetchall()

        stored, limit = times(activities, asked), times(activities, bare)
    print(f"{count:,} plans, {len(STATES)} States, six years; one activity, median of {TURNS}")
    print(f"index: {indexed:.3f} ms (limit {LIMIT_MS} ms); every plan: {each:.1f} ms, {each / indexed:,.0f} times that")
    print(f"database: {stored:.2f} ms, the bare statement {limit:.2f} ms, ratio {stored / limit:.2f}")
    return int(indexed > LIMIT_MS or stored > LIMIT_MS)


BARE = """
    select * from coordination_planentry
    where closed_at is null and states && %s::text[] and first_day <= %s and last_day >= %s
"""


def samples(dice: random.Random, count: int) -> Iterator[tuple[str, date, date, str, tuple[str, ...], str]]:
    """Yield plans: body, days, State, topics, title."""
    for _number in range(count):
        first = BEGIN + timedelta(days=dice.randrange(2190))
        topics = ("financing",) if dice.random() < 0.3 else ()
        last = first + timedelta(days=dice.randrange(5))
        yield f"BODY-{dice.randrange(25)}", first, last, dice.choice(STATES), topics, dice.choice(TITLES)


def row_of(table: Any, one: Any) -> Any:
    """Return a plan as a row."""
    return table(
        level="programme",
        owner="all",
        recorded_at=AT,
        body=one.body,
        known_as=one.key,
        title=one.title,
        states=sorted(one.states),
        topics=sorted(one.topics),
        first_day=one.first,
        last_day=one.last,
    )


def times(activities: list[Any], do: Callable[..., object]) -> float:
    """Return the median time of one call in milliseconds."""
    found = []
    for one in activities:
        begun = time.perf_counter()
        do(one)
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


if __name__ == "__main__":
    sys.exit(main())
