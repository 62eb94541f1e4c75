"""What addresses of these pages ask about."""

from collections.abc import Iterable
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.foundation.listings import Option
from accede.foundation.pages.asking import shortened
from accede.modules.cooperation.queries.asking import offences_named
from accede.modules.cooperation.queries.groups import OffenceGroup, offence_groups, one_by_one
from accede.modules.cooperation.queries.snapshot import Cooperation, current_cooperation
from accede.modules.cooperation.queries.speaker import CooperationSpeaker
from accede.modules.cooperation.queries.words import PURPOSES, offence_title
from accede.modules.treaties.queries import page_asking

LONGEST = 200
"""What a reader writes is cut to this before it is looked up."""


class Question(page_asking.Question):
    """One question of a page about cooperation."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        super().__init__(request, knows=knows)
        self.snapshot: Cooperation = current_cooperation(self.day_asked.known)
        self.purpose = Purpose(self.choice("purpose", list(Purpose)) or Purpose.EXTRADITION)

    @cached_property
    def speaker(self) -> CooperationSpeaker:
        """What turns reasons and keys into words of the reader's language."""
        return CooperationSpeaker(self.snapshot, self.language)

    def network_state(self, text: str) -> str | None:
        """Return the State of the network that `text` names and that exists on the day; None with a problem."""
        if not text:
            return None
        found = self.states([text[:LONGEST]])
        if not found:
            return None
        code, on = found[0], self.day_asked.on
        if code not in self.snapshot.facts.world.place:
            words = _("Opinions are given for States only. This is none: %(name)s.")
            self.problems.append(words % {"name": self.state_name(code)})
            return None
        if not any(on in period for period in self.snapshot.lives[code]):
            words = _("On %(day)s this State did not exist: %(name)s.")
            self.problems.append(words % {"day": on.isoformat(), "name": self.state_name(code)})
            return None
        return code

    def offence(self, text: str) -> str | None:
        """Return the one offence that `text` names; None with a problem."""
        if not text:
            return None
        found = offences_named(self.snapshot, text[:LONGEST])
        if not found:
            words = _("“%(text)s” is no offence of the catalogue and no instrument.")
            self.problems.append(words % {"text": shortened(text)})
            return None
        return found[0]

    def groups_shown(self, instrument: str) -> tuple[OffenceGroup, ...]:
        """Return the groups of all offences, or the offences of one instrument one by one."""
        if instrument:
            return one_by_one(self.snapshot, instrument, self.purpose, self.language)
        return offence_groups(self.snapshot, self.purpose, self.language)


def purpose_options() -> list[Option]:
    """Return the purposes of a request."""
    return [Option(purpose.value, str(words)) for purpose, words in PURPOSES.items()]


def offence_options(question: Question) -> list[tuple[str, list[Option]]]:
    """Return the offences below the oldest instrument that defines them, in order of adoption."""
    by_instrument: dict[str, list[Option]] = {key: [] for key in question.register.instruments}
    for offence in question.snapshot.catalogue.offences:
        by_instrument[offence.instruments[-1]].append(Option(offence.code, offence_title(offence.code)))
    return [(question.instrument_title(key), options) for key, options in by_instrument.items() if options]


def defining_options(question: Question) -> list[Option]:
    """Return the instruments that define an offence."""
    return [
        Option(key, question.instrument_title(key))
        for key in question.register.instruments
        if question.snapshot.catalogue.defined_by(key)
    ]


def network_names(question: Question) -> list[str]:
    """Return the names of the States of the network, in alphabetical order."""
    states = question.register.states
    facts = [states[code] for code in question.snapshot.facts.world.states]
    return [known.name(question.language) for known in sorted(facts, key=lambda f: f.order(question.language))]
