"""Reservations, declarations and notifications of a State with their effect on a day, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.declarations import Effect, Statement, StatementCase, statements_on
from accede.modules.treaties.queries.reasons import ReasonLine
from accede.modules.treaties.queries.register import CONTINUATION, Register
from accede.modules.treaties.queries.words import act_words

EFFECT_WORDS = {
    Effect.IN_EFFECT: _("In effect"),
    Effect.AWAITING_FORCE: _("Takes effect when the instrument does for the State"),
    Effect.WITHDRAWN: _("Withdrawn"),
    Effect.LAPSED: _("Lapsed"),
    Effect.REPLACED: _("Replaced by a later one"),
    Effect.NOT_KNOWN: _("Effect on this day not known"),
}
SUBJECT_WORDS = {
    "producer": _("The State declares that it is a producer of plastic explosives."),
    "not_producer": _("The State declares that it is not a producer of plastic explosives."),
    "reservation or declaration noted": _(
        "A source notes that a reservation or declaration was made; its text was not read."
    ),
    "other": _("A declaration on another matter."),
    "art. 7(3)": _("Jurisdiction that the State has established under article 7(3)."),
    "art. 24(2)": _(
        "The State does not consider itself bound to take disputes to arbitration or to the International Court of "
        "Justice (article 24(2))."
    ),
    "art. 2(2)(a)": _("Treaties in the annex to which the State is not a party are left out (article 2(2)(a))."),
}
"""What the subjects that sources give stand for; another subject is shown as the source writes it."""


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


def subject_words(subject: str) -> str:
    """Return what a statement is about, in the reader's language where the record knows the subject."""
    return str(SUBJECT_WORDS.get(subject, subject))


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
        why=register.speaker(language).lines(statement.because),
        sources=act.sources,
    )
