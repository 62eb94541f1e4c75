"""Reservations, declarations and notifications of a State with their effect on a day, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.declarations import Effect, Statement, StatementCase, statements_on
from accede.modules.treaties.fields.codes import act_words, subject_words
from accede.modules.treaties.queries.register import CONTINUATION, Register
from accede.modules.treaties.words.reasons import ReasonLine, speaker_of

EFFECT_WORDS = {
    Effect.IN_EFFECT: _("In effect"),
    Effect.AWAITING_FORCE: _("Takes effect when the instrument does for the State"),
    Effect.WITHDRAWN: _("Taken back"),
    Effect.LAPSED: _("Lapsed"),
    Effect.REPLACED: _("Replaced by a later one"),
    Effect.NOT_KNOWN: _("Effect on this day not known"),
}


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement with its effect on the day asked about."""

    key: str
    instrument: str
    title: str
    kind: str
    subject: str
    on: date | None
    effect: str
    words: str
    since: date | None
    why: tuple[ReasonLine, ...]
    sources: tuple[str, ...]


def statements_of(
    register: Register, state: str, *, on: date, language: str, instruments: Iterable[str] | None = None
) -> tuple[StatementLine, ...]:
    """Return what a State has declared under instruments by a day, in order of the instruments.

    A State that continues another speaks with the other's statements too.
    """
    facts = register.states[state]
    mine = (state, *(s.predecessor for s in facts.predecessors if s.kind == CONTINUATION))
    timelines = {key: register.timelines[key, state].changes for key in register.instruments}
    lines: list[StatementLine] = []
    for key in register.instruments if instruments is None else instruments:
        case = StatementCase(
            instrument=key,
            acts=[act for code in mine for act in register.acts.get((key, code), ())],
            timeline=timelines[key],
            others=timelines,
            annex=register.instruments[key].core.annex,
        )
        lines.extend(_line(register, statement, language) for statement in statements_on(on, case))
    return tuple(lines)


def _line(register: Register, statement: Statement, language: str) -> StatementLine:
    act = statement.act
    return StatementLine(
        key=act.key,
        instrument=act.instrument,
        title=register.instruments[act.instrument].title(language).short,
        kind=act_words(act.kind),
        subject=subject_words(act.subject),
        on=act.on,
        effect=statement.effect.value,
        words=str(EFFECT_WORDS[statement.effect]),
        since=statement.since,
        why=speaker_of(register, language).lines(statement.because),
        sources=act.sources,
    )
