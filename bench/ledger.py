"""The books: posting and balance beside the bare statements of PostgreSQL.

``python bench/ledger.py [ENTRIES]`` (2,000). Posting is what every deed does: the entry and its two lines, held
balanced, in time and whole by the database, with the balance of the contribution kept. Its limit is the same rows by
two statements into tables of the same columns and indexes that hold nothing. Balance is the trial balance of a fund;
its limit is the bare sum.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

POSTING_LIMIT, BALANCE_LIMIT = 6.0, 2.0
AT, DAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC), date(2026, 5, 4)
BARE = """
    create table bare_entry (like resources_ledgerentry including indexes);
    create table bare_line (like resources_ledgerline including indexes including identity including defaults)
"""
SUM = "select account, sum(dollars) from resources_ledgerline where fund_id = %s and booked_on <= %s group by account"


def main() -> int:
    """Fill a database of its own, measure, print; 1 if a limit is passed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("entries", nargs="?", type=int, default=2_000)
    entries: int = asked.parse_args().entries
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(entries)
    finally:
        subprocess.run([sys.executable, "-m", "accede.site.cli", "database", "stop"], check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def measure(entries: int) -> int:
    """Post, and sum, each by turns with its limit."""
    import django  # noqa: PLC0415  (reads ACCEDE_HOME, which `main` sets)

    django.setup()
    from accede.core.finance.accounts import Account  # noqa: PLC0415  (needs Django, as what follows)
    from accede.core.finance.entries import Line  # noqa: PLC0415
    from accede.foundation import database  # noqa: PLC0415
    from accede.foundation.access import SYSTEM  # noqa: PLC0415
    from accede.foundation.access.acting import acting  # noqa: PLC0415
    from accede.modules.resources.queries.sums import trial_balance_of  # noqa: PLC0415
    from accede.modules.resources.services.posting import Fact, post  # noqa: PLC0415

    database.ensure_running()
    # Before anybody acts: acting is one transaction, and new kinds of a type count only after theirs.
    with database.as_owner():
        database.migrate_under_lock()
    with database.as_owner(), acting(SYSTEM, confined=False):
        row = contribution()
        pair = [
            Line(str(row.fund_id), account, "USD", sign * 100, sign * 100, Decimal(1), str(row.id))
            for account, sign in ((Account.CASH, 1), (Account.REVENUE, -1))
        ]
        fact = Fact("receipt", DAY)
        post(row, fact, pair, at=AT)
        bare = bare_posting()
        posting = by_turns(lambda: post(row, fact, pair, at=AT), bare, entries)
        fund = row.fund_id
        balance = by_turns(lambda: trial_balance_of(fund, on=DAY, reader=SYSTEM), bare_sum(fund), 20)
    wrong = told("posting an entry", *posting, POSTING_LIMIT) + told("trial balance", *balance, BALANCE_LIMIT)
    return int(bool(wrong))


def contribution() -> Any:
    """Record a fund, a donor and a contribution."""
    from accede.modules.identity.models import Organisation  # noqa: PLC0415  (needs Django)
    from accede.modules.resources.models import Contribution, Fund  # noqa: PLC0415  (as above)

    donor = Organisation.objects.create(name="Donor (sample)", is_sample=True, recorded_at=AT)
    fund = Fund.objects.create(code="SAMPLE", name="A sample", category="special_purpose", recorded_at=AT)
    return Contribution.objects.create(
        reference="SAMPLE", donor=donor, fund=fund, pledged_on=DAY, currency="USD", amount=100, level="programme",
        owner=f"organisation:{donor.pk}", recorded_at=AT,
    )  # fmt: skip


def bare_posting() -> Callable[[], object]:
    """Return what inserts the same rows into tables that hold nothing."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    with connection.cursor() as cursor:
        cursor.execute(BARE)
        cursor.execute("select * from resources_ledgerentry limit 1")
        entry = cursor.fetchone()
        entry_columns = [column.name for column in cursor.description]
        cursor.execute("select * from resources_ledgerline order by id limit 2")
        lines = cursor.fetchall()
    marks = ", ".join(["%s"] * len(entry_columns))
    line_marks = ", ".join(["%s"] * len(lines[0]))
    both = [value for line in lines for value in line]
    number = 0

    def insert() -> None:
        nonlocal number
        number += 2
        values = dict(zip(entry_columns, entry, strict=True)) | {"id": uuid4()}
        with connection.cursor() as cursor:
            cursor.execute(f"insert into bare_entry values ({marks})", list(values.values()))
            both[0], both[len(lines[0])] = number, number + 1
            cursor.execute(f"insert into bare_line values ({line_marks}), ({line_marks})", both)

    return insert


def bare_sum(fund: UUID) -> Callable[[], object]:
    """Return what sums the lines of a fund by account."""
    from django.db import connection  # noqa: PLC0415  (needs Django)

    def total() -> object:
        with connection.cursor() as cursor:
            cursor.execute(SUM, [fund, DAY])
            return cursor.fetchall()

    return total


def by_turns(ours: Callable[[], object], bare: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the median seconds of each, asked by turns."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for act, seconds in zip((ours, bare), taken, strict=True):
            begun = time.perf_counter()
            act()
            seconds.append(time.perf_counter() - begun)
    return statistics.median(taken[0]), statistics.median(taken[1])


def told(what: str, ours: float, bare: float, limit: float) -> list[str]:
    """Print a pair with its ratio; return what passes the limit."""
    ratio = ours / bare
    print(f"{what:18} {ours * 1000:9.2f} ms   bare {bare * 1000:9.2f} ms   ratio {ratio:5.2f} (limit {limit})")
    return [what] if ratio > limit else []


if __name__ == "__main__":
    sys.exit(main())
