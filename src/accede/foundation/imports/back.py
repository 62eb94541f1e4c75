"""A page that takes an import back: what it was, what taking it back would change, why; then it is done.

One way for all that comes in by files; a module says what an import was and what taking it back does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor
from accede.foundation.access.acting import actor_of
from accede.foundation.files.storing import FileFacts
from accede.foundation.problems import listed_problems

LONGEST_REASON = 1000
SHOWN_ANSWERS = 200


class TakingRefused(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """An import cannot be taken back; `problems` says why, by form field."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Effects:
    """What taking back changes: rows closed, rows known again, and the answers of today that become others.

    Each answer is a row of cells, with heading and words.
    """

    closed: int
    again: int
    answers: Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Import:
    """What a page says of an import, label by label; `brings_again`: taking it back brings in what it took back.

    `original`: the file as it came, where the reader may have it.
    """

    number: int
    facts: Sequence[tuple[str, str]]
    brings_again: bool
    original: FileFacts | None = None


@dataclass(frozen=True, slots=True)
class BackPage:
    """One page for imports of a kind.

    Attributes:
        look: what an import was; raises Refused where the actor may not take it back.
        effects, carry_out: what the services of the kind do; both raise TakingRefused.
        version: changes with each change of the record; what is done is what was shown.
        onwards: the address of the list of imports.
    """

    look: Callable[[Actor, int], Import]
    effects: Callable[[Actor, int, datetime], Effects]
    carry_out: Callable[[Actor, int, str, datetime], None]
    version: Callable[[], object]
    onwards: Callable[[], str]

    def answer(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show what taking back would change, or do it and lead on to the list."""
        actor, at = actor_of(request), clock.now()
        found = self.look(actor, number)
        reason = ""
        problems: dict[str, str] = {}
        if request.method == "POST":
            reason = request.POST.get("reason", "").replace("\x00", "")
            if request.POST.get("seen") != str(self.version()):
                problems = {"reason": _("The record has changed since this was shown. Look at what would change now.")}
            else:
                try:
                    self.carry_out(actor, number, reason, at)
                except TakingRefused as refused:
                    problems = refused.problems
                else:
                    messages.success(request, _("It is done. The reason is shown with the sources."))
                    return HttpResponseRedirect(self.onwards())
        return self._shown(request, found, reason, problems)

    def _shown(self, request: HttpRequest, found: Import, reason: str, problems: dict[str, str]) -> HttpResponse:
        obstacle, effects = "", None
        try:
            effects = self.effects(actor_of(request), found.number, clock.now())
        except TakingRefused as refused:
            obstacle = str(refused)
        title = _("Bring an import in again") if found.brings_again else _("Take an import back")
        context = {
            "title": title,
            "found": found,
            "effects": effects,
            "obstacle": obstacle,
            "answers": effects.answers[:SHOWN_ANSWERS] if effects else (),
            "is_cut": effects is not None and len(effects.answers) > SHOWN_ANSWERS,
            "reason": reason,
            "wrong": problems,
            "summary": listed_problems({name: words for name, words in problems.items() if name == "reason"}),
            "seen": self.version(),
            "onwards": self.onwards(),
            "longest": LONGEST_REASON,
        }
        status = HTTPStatus.BAD_REQUEST if problems else HTTPStatus.OK
        return render(request, "importing/back.html", context, status=status)
