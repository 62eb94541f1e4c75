"""Sign-in under a flood of 10,000 wrong attempts, from 16 addresses of this machine, while somebody signs in rightly.

``python bench/flood.py [--attempts N]``. In one run: the right sign-ins without the flood and during it, each from an
address of its own, and their time as a ratio; how many of the wrong attempts reached the check of a password at all,
beside the most that the limits allow. Exit code 1 when a right sign-in fails, when a wrong one succeeds, or when more
attempts reach the check than the limits allow.
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
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

ADDRESSES = 16
ALLOWED_A_MINUTE = 10
"""Failed attempts that one address of the network may make in a minute (ACCOUNT_RATE_LIMITS, “login_failed”)."""
PEOPLE = 40
PASSWORD = "seventeen quiet ferries"  # noqa: S105  (of people who exist in this run only)
MAKE_PEOPLE = f"""
import django
django.setup()
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.identity.services.people import register
with acting(SYSTEM):
    for number in range({PEOPLE}):
        email = f"person{{number}}@example.org"
        register(email=email, name=email, language="en", password="{PASSWORD}", at=clock.now())
"""


@dataclass
class Flood:
    """Wrong attempts, and how they were answered."""

    port: int
    attempts: int
    answers: Counter[str] = field(default_factory=Counter)
    _numbers: "count[int]" = field(default_factory=count)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, source: str) -> None:
        """Try wrong passwords from one address until all attempts are made."""
        visitor = Visitor(self.port, source)
        while True:
            with self._lock:
                number = next(self._numbers)
            if number >= self.attempts:
                return
            answer = visitor.sign_in(f"nobody{number}@example.org", f"guess {number}")
            with self._lock:
                self.answers[answer] += 1


class Visitor:
    """A browser at one address of this machine."""

    def __init__(self, port: int, source: str) -> None:
        self._port = port
        self._source = source
        self._cookies: dict[str, str] = {}
        self._mark = ""

    def sign_in(self, email: str, password: str) -> str:
        """Send the form; return how it was answered: in, checked, or turned away before any check."""
        if not self._mark:
            page = self._ask("GET", "/en/sign-in/", "")[1]
            found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
            self._mark = found[1] if found else ""
        form = {"csrfmiddlewaretoken": self._mark, "login": email, "password": password}
        status, page = self._ask("POST", "/en/sign-in/", urlencode(form))
        if status == http.client.FOUND:
            return "in"
        return "checked" if "do not belong together" in page else "turned away"

    def _ask(self, method: str, path: str, body: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60, source_address=(self._source, 0))
        headers = {"Host": "localhost", "Cookie": "; ".join(f"{key}={value}" for key, value in self._cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        connection.close()
        return answer.status, text


def main() -> int:
    """Serve, flood, sign in, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--attempts", type=int, default=10_000)
    attempts: int = asked.parse_args().attempts
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    port = _free_port()
    settings = {
        "ACCEDE_HOME": str(home),
        "ACCEDE_PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "accede.site.settings.local",
    }
    environment = os.environ | settings
    command = [sys.executable, "-m", "accede.site.serve"]
    server = subprocess.Popen(
        command,
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
        subprocess.run([sys.executable, "-c", MAKE_PEOPLE], env=environment, check=True)
        return _measure(port, attempts)
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(home, ignore_errors=True)


def _measure(port: int, attempts: int) -> int:
    people = iter(range(PEOPLE))
    quiet = [_right_sign_in(port, next(people)) for _ in range(10)]
    flood = Flood(port, attempts)
    threads = [threading.Thread(target=flood.run, args=(f"127.0.2.{number + 1}",)) for number in range(ADDRESSES)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    loud = []
    while any(thread.is_alive() for thread in threads):
        if (person := next(people, None)) is not None:
            loud.append(_right_sign_in(port, person))
        time.sleep(0.5)
    seconds = time.perf_counter() - begun
    allowed = ADDRESSES * ALLOWED_A_MINUTE * (int(seconds // 60) + 2)
    reached, turned_away, let_in = (flood.answers[answer] for answer in ("checked", "turned away", "in"))
    failed = sum(answer != "in" for answer, _ in [*quiet, *loud])
    quiet_median = statistics.median(spent for _, spent in quiet)
    loud_median = statistics.median(spent for _, spent in loud) if loud else 0.0
    print(f"wrong attempts: {sum(flood.answers.values())} in {seconds:.1f} s; let in: {let_in}")
    print(f"reached the check of a password: {reached} (the limits allow {allowed}); turned away: {turned_away}")
    print(f"right sign-ins: {len(quiet)} without and {len(loud)} during the flood; refused: {failed}")
    print(f"time of one during the flood / without: {loud_median / quiet_median:.2f} x")
    return int(bool(failed or let_in or not loud or reached > allowed))


def _right_sign_in(port: int, person: int) -> tuple[str, float]:
    visitor = Visitor(port, f"127.0.3.{person + 1}")
    begun = time.perf_counter()
    answer = visitor.sign_in(f"person{person}@example.org", PASSWORD)
    return answer, time.perf_counter() - begun


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
