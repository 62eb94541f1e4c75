"""The web server's role beside the owner's: on the embedded server, and on one that somebody else runs."""

import os
import subprocess
import sys

import pytest

from accede.foundation import database
from accede.foundation.database import address
from tests.support.machines import Machine

OWNER = "postgresql://owner:secret@db.example/accede?sslmode=require"
WEB = "postgresql://web:other@db.example/accede"


@pytest.fixture
def nothing_named(monkeypatch):
    for name in (address.VARIABLE, address.OWNER_VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("nothing_named")
def test_on_the_embedded_server_pages_are_made_by_a_role_of_their_own():
    assert database.web_role() == database.connection_settings()["USER"] == "accede_web"
    assert database.connection_settings(owner=True)["USER"] == "accede"
    assert database.is_owner_apart()


@pytest.mark.usefixtures("nothing_named")
def test_two_addresses_are_two_roles(monkeypatch):
    monkeypatch.setenv(address.VARIABLE, WEB)
    monkeypatch.setenv(address.OWNER_VARIABLE, OWNER)

    assert database.web_role() == database.connection_settings()["USER"] == "web"
    assert database.connection_settings(owner=True)["USER"] == "owner"
    assert database.connection_settings(owner=True)["OPTIONS"]["sslmode"] == "require"
    assert database.is_owner_apart()


@pytest.mark.usefixtures("nothing_named")
def test_one_address_is_one_role_confined_request_by_request(monkeypatch):
    monkeypatch.setenv(address.VARIABLE, WEB)

    assert database.web_role() == "accede_web"
    assert database.connection_settings()["USER"] == "web"
    assert not database.is_owner_apart()


_PREPARE = """
import django
django.setup()
from accede.foundation import database
from accede.foundation.access import protecting
from django.conf import settings
from django.db import connection
database.migrate_under_lock()
settings.ACCEDE_IS_PUBLIC = True
with connection.cursor() as cursor:
    cursor.execute("select current_user, (select count(*) from audit_event)")
    print(*cursor.fetchone(), repr(protecting.weakness()[:30]))
"""


def test_a_server_that_somebody_else_runs_is_prepared_by_its_owner_and_read_by_the_web_role(machine: Machine):
    """The owner is no superuser: it may make roles, as a managed server lets it."""
    machine.hold_ready()
    for statement in (
        "create role theirs login createrole",
        "create role pages login",
        "create database managed owner theirs",
    ):
        machine.ask(statement)
    rules = machine.database / "rules" / "users.conf"
    rules.write_text(rules.read_text() + rules.read_text().replace("accede_web", "theirs") +
                     rules.read_text().replace("accede_web", "pages"))  # fmt: skip
    machine.ask("select pg_reload_conf()")
    socket = machine.database / "socket"
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "accede.site.settings.local",
        "ACCEDE_HOME": str(machine.home),
        address.VARIABLE: f"host={socket} user=pages dbname=managed",
        address.OWNER_VARIABLE: f"host={socket} user=theirs dbname=managed",
    }

    answer = subprocess.run(
        [sys.executable, "-c", _PREPARE], env=variables, capture_output=True, text=True, check=False, timeout=120
    )

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == ["pages", "0", "''"]


_MIGRATE_TWICE = """
import django
django.setup()
from django.db import connection
from django.db.models.signals import post_migrate
from accede.foundation import database
from accede.foundation.database.migrations import migrate_unless_done_by
done = []
post_migrate.connect(lambda **_: done.append(program), weak=False)
for program in ("first", "first", "second", "first"):
    migrate_unless_done_by(program)
with database.as_owner(), connection.cursor() as cursor:
    cursor.execute("comment on table django_migrations is null")
program = "of a copy"
migrate_unless_done_by("first")
print(*dict.fromkeys(done), done.count("first") == 2 * done.count("second"))
"""


def test_the_tables_are_brought_up_to_date_when_another_program_did_so_last_or_nobody_knows(machine: Machine):
    machine.hold_ready()

    answer = machine.python("-c", _MIGRATE_TWICE)

    assert answer.stdout.split() == ["first", "second", "of", "a", "copy", "True"], answer.stderr
