"""The worst file of five megabytes of each kind, given to the pages while twenty other requests a second go on.

``python bench/uploads.py [--megabytes N] [--command] [KIND…]``; of KIND the beginning is enough. A site is served for
it; an officer gives it each file: tables on both pages that take them, documents on that of resolutions. For each: the
seconds until it is answered, how much more memory the web server's processes and those that read for them hold than
before, and the time of the other requests while it is read as a ratio to their quiet time (medians, in one run). The
files are made here and thrown away. Exit code 1 where an answer takes more than five seconds or 200 MB, is a fault of
ours, or slows the others to twice. With ``--command`` the operator brings each file in by the command for it instead,
as a check: seconds of the whole command, and the memory above that of the same command with a small file.
"""

import argparse
import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hostile.files import ACTS, BANK, EXPENDITURE, MANDATES, RATES, REQUESTS, SOURCE, TREATIES, all_kinds

MOST_SECONDS, MOST_MEGABYTES, MOST_SLOWER = 5.0, 200, 2.0
OTHERS_A_SECOND = 20
QUIET_SECONDS = 6
READ = ("/en/", "/en/states/", "/en/states/FRA/", "/en/instruments/FINANCING-1999/", "/api/v1/states/FRA/")
ROOT = Path(__file__).resolve().parents[1]

SIGN_IN = """
import django
django.setup()
from accede.foundation import clock
from accede.foundation.access.acting import acting
from accede.foundation.access import SYSTEM
from django.test import Client
from tests.factories import people
from accede.foundation import database
with database.as_owner(), acting(SYSTEM, confined=False):
    for name, role in (("Olga Officer", "programme_officer"), ("Fina Finance", "finance_officer")):
        client = Client(HTTP_HOST="localhost")
        people.person(name, role=role).with_app().sign_in(client)
        print("SESSION", client.session.session_key)
"""


