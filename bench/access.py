"""What row-level security and the record cost a page and a write, beside the same without; and a flood of sign-ins.

Limits: 1.3 times for reads, 2 times for writes. The flood: 10,000 attempts from one address; whoever comes from
another one still gets in. ACCEDE_BENCH_ATTEMPTS sets another number. Run alone: `make bench ARGS=access`.
"""

import gc
import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
MOST_FOR_READS, MOST_FOR_WRITES = 1.3, 2.0
ROUNDS, TIMES = 12, 12
EVENTS = 20_000
ATTEMPTS = int(os.environ.get("ACCEDE_BENCH_ATTEMPTS", "10000"))
FLOODERS = 8
PASSWORD = "seventeen quiet ferries"  # noqa: S105  (of an invented person in a database that is thrown away)
PATIENCE = 60
AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
#: A day on which the people of the tests hold their roles.
TODAY = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def main() -> int:
    """Prepare a database that is thrown away, measure, print, and say whether the limits hold."""
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        from accede.foundation import clock  # noqa: PLC0415
        from accede.site import serve  # noqa: PLC0415  (reads what stands above)

        serve.prepare()
        people = make_people()
        with clock.stopped_at(TODAY):
            is_cheap = costs(people)
        is_safe = flood()
        return 0 if is_cheap and is_safe else 1
    finally:
        shutil.rmtree(home, ignore_errors=True)


