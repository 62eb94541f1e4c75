"""`accede serve` as its users meet it: a real process on a real port, over a state folder of its own."""

import contextlib
import http.client
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.machines import Machine, eventually, kill, line_of


def status_of(port: int, path: str = "/en/") -> int:
    """Return what the site answers, 0 if nothing does."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except ConnectionError:
        return 0
    finally:
        connection.close()


def children_of(parent: int, module: str) -> list[int]:
    """Return the numbers of the processes that run a module and were started by another process."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            started_by = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if started_by == parent and module.encode() in words:
                found.append(int(entry.name))
    return found


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One state folder for all tests of this file: the facts are loaded once."""
    made = Path(tempfile.mkdtemp(prefix="accede-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def machine(home: Path, port: int) -> Iterator[Machine]:
    """The state folder, with the variables that the site is started with."""
    variables = {
        "ACCEDE_PORT": str(port),
        "ACCEDE_WORKERS": "1",
        "DJANGO_SETTINGS_MODULE": "accede.site.settings.local",
        "ACCEDE_HOME": str(home),
    }
    made = Machine(home, variables)
    yield made
    made.clear()


@pytest.fixture
def site(machine: Machine) -> "Iterator[subprocess.Popen[str]]":
    """The site, open."""
    begun = machine.start("-m", "accede.site.serve")
    assert line_of(begun).startswith("Accede is open at http://127.0.0.1:")
    yield begun
    if begun.poll() is None:
        begun.send_signal(signal.SIGTERM)
    begun.communicate(timeout=30)


def test_it_is_open_when_it_says_so_and_stops_everything_when_asked(
    site: "subprocess.Popen[str]", machine: Machine, port: int
):
    assert status_of(port) == 200

    site.send_signal(signal.SIGINT)

    assert site.wait(30) == 0
    assert status_of(port) == 0
    assert eventually(lambda: not machine.is_server_alive())


def test_pages_come_again_after_the_database_was_killed(site: "subprocess.Popen[str]", machine: Machine, port: int):
    kill(machine.server_number())

    assert eventually(lambda: status_of(port, "/en/states/") == 200)


def test_pages_come_again_after_the_database_and_its_keeper_were_killed(
    site: "subprocess.Popen[str]", machine: Machine, port: int
):
    before = machine.keeper_number()
    kill(before)
    kill(machine.server_number())

    assert eventually(lambda: status_of(port, "/en/states/") == 200)
    assert machine.keeper_number() != before


def test_a_job_worker_that_was_killed_is_replaced(site: "subprocess.Popen[str]"):
    assert eventually(lambda: len(children_of(site.pid, "accede.foundation.jobs")) == 1)
    (before,) = children_of(site.pid, "accede.foundation.jobs")

    kill(before)

    assert eventually(lambda: len(set(children_of(site.pid, "accede.foundation.jobs")) - {before}) == 1)


def test_nothing_is_left_when_it_is_killed(site: "subprocess.Popen[str]", machine: Machine, port: int):
    kill(site.pid)

    assert eventually(lambda: status_of(port) == 0)
    assert eventually(lambda: not machine.is_server_alive())


def test_a_worker_that_was_killed_is_replaced(site: "subprocess.Popen[str]", port: int):
    (server,) = children_of(site.pid, "accede.site.webserver")
    # A worker, and the process that stands by to look at files: that one is not begun anew.
    before = children_of(server, "accede.site.webserver")
    assert before

    for one in before:
        kill(one)

    assert eventually(lambda: bool(set(children_of(server, "accede.site.webserver")) - set(before)))
    assert eventually(lambda: status_of(port) == 200)


def test_it_ends_with_its_web_server_and_says_so(site: "subprocess.Popen[str]", machine: Machine, port: int):
    (server,) = children_of(site.pid, "accede.site.webserver")

    kill(server)

    assert site.wait(30) == 1
    assert site.stderr
    assert "the web server has ended by itself" in site.stderr.read()
    assert eventually(lambda: status_of(port) == 0)
    assert eventually(lambda: not machine.is_server_alive())


def test_a_port_in_use_is_told_before_anything_is_started(machine: Machine, port: int):
    with socket.create_server(("127.0.0.1", port)):
        answer = machine.python("-m", "accede.site.serve")

    assert answer.returncode == 1
    assert answer.stderr == (
        f"Another program uses port {port}. Stop it, or choose another port: ACCEDE_PORT={port + 1} make run\n"
    )


def test_of_several_that_start_at_once_one_serves(machine: Machine, port: int):
    begun = [machine.start("-m", "accede.site.serve") for _ in range(3)]

    lines = sorted(line_of(process) for process in begun)

    assert lines[0].startswith("Accede is open at")
    assert [line.startswith("The site is being started already") for line in lines[1:]] == [True, True]
    for process in begun:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


@pytest.mark.parametrize("text", ["eighty", "0", "70000"])
def test_a_port_that_is_none_is_told(machine: Machine, text: str):
    machine.variables["ACCEDE_PORT"] = text

    answer = machine.python("-m", "accede.site.serve")

    assert answer.returncode == 1
    assert f"ACCEDE_PORT is “{text}”" in answer.stderr
