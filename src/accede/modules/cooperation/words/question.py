"""What pages and the API ask about: States, offences, accessions, deposits; all that is wrong at once."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from accede.core.cooperation.calendars import PlannedDeposit
from accede.core.cooperation.planning import Accession
from accede.foundation.pages.parameters import shortened
from accede.foundation.problems import UnableTo
from accede.modules.cooperation.queries.scenarios import MOST_IN_SCENARIO
from accede.modules.cooperation.queries.snapshot import Cooperation, current_cooperation
from accede.modules.cooperation.words.speaker import CooperationSpeaker
from accede.modules.treaties.words.question import RegisterQuestion

LONGEST = 200
"""What a reader writes is cut to this before it is looked up."""
FIRST, LAST = date(1963, 1, 1), date(2100, 1, 1)
"""Days of deposits that are planned lie between these."""
MOST_DEPOSITS = 60
_BETWEEN_ACCESSIONS = re.compile(r"[;,\n]+")
_BETWEEN_DEPOSITS = re.compile(r"[;\n]+")


class CooperationQuestion(RegisterQuestion):
    """One question about cooperation."""

    @cached_property
    def snapshot(self) -> Cooperation:
        """What opinions, network and plans rest on, as known on the day asked for."""
        return current_cooperation(self.day_asked.known)

    @cached_property
    def speaker(self) -> CooperationSpeaker:
        """What turns reasons and keys into words of the reader's language."""
        return CooperationSpeaker(self.snapshot, self.language)

    def network_state(self, text: str) -> str | None:
        """Return the State of the network that `text` names and that exists on the day; None with a problem."""
        code = self._in_network(text)
        if code is None or any(self.day_asked.on in period for period in self.snapshot.lives[code]):
            return code
        words = _("On %(day)s this State did not exist: %(name)s.")
        self.problems.append(words % {"day": self.day_asked.on.isoformat(), "name": self._named(code)})
        return None

    def accessions(self, text: str) -> tuple[Accession, ...]:
        """Return the accessions that `text` names, each a State and an instrument: "MAR SUA-PROT-2005".

        Parts that cannot be read become problems, all of them.
        """
        found: dict[Accession, None] = {}
        for piece in self._pieces(_BETWEEN_ACCESSIONS.split(text), most=MOST_IN_SCENARIO):
            state_text, _space, key = piece[:LONGEST].rpartition(" ")
            if not state_text:
                words = _("“%(text)s” is no accession. Write a State and the key of an instrument: MAR SUA-PROT-2005")
                self.problems.append(words % {"text": shortened(piece)})
                continue
            state, instruments = self.network_state(state_text.strip()), self.instruments([key])
            if state and instruments:
                needs = self.snapshot.facts.instruments[instruments[0]].parent
                found[Accession(state, instruments[0], needs)] = None
        return tuple(found)

    def deposits(self, text: str) -> tuple[PlannedDeposit, ...]:
        """Return the deposits that `text` plans, one a line: a day, a State, the key of an instrument."""
        pieces = self._pieces(_BETWEEN_DEPOSITS.split(text), most=MOST_DEPOSITS)
        found = (self._deposit(piece) for piece in pieces)
        return tuple(sorted({deposit for deposit in found if deposit is not None}))

    def _deposit(self, piece: str) -> PlannedDeposit | None:
        words = piece[:LONGEST].split()
        day = _day(words[0])
        if len(words) < 3 or day is None:
            sentence = _("“%(text)s” is no deposit. Write day, State and key of the instrument: %(example)s")
            self.problems.append(sentence % {"text": shortened(piece), "example": "2027-03-01 MAR SUA-PROT-2005"})
            return None
        state, instruments = self._in_network(" ".join(words[1:-1])), self.instruments([words[-1]])
        if not FIRST <= day < LAST:
            sentence = _("%(day)s is outside of the calendar. It reaches from 1963 to 2099.")
            self.problems.append(sentence % {"day": day.isoformat()})
            return None
        return PlannedDeposit(day, state, instruments[0]) if state and instruments else None

    def _pieces(self, pieces: Iterable[str], *, most: int) -> list[str]:
        found = [piece.strip() for piece in pieces if piece.strip()]
        if len(found) <= most:
            return found
        words = _("At most %(most)s entries can be read at once; these are %(count)s.")
        self.problems.append(words % {"most": most, "count": len(found)})
        return []

    def _in_network(self, text: str) -> str | None:
        """Return the State of the network that `text` names, on whatever day; None for no text, or with a problem."""
        found = self.states([text[:LONGEST]]) if text else []
        if not found:
            return None
        if found[0] not in self.snapshot.facts.world.place:
            words = _("Opinions are given for States only. This is none: %(name)s.")
            self.problems.append(words % {"name": self._named(found[0])})
            return None
        return found[0]

    def _named(self, code: str) -> str:
        return self.register.states[code].name(self.language)


def read_accessions(text: str) -> tuple[Accession, ...]:
    """Return the accessions that somebody wrote into a field, as of today.

    Raises:
        UnableTo: some of it cannot be read; all of that is told at once.
    """
    question = CooperationQuestion(on="", known="")
    found = question.accessions(text)
    if question.problems:
        raise UnableTo({"accessions": " ".join(question.problems)})
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
