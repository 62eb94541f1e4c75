"""What changed, in words: the answer before and the answer after, each with the day that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accede.core.treaties.positions import Position
from accede.foundation.texts import format_day
from accede.modules.treaties.queries.changes import Changed
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.ages import answer_words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as a reader sees it; `on` is the first day of the new standing, None where it is not known."""

    instrument: str
    number: int
    title: str
    state: str
    name: str
    order: tuple[bytes, str]
    before: str
    after: str
    on: date | None


def change_lines(register: Register, changes: Iterable[Changed], language: str) -> list[ChangeLine]:
    """Return changes as lines, the latest first; those whose day is not known come last."""
    lines = [
        ChangeLine(
            instrument=change.instrument,
            number=register.instruments[change.instrument].core.number,
            title=register.instruments[change.instrument].title(language).short,
            state=change.state,
            name=register.states[change.state].name(language),
            order=register.states[change.state].order(language),
            before=position_words(change.before, language),
            after=position_words(change.after, language),
            on=change.after.since,
        )
        for change in changes
    ]
    lines.sort(key=lambda line: (line.order, line.number))
    return sorted(lines, key=lambda line: line.on or date.min, reverse=True)


def position_words(position: Position, language: str) -> str:
    """Return a standing in words, with its first day where there is one."""
    words = answer_words(position, language)
    return f"{words} · {format_day(position.since, language)}" if position.since else words
