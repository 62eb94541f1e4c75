"""Keys of rows that somebody types or reads out: numbers by chance, which tell nothing of how many rows there are."""

import secrets

_DIGITS = 12


def number_by_chance() -> int:
    """Return a number of twelve figures."""
    least = 10 ** (_DIGITS - 1)
    return least + secrets.randbelow(9 * least)