def main() -> int:
    """Serve, give each file, print; 1 where a limit is passed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--megabytes", type=float, default=4.9)
    asked.add_argument("--command", action="store_true")
    asked.add_argument("kinds", nargs="*")
    given = asked.parse_args()
    size = int(given.megabytes * (1 << 20))
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    try:
        with serving(home) as site:
            if given.command:
                return measure_commands(site, size, given.kinds)
            return measure(site, size, given.kinds)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@dataclass
class Site:
    """A site that is served for this run, and the cookies of its two officers."""

    port: int
    process: int
    environment: dict[str, str]
    of_programme: str = ""
    of_money: str = ""
    mark: str = field(default_factory=lambda: "a" * 32)

    def get(self, address: str) -> float:
        """Ask as a visitor; return the seconds."""
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", address, headers={"Host": "localhost"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.status == 200, (answer.status, address)
        return time.perf_counter() - begun

    def give(self, address: str, name: str, content: bytes) -> tuple[float, int, str]:
        """Give a file as the officer; return the seconds, the status and the page."""
        border = uuid.uuid4().hex
        cookie = self.of_money if "/resources/" in address else self.of_programme
        parts = {"csrfmiddlewaretoken": self.mark, "source": SOURCE, "published": SOURCE, "written_in": "en"}
        body = b"".join(
            f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in parts.items()
        )
        head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body += head.encode() + content + f"\r\n--{border}--\r\n".encode()
        headers = {
            "Host": "localhost",
            "Cookie": f"accede_session={cookie}; csrftoken={self.mark}",
            "Content-Type": f"multipart/form-data; boundary={border}",
        }
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        connection.request("POST", address, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        connection.close()
        return time.perf_counter() - begun, answer.status, page


@contextmanager
def serving(home: Path) -> Iterator[Site]:
    """Serve a site with an officer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = os.environ | {
        "ACCEDE_HOME": str(home),
        "ACCEDE_PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "accede.site.settings.local",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("ACCEDE_DATABASE_URL", None)
    server = subprocess.Popen(
        [sys.executable, "-m", "accede.site.serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if "is open at" in line:
                break
        threading.Thread(target=server.stdout.read, daemon=True).start()
        made = subprocess.run(
            [sys.executable, "-c", SIGN_IN], env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        sessions = [line.partition("SESSION ")[2] for line in made.stdout.splitlines() if line.startswith("SESSION ")]
        yield Site(port, server.pid, environment, *sessions)
    finally:
        server.terminate()
        server.wait(60)


_turn = count()


class Others(threading.Thread):
    """Twenty requests a second by others, until told to stop; their times."""

    def __init__(self, site: Site) -> None:
        super().__init__(daemon=True)
        self._site, self._ended, self.times = site, threading.Event(), list[float]()
        self._askers: list[threading.Thread] = []

    def run(self) -> None:
        """Ask at a steady pace, whether or not earlier requests have been answered."""
        while not self._ended.wait(1 / OTHERS_A_SECOND):
            asker = threading.Thread(target=self._ask, args=(READ[next(_turn) % len(READ)],), daemon=True)
            asker.start()
            self._askers.append(asker)

    def _ask(self, address: str) -> None:
        self.times.append(self._site.get(address))

    def end(self) -> list[float]:
        """Stop asking, wait for the last answers, and return the times."""
        self._ended.set()
        self.join()
        for asker in self._askers:
            asker.join()
        return self.times


class Memory(threading.Thread):
    """The most memory that the processes of the site hold together beyond what they held at first, in MB."""

    def __init__(self, root: int, *, first: int | None = None) -> None:
        super().__init__(daemon=True)
        self._root, self._ended = root, threading.Event()
        self._first = self._held() if first is None else first
        self.most = 0

    def run(self) -> None:
        """Look ten times a second."""
        while not self._ended.wait(0.1):
            self.most = max(self.most, self._held() - self._first)

    def end(self) -> int:
        """Stop looking and return the most."""
        self._ended.set()
        self.join()
        return self.most

    def _held(self) -> int:
        parents: dict[int, int] = {}
        for place in Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "stat").read_text().rpartition(") ")[2].split()
                parents[int(place.name)] = int(words[1])
            except (OSError, IndexError):
                continue
        return sum(_share(Path(f"/proc/{number}")) for number in parents if self._is_ours(number, parents))

    def _is_ours(self, number: int, parents: dict[int, int]) -> bool:
        while number > 1:
            if number == self._root:
                return True
            number = parents.get(number, 0)
        return False


def _share(place: Path) -> int:
    """Return a process's share of memory in MB: what several hold together counts once among them."""
    try:
        lines = (place / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) >> 10 for line in lines if line.startswith("Pss:")), 0)


def measure(site: Site, size: int, wanted: list[str]) -> int:
    """Give each file and print what it cost."""
    # Everything that is read once is read before anything is measured.
    for address in ["/en/cooperation/plan/", *READ] * 6:
        site.get(address)
    for address in (ACTS, TREATIES, MANDATES, RATES, EXPENDITURE, REQUESTS, BANK):
        site.give(address, "x.csv", b"state,kind\nFRA,x\n")
    others = Others(site)
    others.start()
    time.sleep(QUIET_SECONDS)
    quiet = statistics.median(others.end())
    print(f"others, quiet: {quiet * 1000:.0f} ms")
    wrong = 0
    for kind, (addresses, name, make) in all_kinds().items():
        if wanted and not kind.startswith(tuple(wanted)):
            continue
        content = make(size)
        for address in addresses:
            others, memory = Others(site), Memory(site.process)
            others.start()
            memory.start()
            seconds, status, page = site.give(address, name, content)
            time.sleep(max(0.0, 1.5 - seconds))
            slower, most = statistics.median(others.end()) / quiet, memory.end()
            is_wrong = (
                status not in {200, 400} or seconds > MOST_SECONDS or most > MOST_MEGABYTES or slower > MOST_SLOWER
            )
            wrong += is_wrong
            print(
                f"{kind:<22}{address:<34}{len(content) >> 10:>6} kB  {status}  {seconds:5.2f} s  {most:>4} MB  "
                f"others x {slower:.2f}{'  <- beyond the limit' if is_wrong else ''}   {told(page)}",
                flush=True,
            )
    return int(wrong > 0)


COMMANDS = {
    ACTS: ("import", "acts", "--check", "--source", SOURCE),
    TREATIES: ("import", "treaties", "--check", "--source", SOURCE),
    MANDATES: ("mandates", "import"),
    RATES: ("import", "rates", "--check", "--published", SOURCE),
    EXPENDITURE: ("import", "expenditure", "--check"),
    REQUESTS: ("import", "requests", "--check", "--written-in", "en"),
    BANK: ("import", "bank", "--check"),
}


def measure_commands(site: Site, size: int, wanted: list[str]) -> int:
    """Give each file to the command for it and print what it cost."""
    folder = Path(site.environment["ACCEDE_HOME"])
    least = {}
    for address in COMMANDS:
        least[address] = commanded(site, address, folder / "x.csv", b"state,kind\nFRA,x\n")[1]
    wrong = 0
    for kind, (addresses, name, make) in all_kinds().items():
        if wanted and not kind.startswith(tuple(wanted)):
            continue
        content = make(size)
        for address in addresses:
            seconds, most, code, said = commanded(site, address, folder / name, content)
            most -= least[address]
            is_wrong = code not in {0, 1} or seconds > MOST_SECONDS or most > MOST_MEGABYTES or "unforeseen" in said
            wrong += is_wrong
            print(
                f"{kind:<24}{' '.join(COMMANDS[address][:2]):<18}{len(content) >> 10:>6} kB  {code}  {seconds:5.2f} s  "
                f"{most:>4} MB{'  <- beyond the limit' if is_wrong else ''}   {said[:70]}",
                flush=True,
            )
    return int(wrong > 0)


def commanded(site: Site, address: str, path: Path, content: bytes) -> tuple[float, int, int, str]:
    """Give a file to a command; return the seconds, the most memory, the exit code, and its last words."""
    path.write_bytes(content)
    begun = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-m", "accede.site.cli", *COMMANDS[address], str(path)],
        env=site.environment | {"ACCEDE_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    memory = Memory(program.pid, first=0)
    memory.start()
    said = program.communicate(timeout=300)[0]
    seconds = time.perf_counter() - begun
    path.unlink()
    return seconds, memory.end(), program.returncode, " ".join(said.split())


def told(page: str) -> str:
    """Return the first sentence about what is wrong."""
    found = re.search(r'data-label="Problem">(.*?)</td>|error-summary.*?<li>(.*?)</li>', page, re.DOTALL)
    words = re.sub(r"<[^>]+>|\s+", " ", (found[1] or found[2]) if found else "").strip()
    return words[:70]


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