def make_people() -> dict[str, UUID]:
    """Make an administrator, a focal point with ten colleagues, and a long record of the past."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access import SYSTEM, Level, Scope  # noqa: PLC0415
    from accede.foundation.audit import Face, Subject  # noqa: PLC0415
    from accede.foundation.audit.recording import record  # noqa: PLC0415
    from accede.modules.identity import events  # noqa: PLC0415
    from tests.factories import people  # noqa: PLC0415

    with database.as_owner():
        ministry = people.organisation()
        found = {
            "administrator": people.person("Ada Adeyi", role="administrator"),
            "focal point": people.person("Amal Abara", acts_for=ministry, role="focal_point", scope=("state", "XSA")),
        }
        for number in range(10):
            people.person(f"Colleague{number} Sample", acts_for=ministry)
        for number in range(EVENTS):
            owner = Scope("state", ("XSA", "XSB")[number % 2])
            about = Subject("file", str(number), tuple(Level)[number % 4], owner)
            record(events.SIGNED_IN, about=about, by=SYSTEM, at=AT, face=Face.JOB)
    return {"ministry": ministry, **{name: one.id for name, one in found.items()}}


def costs(people: dict[str, UUID]) -> bool:
    """Print the cost of each thing with all guards, as a ratio to the same without."""
    from django.test import Client  # noqa: PLC0415

    from accede.modules.identity.queries.signing_in import account  # noqa: PLC0415  (needs Django set up)

    clients = {}
    for name in ("administrator", "focal point"):
        clients[name] = Client(HTTP_HOST="localhost")
        person = account(people[name])
        assert person is not None
        clients[name].force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = clients[name].session
        session["second_factor_is_there"] = True
        session.save()
    numbers = iter(range(10**9))

    def read(name: str, address: str) -> Callable[[], None]:
        def ask() -> None:
            assert clients[name].get(address).status_code == 200, address

        return ask

    def write() -> None:
        form = {"name": f"Body {next(numbers)}", "kind": "un-body"}
        assert clients["administrator"].post("/en/organisations/", form).status_code == 302

    own = f"/en/organisations/{people['ministry']}/"
    things = [
        (
            "page: own organisation, 11 members",
            MOST_FOR_READS,
            read("focal point", own),
        ),
        ("page: 50 newest of 20,000 events", MOST_FOR_READS, read("administrator", "/en/record/")),
        ("page: own work", MOST_FOR_READS, read("focal point", "/en/work/")),
        ("write: record an organisation (a form)", MOST_FOR_WRITES, write),
    ]
    print(f"{'':42}{'guarded':>10}{'without':>10}{'ratio':>8}{'limit':>7}")
    held = [compare(what, limit, act) for what, limit, act in things]
    return all(held)


def compare(what: str, limit: float, act: Callable[[], None]) -> bool:
    """Measure by turns, so that both meet the same weather; compare the medians of the rounds."""
    guarded, bare = [], []
    for _ in range(ROUNDS):
        guarded.append(timed(act))
        with without_guards():
            bare.append(timed(act))
    ratio = statistics.median(guarded) / statistics.median(bare)
    print(
        f"{what:42}{statistics.median(guarded) * 1000:8.2f}ms{statistics.median(bare) * 1000:8.2f}ms"
        f"{ratio:8.2f}{limit:7.1f}{'' if ratio <= limit else '  over the limit'}"
    )
    return ratio <= limit


def timed(act: Callable[[], None]) -> float:
    """Return the median seconds of doing it some times."""
    act()
    gc.collect()
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


@contextmanager
def without_guards() -> Iterator[None]:
    """Have the database guard nothing and be told nothing, and the record write nothing."""
    from accede.foundation.access import acting  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.audit import recording  # noqa: PLC0415

    tell, record = acting._tell, recording.record
    users = [module for module in list(sys.modules.values()) if getattr(module, "record", None) is record]
    guard(on=False)
    acting._tell = nothing
    for module in users:
        vars(module)["record"] = nothing
    try:
        yield
    finally:
        acting._tell = tell
        for module in users:
            vars(module)["record"] = record
        guard(on=True)


def nothing(*_words: object, **_named: object) -> None:
    """Stand for what is left out."""


def guard(*, on: bool) -> None:
    """Switch the policies on or off."""
    from django.db import connection  # noqa: PLC0415

    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access.protecting import protected_tables  # noqa: PLC0415

    how = "enable" if on else "disable"
    with database.as_owner(), connection.cursor() as cursor:
        for model in protected_tables():
            cursor.execute(f'alter table "{model._meta.db_table}" {how} row level security')


def flood() -> bool:
    """Send the attempts from one address at a site that runs, and meanwhile sign in from another."""
    from accede.foundation.database.migrations import let_go  # noqa: PLC0415  (needs Django set up)

    let_go()
    port = free_port()
    variables = {**os.environ, "ACCEDE_PORT": str(port)}
    site = subprocess.Popen(
        [sys.executable, "-m", "accede.site.serve"],
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port)
        return report(*run_flood(port))
    finally:
        os.killpg(site.pid, signal.SIGINT)
        site.wait(PATIENCE)


def run_flood(port: int) -> tuple[Counter[str], float, list[tuple[str, float]]]:
    """Return how the attempts were answered, how long they took, and how the others fared meanwhile."""
    answers: Counter[str] = Counter()
    others: list[tuple[str, float]] = []
    over = threading.Event()

    def attack(number: int) -> None:
        browser = Browser(port, "127.0.0.1")
        for turn in range(ATTEMPTS // FLOODERS):
            victim = f"victim{(number * 1000 + turn) % 500}@example.org" if turn % 2 else "ada@example.org"
            answers[browser.sign_in(victim, f"wrong {turn}")] += 1

    def visit() -> None:
        while not over.is_set():
            begun = time.perf_counter()
            answer = Browser(port, f"127.0.0.{2 + len(others) % 200}").sign_in("amal@example.org", PASSWORD)
            others.append((answer, time.perf_counter() - begun))
            over.wait(1)

    flooders = [threading.Thread(target=attack, args=(number,)) for number in range(FLOODERS)]
    visitor = threading.Thread(target=visit)
    begun = time.perf_counter()
    for thread in (*flooders, visitor):
        thread.start()
    for thread in flooders:
        thread.join()
    took = time.perf_counter() - begun
    over.set()
    visitor.join()
    return answers, took, others


def report(answers: Counter[str], took: float, others: list[tuple[str, float]]) -> bool:
    """Print what the flood came to."""
    total = sum(answers.values())
    tried = answers["wrong"]
    got_in = [seconds for answer, seconds in others if answer == "in"]
    print(f"flood: {total} attempts from one address in {took:.0f} s ({total / took:.0f}/s): {dict(answers)}")
    print(f"  passwords that were tried: {tried}; limit: 10 a minute and address, so {10 * (took / 60 + 1):.0f}")
    print(
        f"  meanwhile from other addresses: {len(got_in)} of {len(others)} signed in,"
        f" median {statistics.median(got_in) if got_in else 0:.2f} s"
    )
    holds = tried <= 10 * (took / 60 + 1) and answers["in"] == 0 and answers["fault"] == 0
    return holds and len(got_in) == len(others) > 0


class Browser:
    """Signs in over HTTP from an address of its own, keeping what a browser keeps."""

    def __init__(self, port: int, source: str) -> None:
        self._to = ("127.0.0.1", port)
        self._source = (source, 0)
        self._cookies: dict[str, str] = {}
        self._token = ""

    def sign_in(self, email: str, password: str) -> str:
        """Return “in”, “wrong”, “limited” or “fault”."""
        if not self._token:
            _, page = self._ask("GET", "/en/sign-in/")
            found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
            self._token = found[1] if found else ""
        form = {"csrfmiddlewaretoken": self._token, "login": email, "password": password}
        status, page = self._ask("POST", "/en/sign-in/", urlencode(form))
        if status == 429 or "many" in page.lower():
            return "limited"
        return {302: "in", 200: "wrong", 400: "wrong"}.get(status, "fault")

    def _ask(self, method: str, address: str, body: str = "") -> tuple[int, str]:
        connection = http.client.HTTPConnection(*self._to, timeout=PATIENCE, source_address=self._source)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self._to[1]}"
        connection.request(method, address, body=body or None, headers=headers)
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        connection.close()
        return answer.status, page


def wait_for(port: int) -> None:
    """Wait until the site answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The site does not answer.")


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
