"""The page of an import that waits for a second person: what it is, what it would change now, whom to ask.

One way for all that comes in by files; a module says what a proposal is and how its file is looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accede.foundation import clock, files
from accede.foundation.access import Actor, Refused
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.files.checking import table_kind
from accede.foundation.files.sending import send
from accede.foundation.imports.bringing import Bringing, Brought
from accede.foundation.imports.checking_apart import TO_CHECK, Work, done
from accede.foundation.imports.form import MOST_BYTES
from accede.foundation.imports.page import SHOWN_PROBLEMS, samples_of
from accede.foundation.imports.problems import Words, explain, told_once
from accede.foundation.imports.results import Outcome
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.page import StepPage


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a page says of a proposed import.

    `facts`: label by label; `why`: why it waits; `is_own`: the reader proposed it; `others`: names and addresses of
    those who could confirm it; `invite`: the address at which a second person is invited, "" where the reader may
    invite nobody.
    """

    title: str
    facts: Sequence[tuple[str, str]]
    why: str
    file: str
    digest: str
    waits: bool
    is_own: bool
    others: Sequence[tuple[str, str]]
    invite: str
    back: str


@dataclass(frozen=True, slots=True)
class ProposedPage:
    """One page for proposed imports of a kind.

    Attributes:
        look: what a proposal is; raises Refused where the actor may not see it.
        brought: its file, as it was brought; `check`: a function of a module: what its rows would change now.
        words: every sentence that a check can give.
        download: the address of its file.
    """

    flow: Flow[Any]
    look: Callable[[Actor, int], Waiting]
    brought: Callable[[int, Path], Brought]
    check: Work
    words: Words
    download: Callable[[int], str]

    def answer(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show the proposal, or take a step with it."""
        return StepPage(self.flow, "importing/proposed.html", self._context).answer(request, number)

    def file(self, request: HttpRequest, number: int) -> HttpResponseBase:
        """Send the file that was proposed to whoever may look at the proposal."""
        found = self.look(actor_of(request), number)
        place = files.at_hand(found.digest)
        if place is None:
            raise Refused
        with place.open("rb") as stream:
            kind = table_kind(stream, "")
        return send(found.digest, kind=kind, name=found.file)

    def _context(self, request: HttpRequest, number: int) -> dict[str, object]:
        found = self.look(actor_of(request), number)
        place = files.at_hand(found.digest) if found.waits else None
        # A larger file came in by a command: to check it takes longer than a page may.
        outcome = None
        if place is not None and place.stat().st_size <= MOST_BYTES:
            bringing = Bringing(actor_of(request), Face.WEB, clock.now(), found.file)
            outcome, _guessed = done(self.check, self.brought(number, place), bringing, TO_CHECK)
        return {
            "found": found,
            "outcome": outcome,
            **(self._shown(outcome) if outcome else {}),
            "download": self.download(number) if place else "",
        }

    def _shown(self, outcome: Outcome) -> dict[str, object]:
        told = told_once(outcome.problems)
        return {
            "problems": [(one, explain(one.problem, self.words)) for one in told[:SHOWN_PROBLEMS]],
            "shown": SHOWN_PROBLEMS,
            "is_cut": len(told) > SHOWN_PROBLEMS or outcome.problem_count > len(outcome.problems),
            "remarks": [(one, explain(one, self.words)) for one in outcome.remarks[:SHOWN_PROBLEMS]],
            "told": [explain(one, self.words) for one in outcome.told],
            "samples": samples_of(outcome),
        }
