"""The calendar of sessions that ships: days on record with their sources, and the Assembly's rule where none is."""

from datetime import date
from functools import cache

from accede import data
from accede.core.mandates.sessions import Calendar, Certainty, SessionDates, SessionKey


@cache
def calendar() -> Calendar:
    """Return the calendar."""
    return Calendar([_dates(row) for row in data.rows("sessions.csv")])


def _dates(row: dict[str, str]) -> SessionDates:
    number = int(row["number"]) if row["number"] else None
    year = int(row["year"]) if row["year"] else None
    return SessionDates(
        key=SessionKey(row["body"], number, year, row["kind"]),
        opens_on=date.fromisoformat(row["opens_on"]),
        closes_on=date.fromisoformat(row["closes_on"]),
        source=row["source"],
        certainty=Certainty(row["certainty"]),
        is_exact=row["is_exact"] == "true",
    )
