"""What a gap report is made of, for one reader."""

from datetime import date

from accede.foundation.access import Actor
from accede.foundation.texts import readers_language
from accede.modules.identity.queries.people import names_of
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.gaps import gaps_of
from accede.modules.legislation.queries.laws import states_with_laws
from accede.modules.legislation.words.gaps import GapReport, people_of
from accede.modules.reference.queries.states import short_names


def report_of(actor: Actor, state: str, *, on: date, instrument: str = "") -> GapReport | None:
    """Return what the gap report of a State says to a reader; None where they may see none of its laws.

    Raises:
        ValueError: there are no obligations of that instrument.
    """
    if instrument and instrument not in catalogue().instruments:
        raise ValueError(instrument)
    if state not in states_with_laws(actor):
        return None
    parts = gaps_of(actor, state, on=on, instrument=instrument)
    name = short_names({state}, language=readers_language()).get(state, state)
    return GapReport(name, on, parts, names_of(people_of(parts)))
