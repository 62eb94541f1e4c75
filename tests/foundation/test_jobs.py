"""The queue, with real worker processes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accede.foundation import jobs
from tests.support import errands
from tests.support.machines import eventually, kill

pytestmark = pytest.mark.django_db(transaction=True)

_WORK = """
import asyncio, django
django.setup()
from accede.foundation.jobs.worker import Rhythm, work
asyncio.run(work(Rhythm(sign_every=0.3, dead_after=1.5)))
"""
Worker = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture(autouse=True)
def empty_queue() -> None:
    """Begin each test with no job: the queue's tables are not Django's to empty."""
    with connection.cursor() as cursor:
        cursor.execute("truncate procrastinate_jobs cascade")


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Starts workers over the test database; ends them afterwards."""
    begun: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        variables = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.support.worker_settings",
            "ACCEDE_TEST_DATABASE": str(connection.settings_dict["NAME"]),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        begun.append(subprocess.Popen([sys.executable, "-c", _WORK], env=variables))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()
        process.wait()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """The file that the errands write to."""
    path = tmp_path / "notes"
    path.touch()
    return path


def test_a_worker_does_what_was_asked_for(worker: Worker, notes: Path):
    jobs.enqueue(errands.note, path=str(notes))

    worker()

    assert eventually(lambda: notes.read_text() == "begun\ndone\n")
    assert eventually(lambda: not ProcrastinateJob.objects.exists())


def test_a_job_whose_worker_was_killed_is_done_by_another(worker: Worker, notes: Path):
    jobs.enqueue(errands.note, path=str(notes), seconds=2)
    first = worker()
    assert eventually(lambda: notes.read_text() == "begun\n")

    kill(first.pid)
    worker()

    assert eventually(lambda: notes.read_text() == "begun\nbegun\ndone\n")


def test_what_is_repeated_is_done_again_and_again(worker: Worker, notes: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACCEDE_TEST_TICKS", str(notes))

    worker()

    assert eventually(lambda: notes.read_text().startswith("tick\ntick\n"))


def test_what_is_rolled_back_was_never_asked_for(notes: Path):
    with transaction.atomic():
        jobs.enqueue(errands.note, path=str(notes))
        transaction.set_rollback(True)

    assert not ProcrastinateJob.objects.exists()
