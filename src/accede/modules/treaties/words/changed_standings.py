"""Which standings of a day are other ones after a change of the record."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.changes import position_words

Cell = tuple[str, str]
"""A heading and the words under it."""


def changed_standings(before: Register, after: Register, on: date, language: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the standings of the day `on` that differ, State by State, each with what it was and what it becomes."""
    headings = (_("State"), _("Instrument"), _("Before"), _("After"))
    for code, state in sorted(before.states.items(), key=lambda item: item[1].name(language)):
        for key, facts in before.instruments.items():
            was, now = (register.standing(key, code, on).answer for register in (before, after))
            if was != now:
                cells = (
                    state.name(language),
                    facts.title(language).short,
                    position_words(was, language),
                    position_words(now, language),
                )
                yield tuple(zip(headings, cells, strict=True))
