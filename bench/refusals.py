"""Whether the time of a refusal tells that there is something: hidden things beside none, known people beside unknown.

``python bench/refusals.py [--times N]`` (150 of each). By turns, in one process: addresses of confidential things of
another State beside the same addresses with numbers of nothing, asked by people who may not see them; a sign-in with a
wrong password, and a forgotten password, for an e-mail address of somebody beside one of nobody. Status and length of
both answers must agree. Exit code 1 when they do not, or when the medians differ by more than a quarter.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from django.test import Client

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.25
KNOWN = 20
WARMING = 5


@dataclass
class Pair:
    """Two questions that must look alike: `there` of what there is, `nowhere` of nothing."""

    what: str
    there: "Callable[[], tuple[int, int]]"
    nowhere: "Callable[[], tuple[int, int]]"
    seconds: dict[str, list[float]] = field(default_factory=lambda: {"there": [], "nowhere": []})
    answers: dict[str, set[tuple[int, int]]] = field(default_factory=lambda: {"there": set(), "nowhere": set()})

    def measure(self, times: int) -> None:
        """Ask both by turns, so that both meet the same weather."""
        for _ in range(WARMING):
            self.there()
            self.nowhere()
        for _ in range(times):
            for name, ask in (("there", self.there), ("nowhere", self.nowhere)):
                begun = time.perf_counter()
                self.answers[name].add(ask())
                self.seconds[name].append(time.perf_counter() - begun)

    def report(self) -> bool:
        """Print the ratio of the medians; return whether nothing is told apart."""
        there, nowhere = (statistics.median(self.seconds[name]) for name in ("there", "nowhere"))
        ratio = there / nowhere
        alike = self.answers["there"] == self.answers["nowhere"]
        held = alike and 1 / LIMIT <= ratio <= LIMIT
        told = "" if alike else f"  answers differ: {self.answers}"
        print(f"{self.what:52}{there * 1000:9.2f}ms{nowhere * 1000:9.2f}ms{ratio:7.2f}{told}")
        return held


def main() -> int:
    """Prepare a database that is thrown away, measure, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--times", type=int, default=150)
    times: int = asked.parse_args().times
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        from django.test import override_settings  # noqa: PLC0415  (needs Django set up)

        # The limits would turn most of the attempts away; the post office is none of what is measured.
        mail = "django.core.mail.backends.dummy.EmailBackend"
        with override_settings(ACCOUNT_RATE_LIMITS=False, EMAIL_BACKEND=mail):
            pairs = [*hidden_things(), *people()]
            print(f"{'':52}{'there':>11}{'nowhere':>11}{'ratio':>7}")
            for pair in pairs:
                pair.measure(times)
            held = [pair.report() for pair in pairs]
            return 0 if all(held) else 1
    finally:
        shutil.rmtree(home, ignore_errors=True)


def hidden_things() -> Iterator[Pair]:
    """Yield the addresses of another side's things, asked by people of this one."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from tests.factories.nine_people import signed_in, two_sides  # noqa: PLC0415  (needs Django set up)

    with database.as_owner():
        mine, theirs = two_sides()
        clients = {role: signed_in(mine.people[role]) for role in ("focal_point", "partner_coordinator")}
    thing = theirs.things["partner_coordinator"]
    organisation = theirs.things["focal_point"]["organisation"]
    yield _things("page of an organisation", clients["focal_point"], "/en/organisations/{}/", organisation)
    saved = "/en/cooperation/scenarios/saved/{}/"
    yield _things("page of a saved scenario", clients["focal_point"], saved, thing["scenario"])
    yield _things("deleting a saved scenario", clients["focal_point"], f"{saved}delete/", thing["scenario"], post=True)
    revoke = "/en/invitations/{}/revoke/"
    yield _things("revoking an invitation", clients["partner_coordinator"], revoke, thing["invitation"], post=True)


def _things(what: str, client: "Client", address: str, key: object, *, post: bool = False) -> Pair:
    def ask(number: object) -> tuple[int, int]:
        response = (client.post if post else client.get)(address.format(number), headers={"host": "localhost"})
        return response.status_code, len(response.content)

    return Pair(what, lambda: ask(key), lambda: ask(uuid4()))


def people() -> Iterator[Pair]:
    """Yield sign-in and forgotten password, of people who exist and of nobody."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from tests.factories import people as factory  # noqa: PLC0415  (needs Django set up)

    with database.as_owner():
        known = cycle([factory.person(f"person{number:04}").email for number in range(KNOWN)])
    wrong = {"password": "eighteen loud ferries"}
    yield _addresses("sign-in with a wrong password", "/en/sign-in/", "login", known, wrong)
    yield _addresses("forgotten password", "/en/password/forgotten/", "email", known, {})


def _addresses(what: str, address: str, name: str, known: "Iterator[str]", more: dict[str, str]) -> Pair:
    from django.test import Client  # noqa: PLC0415  (needs Django set up)

    def ask(email: str) -> tuple[int, int]:
        # A visitor of its own each time: what one session has been told does not weigh on the next.
        response = Client().post(address, {name: email, **more}, headers={"host": "localhost"})
        return response.status_code, len(response.content)

    return Pair(what, lambda: ask(next(known)), lambda: ask(f"nobody{uuid4().hex[:4]}@example.org"))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
