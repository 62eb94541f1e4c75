"""The instruments on a day: how many States are bound, have begun to join, and of how many the record cannot say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.treaties.standing import BOUND, Standing
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import StateFacts
from accede.modules.treaties.fields.codes import act_words, standing_words
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.ages import age_words, answer_words, look_of


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument in a list."""

    key: str
    number: int
    title: str
    adopted_on: date
    in_force_on: date | None
    parties: int
    begun: int
    """States that signed, or consented without effect yet."""
    not_known: int


class Part(StrEnum):
    """A part of all States, by where they stand under an instrument."""

    PARTIES = "parties"
    BEGUN = "begun"
    INVITED = "invited"
    NOT_KNOWN = "not-known"
    WITHDRAWN = "withdrawn"
    ALL = "all"


PART_OF = {
    **dict.fromkeys(BOUND, Part.PARTIES),
    Standing.SIGNED: Part.BEGUN,
    Standing.CONTRACTING: Part.BEGUN,
    Standing.NONE: Part.INVITED,
    Standing.WITHDRAWN: Part.WITHDRAWN,
    Standing.NOT_KNOWN: Part.NOT_KNOWN,
}


@dataclass(frozen=True, slots=True)
class StateUnder:
    """One State under one instrument on a day."""

    code: str
    name: str
    group: str
    group_words: str
    part: Part
    standing: str
    standing_words: str
    answer: str
    age: str
    look: str
    since: date | None
    by: str
    act_on: date | None
    signed_on: date | None
    known_until: date | None
    not_party_on: date | None
    not_known_from: date | None


def instruments_on(register: Register, *, on: date, language: str) -> tuple[InstrumentLine, ...]:
    """Return the instruments in order of adoption, with the numbers of a day."""
    return tuple(_line(register, key, on=on, language=language) for key in register.instruments)


def states_under(register: Register, instrument: str, *, on: date, language: str) -> tuple[StateUnder, ...]:
    """Return every State or area that exists on a day, alphabetically, with where it stands under an instrument."""
    existing = sorted((s for s in register.states.values() if on in s.exists), key=lambda s: s.order(language))
    return tuple(_states_under(register, instrument, existing, on=on, language=language))


def count_parts(lines: tuple[StateUnder, ...]) -> Counter[Part]:
    """Return how many States are in each part."""
    counts = Counter(line.part for line in lines)
    counts[Part.ALL] = len(lines)
    return counts


def _line(register: Register, key: str, *, on: date, language: str) -> InstrumentLine:
    facts = register.instruments[key]
    held = Counter(register.timelines[key, code].on(on).position.standing for code in register.states)
    return InstrumentLine(
        key=key,
        number=facts.core.number,
        title=facts.title(language).short,
        adopted_on=facts.core.adopted_on,
        in_force_on=facts.core.in_force_on,
        parties=sum(held[standing] for standing in BOUND),
        begun=held[Standing.SIGNED] + held[Standing.CONTRACTING],
        not_known=held[Standing.NOT_KNOWN],
    )


def _states_under(
    register: Register, instrument: str, existing: list[StateFacts], *, on: date, language: str
) -> Iterator[StateUnder]:
    for state in existing:
        position = register.timelines[instrument, state.code].on(on).position
        if position.standing not in PART_OF:
            continue
        group = state.group_on(on) or ""
        yield StateUnder(
            code=state.code,
            name=state.name(language),
            group=group,
            group_words=str(GROUPS[group]) if group else "",
            part=PART_OF[position.standing],
            standing=position.standing.value,
            standing_words=standing_words(position.standing),
            answer=answer_words(position, language),
            age=age_words(position, language),
            look=look_of(position),
            since=position.since,
            by=act_words(position.by) if position.by else "",
            act_on=position.act_on,
            signed_on=position.signed_on,
            known_until=position.known_until,
            not_party_on=position.not_party_on,
            not_known_from=position.not_known_from,
        )
