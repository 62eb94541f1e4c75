"""Instruments by name, for what a request is about and for what its State is party to."""

from datetime import date

from django.utils.translation import get_language

from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.words.standings import StandingLine, standing_line


def instrument_names() -> dict[str, str]:
    """Return the short names of the instruments in the reader's language, by key."""
    language = get_language() or "en"
    return {
        key: (facts.titles.get(language) or facts.titles["en"]).short if facts.titles else key
        for key, facts in current_register().instruments.items()
    }


def standings_of(state: str, *, on: date) -> list[StandingLine]:
    """Return where a State stands under each instrument on a day; nothing of a State that the register has not."""
    register, language = current_register(), get_language() or "en"
    if state not in register.states:
        return []
    return [standing_line(register, key, state, on=on, language=language) for key in register.instruments]
