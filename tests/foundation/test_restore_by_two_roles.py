"""Restore and back-up on a server that somebody else runs: an owner who is no superuser, and a role for the pages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accede.foundation.database import address
from tests.support.archives import ARCHIVE, KEYS
from tests.support.machines import Machine

#: As docs/operations/backup.md says it; no passwords, since a test's server asks its own machine for none.
ROLES = ("create role accede_owner login", "create role accede_pages login")
_WEAKNESS = """
import django
django.setup()
from django.conf import settings
from django.db import connection
from accede.foundation.access import protecting
settings.ACCEDE_IS_PUBLIC = True
with connection.cursor() as cursor:
    cursor.execute("select current_user, (select count(*) from audit_event where level <> 'public')")
    print(*cursor.fetchone(), repr(protecting.weakness()))
"""


@pytest.fixture
def served(machine: Machine) -> Machine:
    """A server with the two roles and two empty databases."""
    machine.hold_ready()
    databases = [f"create database {name} owner accede_owner encoding 'UTF8'" for name in ("one", "two")]
    for statement in (*ROLES, *databases):
        machine.ask(statement)
    rules = machine.database / "rules" / "users.conf"
    written = rules.read_text()
    rules.write_text(written + "".join(written.replace("accede_web", role[12:-6]) for role in ROLES))
    machine.ask("select pg_reload_conf()")
    return machine


def run(served: Machine, database: str, home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run our Python as the account that runs the site over one of the databases."""
    where = f"host={served.database / 'socket'} dbname={database}"
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "accede.site.settings.local",
        "ACCEDE_HOME": str(home),
        address.VARIABLE: f"{where} user=accede_pages",
        address.OWNER_VARIABLE: f"{where} user=accede_owner",
    }
    return subprocess.run(
        [sys.executable, *words], env=variables, capture_output=True, text=True, check=False, timeout=180
    )


def test_an_owner_to_whom_the_policies_apply_restores_backs_up_and_restores_again(served: Machine, tmp_path: Path):
    attributes = "select count(*) from pg_roles where rolname like 'accede\\_%' and (rolsuper or rolbypassrls)"
    assert served.ask(f"{attributes} and rolname in ('accede_owner', 'accede_pages')") == "0"
    backup = ("-m", "accede.site.cli", "backup")
    made, keys = tmp_path / "made.zip", tmp_path / "keys.json"

    first = run(served, "one", tmp_path / "one", *backup, "restore", str(ARCHIVE), "--keys", str(KEYS))
    assert (first.returncode, first.stderr.count("Traceback")) == (0, 0), first.stderr
    assert "the chain of the record (10 links), rights." in first.stdout
    assert run(served, "one", tmp_path / "one", "-c", _WEAKNESS).stdout.split() == ["accede_pages", "0", "''"]

    copied = run(served, "one", tmp_path / "one", *backup, "make", "--out", str(made), "--keys", str(keys))
    assert copied.returncode == 0, copied.stderr
    again = run(served, "two", tmp_path / "two", *backup, "restore", str(made), "--keys", str(keys))
    assert again.returncode == 0, again.stderr
    assert rows_of(made) == rows_of(ARCHIVE)
    assert rows_of(made)["audit_event"] == 10


def rows_of(path: Path) -> dict[str, int]:
    """Return how many rows each table of an archive has, those left out that a later release adds rows to."""
    answer = subprocess.run(
        [sys.executable, "-m", "accede.site.cli", "backup", "check", str(path), "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    rows: dict[str, int] = json.loads(answer.stdout)["rows"]
    return {name: count for name, count in rows.items() if name.startswith(("audit_", "identity_person"))}
