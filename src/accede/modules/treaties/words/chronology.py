"""A State's acts in order of their days, and how its standing changed."""

from dataclasses import dataclass
from datetime import date

from accede.core.treaties.acts import SettledAct
from accede.modules.treaties.fields.codes import act_words, standing_words, subject_words
from accede.modules.treaties.queries.register import CONTINUATION, Register


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of a State in words."""

    key: str
    state: str
    state_name: str
    instrument: str
    number: int
    title: str
    kind: str
    words: str
    on: date | None
    in_force_on: date | None
    effective_on: date | None
    subject: str
    depositary: str
    reservation_noted: bool
    known_on: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """From a day on, a State stands so; None: since before the first act."""

    starts_on: date | None
    standing: str
    words: str


def act_line(register: Register, act: SettledAct, language: str) -> ActLine:
    """Return an act in words."""
    facts = register.instruments[act.instrument]
    return ActLine(
        key=act.key,
        state=act.state,
        state_name=register.states[act.state].name(language),
        instrument=act.instrument,
        number=facts.core.number,
        title=facts.title(language).short,
        kind=act.kind.value,
        words=act_words(act.kind),
        on=act.on,
        in_force_on=act.in_force_on,
        effective_on=act.effective_on,
        subject=subject_words(act.subject),
        depositary=act.depositary,
        reservation_noted=act.reservation_noted,
        known_on=act.known_on,
        sources=act.sources,
    )


def acts_of(register: Register, state: str, *, until: date, language: str, instrument: str = "") -> tuple[ActLine, ...]:
    """Return the acts of a State, and of the State that it continues, up to a day; those without a day come last."""
    facts = register.states[state]
    mine = (state, *(s.predecessor for s in facts.predecessors if s.kind == CONTINUATION))
    acts = [
        act
        for key in ([instrument] if instrument else register.instruments)
        for code in mine
        for act in register.acts.get((key, code), ())
        if act.on is None or act.on <= until
    ]
    acts.sort(key=lambda act: (act.on or date.max, register.instruments[act.instrument].core.number, act.key))
    return tuple(act_line(register, act, language) for act in acts)


def changes_of(register: Register, instrument: str, state: str) -> tuple[ChangeLine, ...]:
    """Return how a State's standing under an instrument changed from day to day."""
    return tuple(
        ChangeLine(
            starts_on=None if change.starts_on == date.min else change.starts_on,
            standing=change.position.standing.value,
            words=standing_words(change.position.standing),
        )
        for change in register.timelines[instrument, state].changes
    )
