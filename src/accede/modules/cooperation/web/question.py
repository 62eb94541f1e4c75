"""What addresses of these pages ask about."""

from collections.abc import Iterable

from django.http import HttpRequest

from accede.core.cooperation.effects import Purpose
from accede.foundation.listings import Option
from accede.modules.cooperation.fields.codes import PURPOSES
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.words.groups import OffenceGroup, offence_groups, one_by_one
from accede.modules.cooperation.words.question import CooperationQuestion
from accede.modules.treaties.words.page_question import RegisterPageQuestion


class CooperationPageQuestion(RegisterPageQuestion, CooperationQuestion):
    """One question of a page about cooperation."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        super().__init__(request, knows=knows)
        self.purpose = Purpose(self.choice("purpose", list(Purpose)) or Purpose.EXTRADITION)

    def groups_shown(self, instrument: str) -> tuple[OffenceGroup, ...]:
        """Return the groups of all offences, or the offences of one instrument one by one."""
        if instrument:
            return one_by_one(self.snapshot, instrument, self.purpose, self.language)
        return offence_groups(self.snapshot, self.purpose, self.language)


def purpose_options() -> list[Option]:
    """Return the purposes of a request."""
    return [Option(purpose.value, str(words)) for purpose, words in PURPOSES.items()]


def offence_options(question: CooperationPageQuestion) -> list[tuple[str, list[Option]]]:
    """Return the offences below the oldest instrument that defines them, in order of adoption."""
    by_instrument: dict[str, list[Option]] = {key: [] for key in question.register.instruments}
    for offence in question.snapshot.catalogue.offences:
        by_instrument[offence.instruments[-1]].append(Option(offence.code, offence_title(offence.code)))
    return [(question.instrument_title(key), options) for key, options in by_instrument.items() if options]


def defining_options(question: CooperationPageQuestion) -> list[Option]:
    """Return the instruments that define an offence."""
    return [
        Option(key, question.instrument_title(key))
        for key in question.register.instruments
        if question.snapshot.catalogue.defined_by(key)
    ]


def network_names(question: CooperationPageQuestion) -> list[str]:
    """Return the names of the States of the network, in alphabetical order."""
    states = question.register.states
    facts = [states[code] for code in question.snapshot.facts.world.states]
    return [known.name(question.language) for known in sorted(facts, key=lambda f: f.order(question.language))]
