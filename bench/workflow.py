"""What a step of a workflow costs, beside a bare update of a bare table, each in a transaction of a request's actor.

A step: the row as the actor may see it, locked; right, bar and gates; the new state, held by the trigger; the event in
the record, chained. What is proposed is the operator's, who has no inbox: telling somebody is `bench/outbox.py`'s to
measure. Limit: 3 times. Run alone: `make bench ARGS=workflow`; a number after it says how many steps.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accede.foundation.access import Actor

ROOT = Path(__file__).resolve().parents[1]
STEPS = 10_000
BLOCK = 250
MOST = 3.0
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def main() -> int:
    """Prepare a database that is thrown away, measure, print, and say whether the limit holds."""
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    try:
        from accede.foundation import clock  # noqa: PLC0415  (needs Django set up)
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        with clock.stopped_at(AT):
            return 0 if costs(int(sys.argv[1]) if len(sys.argv) > 1 else STEPS) else 1
    finally:
        shutil.rmtree(home, ignore_errors=True)


def costs(steps: int) -> bool:
    """Take steps and bare updates by turns, block by block; print the times and the ratio."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from tests.factories import people  # noqa: PLC0415  (needs Django set up)

    with database.as_owner():
        second = people.person("Pavel Second", role="programme_officer")
        actor = second.actor
        numbers = make_proposals(steps)
    step, bare = step_of(actor), update_of(actor)
    for number in numbers[:BLOCK]:
        bare(number)
    spent: dict[str, list[float]] = {"step": [], "bare": []}
    for start in range(0, steps, BLOCK):
        block = numbers[start : start + BLOCK]
        for name, work in (("bare", bare), ("step", step)):
            began = time.perf_counter()
            for number in block:
                work(number)
            spent[name].append((time.perf_counter() - began) / len(block))
    each = {name: statistics.median(found) * 1000 for name, found in spent.items()}
    whole = {name: sum(found) * BLOCK for name, found in spent.items()}
    ratio = whole["step"] / whole["bare"]
    print(f"{steps} steps: {each['step']:.2f} ms each, bare updates {each['bare']:.2f} ms each (medians of blocks).")
    print(f"All of them: {whole['step']:.1f} s beside {whole['bare']:.1f} s, {ratio:.2f} times; limit {MOST}.")
    return ratio <= MOST


def make_proposals(count: int) -> list[int]:
    """Make proposals that wait, and a bare table with as many rows as wide."""
    from django.db import connection  # noqa: PLC0415  (needs Django set up)

    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)
    from accede.foundation.database import web_role  # noqa: PLC0415  (as above)

    columns = "level, owner, readers, state, reason, part, file_name, file_digest, said, good_rows, rows, new, changed"
    with acting(SYSTEM, confined=False), connection.cursor() as cursor:
        cursor.execute(
            f"insert into treaties_proposal ({columns}, sources, face, proposed_at, proposed_by)"
            " select 'programme', 'all', '{}', 'proposed', '', 'acts', 'acts ' || n || '.csv', md5(n::text), '{}',"
            " false, 1, 1, 0, '{a-sample}', 'command', %s, null from generate_series(1, %s) n returning id",
            [AT, count],
        )
        numbers = [int(row[0]) for row in cursor.fetchall()]
        cursor.execute("create table bare as select * from treaties_proposal")
        cursor.execute("alter table bare add primary key (id)")
        cursor.execute(f"grant select, update on bare to {web_role()}")
        cursor.execute("analyze bare, treaties_proposal")
    return numbers


def step_of(actor: "Actor") -> Callable[[int], None]:
    """Return what declines a proposal in the actor's name."""
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.audit import Face  # noqa: PLC0415  (as above)
    from accede.foundation.workflow.stepping import take_step  # noqa: PLC0415  (as above)
    from accede.modules.treaties.services.import_acts import ACTS_PROPOSED  # noqa: PLC0415  (as above)

    def step(number: int) -> None:
        with acting(actor):
            take_step(ACTS_PROPOSED, "decline", number, by=actor, at=AT, face=Face.WEB, reason="A sample.")

    return step


def update_of(actor: "Actor") -> Callable[[int], None]:
    """Return what writes the same columns of the bare table in the actor's name."""
    from django.db import models  # noqa: PLC0415  (needs Django set up)

    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)

    class Bare(models.Model):
        """The table without policies, trigger and constraints."""

        state = models.TextField()
        moved_at = models.DateTimeField(null=True)
        moved_by = models.UUIDField(null=True)
        reason = models.TextField()

        class Meta:
            app_label = "treaties"
            db_table = "bare"
            managed = False

        def __str__(self) -> str:
            return str(self.pk)

    def update(number: int) -> None:
        with acting(actor):
            after = {"state": "declined", "moved_at": AT, "moved_by": actor.person, "reason": "A sample."}
            Bare._default_manager.filter(pk=number).update(**after)

    return update


if __name__ == "__main__":
    sys.exit(main())
