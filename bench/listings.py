"""Lists over a table of a million rows: a page beside the bare statement for its rows, a file of all beside COPY.

``python bench/listings.py [ROWS]`` (1,000,000). The rows are invented organisations. A page is what the list's view
asks of the listing: the rows in their order, made into facts and shown cell by cell, with the count. Its peer is the
same statement by psycopg, fetched and thrown away. The file is the whole CSV, formulas guarded; its peer is
`COPY … TO STDOUT` of the same columns. Memory is the process's, with a tenth of the rows and with all.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

PAGE_LIMIT, FILE_LIMIT, FLAT = 2.0, 4.0, 1.25
FILL = """
    insert into identity_organisation (id, name, names, acronym, state_code, is_sample, recorded_at)
    select gen_random_uuid(), case when n %% 50 = 0 then '=' else '' end || 'Sample body ' || lpad(n::text, 8, '0'),
           '{}', 'SB' || n %% 1000, (array['FRA','MAR','KEN','',''])[1 + n %% 5], true, now()
    from generate_series(%s, %s) n
"""
BARE = """
    select id, name, names, acronym, state_code, is_sample, recorded_at, ended_on, joined_into_id
    from identity_organisation order by {order} limit 100 offset {offset}
"""


def main() -> int:
    """Fill a database of its own, measure, print; 1 if a limit is passed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rows", nargs="?", type=int, default=1_000_000)
    rows: int = asked.parse_args().rows
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(rows)
    finally:
        subprocess.run([sys.executable, "-m", "accede.site.cli", "database", "stop"], check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def measure(rows: int) -> int:
    """Measure with a tenth of the rows, then with all."""
    import django  # noqa: PLC0415  (reads ACCEDE_HOME, which `main` sets)

    django.setup()
    from django.db import connection  # noqa: PLC0415  (needs Django)

    from accede.foundation import database  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)

    database.ensure_running()
    with database.as_owner():
        database.migrate_under_lock()
        fill(1, rows // 10)
    with acting(SYSTEM):
        write_file()
    small = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    with database.as_owner():
        fill(rows // 10 + 1, rows)
        with connection.cursor() as cursor:
            cursor.execute("vacuum analyze identity_organisation")
    with acting(SYSTEM):
        return report(rows, small)


def fill(first: int, last: int) -> None:
    """Put invented organisations into the table."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    with connection.cursor() as cursor:
        cursor.execute(FILL, [first, last])


def report(rows: int, small: int) -> int:
    """Print each figure beside its peer."""
    worst = 0.0
    for words, address, order, offset in (
        ("first page, by name", "/?page=1", "name, id", 0),
        ("page 1,000, by name", "/?page=1000", "name, id", 99_900),
        ("first page, by acronym (no index)", "/?sort=acronym", "acronym, id", 0),
        ("first page, by name from the end", "/?sort=-name", "name desc, id desc", 0),
    ):
        page, peer = beside(partial(shown, address), partial(fetched, BARE.format(order=order, offset=offset)))
        worst = max(worst, page / peer)
        print(f"{words}: {page * 1000:.1f} ms; the bare statement {peer * 1000:.1f} ms; {page / peer:.2f} times")
    file, copy = beside(write_file, copied, times=3)
    large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"CSV of {rows:,} rows: {file:.2f} s; COPY … TO {copy:.2f} s; {file / copy:.2f} times")
    print(f"memory: {small} MB after {rows // 10:,} rows, {large} MB after {rows:,}")
    return 0 if worst <= PAGE_LIMIT and file / copy <= FILE_LIMIT and large <= small * FLAT else 1


def beside(ours: Callable[[], object], peer: Callable[[], object], *, times: int = 15) -> tuple[float, float]:
    """Return the medians of both, taken in turns."""
    both: tuple[list[float], list[float]] = ([], [])
    for _time in range(times):
        for taken, act in zip(both, (ours, peer), strict=True):
            begun = time.perf_counter()
            act()
            taken.append(time.perf_counter() - begun)
    return statistics.median(both[0]), statistics.median(both[1])


def listing(address: str) -> tuple[Any, Any]:
    """Return the listing of an address, and the rows that the product may see."""
    from django.test import RequestFactory  # noqa: PLC0415  (needs Django)

    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.listings import Listing, ListQuestion, field_filters  # noqa: PLC0415  (as above)
    from accede.modules.identity.fields.organisations import SHOWN  # noqa: PLC0415  (as above)
    from accede.modules.identity.queries.organisations import organisations_visible_to  # noqa: PLC0415  (as above)

    request = RequestFactory().get(address)
    question = ListQuestion(request)
    made: Any = Listing(request, question, SHOWN, filters=field_filters(question, SHOWN))
    return made, organisations_visible_to(SYSTEM, on=clock.today())


def shown(address: str) -> object:
    """Make what the page shows of the list."""
    made, rows = listing(address)
    return made.shown(made.asked(rows))


def fetched(statement: str) -> object:
    """Fetch the rows of the bare statement."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def write_file() -> int:
    """Write the columns of the table as CSV, codes as words, to nowhere; return how many bytes."""
    from accede.foundation.exports import Column, Format, Table  # noqa: PLC0415  (needs Django)
    from accede.foundation.exports.formats import pieces  # noqa: PLC0415  (as above)
    from accede.modules.identity.fields.organisations import (  # noqa: PLC0415  (as above)
        ACRONYM,
        ENDED,
        KEY,
        NAME,
        STATE,
    )

    fields = (NAME, ACRONYM, STATE, ENDED, KEY)
    _made, rows = listing("/")
    columns = [Column(field.key, str(field.label), field.kind) for field in fields]
    table = Table(name="bench", title="", columns=columns, rows=rows.cells(fields))
    return sum(len(piece) for piece in pieces(table, Format.CSV))


def copied() -> int:
    """Copy the same columns to nowhere, in the same order; return how many bytes."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    columns = "select name, acronym, state_code, ended_on, id from identity_organisation order by name, id"
    with connection.cursor() as cursor, cursor.copy(f"copy ({columns}) to stdout (format csv)") as copy:
        return sum(len(piece) for piece in copy)


if __name__ == "__main__":
    sys.exit(main())
