"""Two people take a step with the same thing at once, each over a connection of their own: one wins, the other is told.

The first has taken its step and not committed yet; the second waits at the row, which is seen in the database, and
finds it where the first has left it. On a page, in the API and by a command.
"""

import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from accede.foundation.access import ALL, Actor, Grant
from accede.foundation.audit import Face
from accede.foundation.audit.models import Event
from accede.foundation.imports import Bringing
from accede.foundation.workflow.stepping import take_step
from accede.modules.treaties.models import Proposal
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED, import_acts
from tests.factories import people
from tests.factories.small_record import AT, small_record
from tests.modules.treaties.test_proposing import GIVEN, ROWS
from tests.support.commands import called

PATIENCE = 60


def waits_at_a_row() -> bool:
    """Return whether another connection to this database waits for a lock that somebody holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
            " where not l.granted and a.datname = current_database() and a.pid <> pg_backend_pid()"
        )
        return bool(cursor.fetchone()[0])


def beside(first: Callable[[], object], second: Callable[[], Any]) -> Any:
    """Do `first` in a transaction that is committed once `second`, in a thread of its own, waits for it."""
    answers: list[Any] = []

    def work() -> None:
        try:
            answers.append(second())
        finally:
            connections.close_all()

    other = threading.Thread(target=work)
    with transaction.atomic():
        first()
        other.start()
        give_up = time.monotonic() + PATIENCE
        while not waits_at_a_row() and other.is_alive() and time.monotonic() < give_up:
            time.sleep(0.02)
        assert not answers, "the second did not wait for the first"
    other.join(PATIENCE)
    return answers[0]


@pytest.mark.django_db(transaction=True)
def test_one_wins_and_the_other_is_told_on_the_page_in_the_api_and_by_the_command(tmp_path, monkeypatch):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    small_record()
    path = tmp_path / "acts.csv"
    path.write_text(ROWS, encoding="utf-8")
    pavel = people.person("Pavel Second", role="programme_officer").with_app()
    olga = people.person("Olga First", role="programme_officer").with_app()
    proposer = Actor(person=uuid4(), grants=(Grant("programme_officer", ALL),))
    reason = "The wrong page."

    def on_the_page(number: int) -> str:
        sent = {"step": "decline", "reason": "Mine."}
        answer = olga.sign_in(Client()).post(f"/en/acts/imports/proposed/{number}/", sent)
        return f"{answer.status_code} {answer.text}"

    def in_the_api(number: int) -> str:
        where = f"/api/v1/imports/proposed/{number}/steps/decline/"
        answer = olga.sign_in(Client()).post(where, {"reason": "Mine."}, content_type="application/json")
        return f"{answer.status_code} {answer.text}"

    def by_the_command(number: int) -> str:
        answer = called("import", "decline", str(number), "--reason", "Mine.", "--lang", "en")
        return f"{answer.exit_code} {answer.output}"

    for way, status in ((on_the_page, "409"), (in_the_api, "409"), (by_the_command, "1")):
        number = import_acts(path, GIVEN, Bringing(proposer, Face.WEB, AT, way.__name__)).proposed
        assert number is not None

        def decline(number: int = number) -> None:
            take_step(ACTS_PROPOSED, "decline", number, by=pavel.actor, at=AT, face=Face.WEB, reason=reason)

        def late(way: Callable[[int], str] = way, number: int = number) -> str:
            return way(number)

        told = beside(decline, late)

        assert told.startswith(f"{status} "), told[:500]
        assert "Meanwhile it has become “Declined”: by Pavel Second" in told
        row = Proposal.objects.get(pk=number)
        assert (row.state, row.reason, row.moved_by) == ("declined", reason, pavel.id)
    assert Event.objects.filter(key="treaties.import-declined").count() == 3
