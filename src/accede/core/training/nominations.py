"""What can be an official's name and birth year on a nomination, and what may become of a nomination."""

import re
import unicodedata
from enum import StrEnum

YOUNGEST, OLDEST = 18, 100
"""Ages of officials in the year of an event: whoever is outside was written wrongly."""
_BETWEEN = re.compile(r"[;/&+|\n]|\s(?:and|et|и|和|及|و)\s|[,،、，].*[,،、，]", re.IGNORECASE)
_BETWEEN_GIVEN = re.compile(r"\s[ye]\s", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


class Standing(StrEnum):
    """Where a nomination is."""

    NOMINATED = "nominated"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


DECIDED = (Standing.SELECTED, Standing.RESERVE, Standing.NOT_SELECTED)
"""What a selection decides; a withdrawal or a confirmation is the State's."""


def may_be_decided(before: Standing, after: Standing) -> bool:
    """Return whether a selection may change a nomination so: what the State confirmed or withdrew stays."""
    return after in DECIDED and before in {Standing.NOMINATED, *DECIDED}


def problem_of_name(name: str, *, is_given: bool) -> str:
    """Return what keeps a text from being one person's name: `two`, `figures`, `no_letters`, or nothing.

    “Ortega y Gasset” is one family name; “Ana y Luis” are two persons.
    """
    text = f" {name} "
    if _BETWEEN.search(text) or (is_given and _BETWEEN_GIVEN.search(text)):
        return "two"
    if any(one.isdigit() for one in name):
        return "figures"
    return "" if any(one.isalpha() for one in name) else "no_letters"


def birth_year(text: str) -> int | None:
    """Return a year that is written with four figures of whatever script; None for anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    return int(text) if _YEAR.fullmatch(text) else None


def is_possible_year(year: int, *, in_year: int) -> bool:
    """Return whether an official who was born in `year` can attend an event of `in_year`."""
    return YOUNGEST <= in_year - year <= OLDEST


def key_of_name(given: str, family: str) -> str:
    """Return by what one nomination of an event is known again: its names, whatever their case and blanks."""
    parts = unicodedata.normalize("NFKC", f"{given} {family}").casefold().split()
    return " ".join(sorted(parts))
