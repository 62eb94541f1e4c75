"""What a page says of a State as such: names, membership, existence, the States before and after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Link
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import SuccessionFacts
from accede.modules.reference.queries.states import UNITED_NATIONS
from accede.modules.treaties.web.explaining import source_links
from accede.modules.treaties.words.page_question import RegisterPageQuestion

SUCCESSION_WORDS = {
    "continuation": _("continues its legal personality"),
    "dissolution": _("dissolution"),
    "separation": _("separation"),
    "unification": _("unification"),
    "accession": _("accession to another State"),
}
"""How one State followed another; a kind that is not here is shown as the data has it."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A State before or after this one."""

    state: Link
    on: date | None
    words: str
    verified: bool
    note: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in the United Nations or in a regional group."""

    words: str
    start: date | None
    end: date | None
    note: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A State on the day of the page.

    Attributes:
        is_there: whether it existed on that day.
        formal_name: blank where no source gives one in this language.
        note: as the data has it, in English.
    """

    code: str
    name: str
    formal_name: str
    kind: str
    kind_words: str
    is_there: bool
    exists_from: date | None
    exists_until: date | None
    note: str
    spells: tuple[Spell, ...]
    predecessors: tuple[Neighbour, ...]
    successors: tuple[Neighbour, ...]
    sources: tuple[Link, ...]

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it existed."""
        return self.exists_until - timedelta(days=1) if self.exists_until else None


def profile(question: RegisterPageQuestion, code: str) -> Profile:
    """Return what the page says of a State; memberships of other days than the page's are left aside."""
    facts, on = question.register.states[code], question.day_asked.on
    return Profile(
        code=code,
        name=facts.name(question.language),
        formal_name=facts.formal_name(question.language),
        kind=facts.kind,
        kind_words=facts.kind_words,
        is_there=on in facts.exists,
        exists_from=facts.exists.start,
        exists_until=facts.exists.end,
        note=facts.note,
        spells=tuple(
            Spell(
                words=str(_BODIES.get(span.body, span.body)),
                start=span.period.start,
                end=span.period.end,
                note=span.note,
                sources=source_links(question, [span.source]),
            )
            for span in facts.spans
            if on in span.period
        ),
        predecessors=tuple(_neighbour(question, s, s.predecessor) for s in facts.predecessors),
        successors=tuple(_neighbour(question, s, s.successor) for s in facts.successors),
        sources=source_links(question, filter(None, (facts.source, facts.existence_source))),
    )


def _neighbour(question: RegisterPageQuestion, succession: SuccessionFacts, code: str) -> Neighbour:
    return Neighbour(
        state=Link(question.state_name(code), question.here("treaties:state-detail", code)),
        on=succession.on,
        words=str(SUCCESSION_WORDS.get(succession.kind, succession.kind)),
        verified=succession.verified,
        note=succession.note,
        sources=source_links(question, [succession.source]),
    )


_BODIES = {UNITED_NATIONS: _("Member of the United Nations"), **GROUPS}
