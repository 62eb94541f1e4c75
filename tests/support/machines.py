"""A state folder of its own with real processes around it, for tests that start, kill and restart a database."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from accede.foundation.database import locks

_HOLD = """
import sys
from accede.foundation import database
database.ensure_running()
print("ready", flush=True)
sys.stdin.read()
"""
_ASK = """
import sys
import psycopg
from accede.foundation import database
from accede.foundation.database import cluster, places
database.ensure_running()
with psycopg.connect(cluster.conninfo(places.places()), autocommit=True) as connection:
    answer = connection.execute(sys.argv[1])
    print(answer.fetchone()[0] if answer.description else "done")
"""


@dataclass
class Machine:
    """One state folder and what runs over it."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    @property
    def database(self) -> Path:
        """Return the folder of the database, which may lie elsewhere than the state folder."""
        code = "from accede.foundation.database import places; print(places.places().root)"
        return Path(self.python("-c", code).stdout.strip())

    def python(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run our Python with these words over this state folder."""
        return subprocess.run(
            [sys.executable, *words], env=self._environment(), capture_output=True, text=True, check=False, timeout=600
        )

    def hold(self) -> "subprocess.Popen[str]":
        """Start a process that uses the database until it is ended; return without waiting for it."""
        return self.start("-c", _HOLD)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start our Python with these words over this state folder; return without waiting for it."""
        started = subprocess.Popen(
            [sys.executable, *words],
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(started)
        return started

    def hold_ready(self) -> "subprocess.Popen[str]":
        """Start such a process and wait until its database answers."""
        holder = self.hold()
        assert line_of(holder) == "ready"
        return holder

    def ask(self, statement: str) -> str:
        """Return the one value that a statement gives, asked by a process that comes and goes."""
        answer = self.python("-c", _ASK, statement)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout.strip()

    def server_number(self) -> int:
        """Return the number of the server's first process, as the server wrote it."""
        return int((self.database / "data" / "postmaster.pid").read_text().split("\n", 1)[0])

    def keeper_number(self) -> int:
        """Return the number of the keeper's process."""
        return int((self.database / "keeper.lock").read_text())

    def is_server_alive(self) -> bool:
        """Say whether any process of the server lives."""
        return not locks.is_free(self.database / "server.lock")

    def clear(self) -> None:
        """End everything over this state folder."""
        for process in self.started:
            process.kill()
            process.communicate()
        stopped = self.python("-m", "accede.foundation.database", "stop")
        assert stopped.returncode == 0, stopped.stderr

    def _environment(self) -> dict[str, str]:
        inherited = {key: value for key, value in os.environ.items() if key != "ACCEDE_DATABASE_URL"}
        return {**inherited, "ACCEDE_HOME": str(self.home), "ACCEDE_PG_LINGER": "0.2", **self.variables}


def line_of(process: "subprocess.Popen[str]") -> str:
    """Return the next line that the process prints; with its complaints if it ended instead."""
    assert process.stdout
    assert process.stderr
    line = process.stdout.readline().strip()
    return line or process.stderr.read()


def kill(number: int) -> None:
    """Kill a process at once, as `kill -9` does."""
    os.kill(number, signal.SIGKILL)


def eventually(condition: Callable[[], bool], *, seconds: float = 20) -> bool:
    """Wait for the condition to hold; say whether it did in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
