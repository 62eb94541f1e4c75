"""Lists over a table of a million rows: a page beside the bare statement for its rows, a file of all beside COPY.

``python bench/listings.py [ROWS]`` (1,000,000). The rows are invented organisations. A page is what the list's view
asks of the listing: the rows in their order, made into facts and shown cell by cell, with the count. Its peers are the
statement for the rows, and the three statements for all that is shown (rows, roles, how many), by psycopg, fetched
and thrown away. The file is the whole CSV, codes as words, formulas guarded; its peer is `COPY … TO STDOUT` of the same
columns. Memory is the process's, with a tenth of the rows and with all.
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
ROLES = """
    insert into identity_organisationrole (id, organisation_id, role, valid_from)
    select gen_random_uuid(), o.id, r.role, '2026-01-01' from identity_organisation o,
        unnest(case when o.state_code = '' then array['donor', 'regional'] else array['authority'] end) as r (role)
    where not exists (select from identity_organisationrole old where old.organisation_id = o.id)
"""
ROLES_OF = "select role from identity_organisationrole r where r.organisation_id = o.id and valid_until is null"
COLUMNS = "name, acronym, state_code, ended_on, id"
ALL_COLUMNS = f"name, names, acronym, array({ROLES_OF} order by valid_from, role), state_code, ended_on, id"
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
            cursor.execute("vacuum analyze identity_organisation, identity_organisationrole")
    with acting(SYSTEM):
        return report(rows, small)


def fill(first: int, last: int) -> None:
    """Put invented organisations into the table."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    with connection.cursor() as cursor:
        cursor.execute(FILL, [first, last])
        cursor.execute(ROLES)


def report(rows: int, small: int) -> int:
    """Print each figure beside its peer."""
    worst = 0.0
    for words, address, order, offset in (
        ("first page, by name", "/?page=1", "name, id", 0),
        ("page 1,000, by name", "/?page=1000", "name, id", 99_900),
        ("first page, by acronym (no index)", "/?sort=acronym", "acronym, id", 0),
        ("first page, by name from the end", "/?sort=-name", "name desc, id desc", 0),
    ):
        bare = BARE.format(order=order, offset=offset)
        page, peer = beside(partial(shown, address), partial(fetched, bare))
        _page, whole = beside(partial(shown, address), partial(fetched, bare, whole=True))
        worst = max(worst, page / peer)
        print(f"{words}: {page * 1000:.1f} ms; its rows {peer * 1000:.1f} ms, {page / peer:.2f} times;", end=" ")
        print(f"its rows, roles and count {whole * 1000:.1f} ms, {page / whole:.2f} times")
    slowest = 0.0
    for words, columns in (("CSV of five columns", COLUMNS), ("CSV of what the page offers", ALL_COLUMNS)):
        file, copy = beside(partial(write_file, all_columns=columns is ALL_COLUMNS), partial(copied, columns), times=3)
        slowest = max(slowest, file / copy)
        print(f"{words}, {rows:,} rows: {file:.2f} s; COPY … TO {copy:.2f} s; {file / copy:.2f} times")
    large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"memory: {small} MB after {rows // 10:,} rows, {large} MB after {rows:,}")
    return 0 if worst <= PAGE_LIMIT and slowest <= FILE_LIMIT and large <= small * FLAT else 1


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


def fetched(statement: str, *, whole: bool = False) -> object:
    """Fetch the rows of the bare statement; `whole`: their roles, and how many there are, too."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall()
        if whole:
            roles = "select * from identity_organisationrole where organisation_id = any(%s) order by valid_from, role"
            cursor.execute(roles, [[row[0] for row in rows]])
            rows += cursor.fetchall()
            cursor.execute("select count(*) from (select from identity_organisation limit 10001) found")
            rows += cursor.fetchall()
        return rows


def write_file(*, all_columns: bool = False) -> int:
    """Write columns of the table as CSV, codes as words, to nowhere; return how many bytes."""
    from django.test import RequestFactory  # noqa: PLC0415  (needs Django)

    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.exports import Format  # noqa: PLC0415  (as above)
    from accede.foundation.listings import Listing, ListQuestion  # noqa: PLC0415  (as above)
    from accede.modules.identity.fields import organisations as fields  # noqa: PLC0415  (as above)
    from accede.modules.identity.queries.organisations import organisations_visible_to  # noqa: PLC0415  (as above)

    chosen = fields.SHOWN if all_columns else (fields.NAME, fields.ACRONYM, fields.STATE, fields.ENDED, fields.KEY)
    request: Any = RequestFactory().get("/")
    request.accede_actor = SYSTEM
    made: Any = Listing(request, ListQuestion(request), chosen)
    rows = organisations_visible_to(SYSTEM, on=clock.today())
    return sum(len(piece) for piece in made.file(rows, name="bench", title="", chosen=Format.CSV))


def copied(columns: str) -> int:
    """Copy columns to nowhere, in the same order; return how many bytes."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    rows = f"select {columns} from identity_organisation o order by name, id"
    with connection.cursor() as cursor, cursor.copy(f"copy ({rows}) to stdout (format csv)") as copy:
        return sum(len(piece) for piece in copy)


if __name__ == "__main__":
    sys.exit(main())
