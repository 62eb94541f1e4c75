"""Keys of rows that somebody types or reads out: numbers by chance, which tell nothing of how many rows there are."""

import secrets


def number_by_chance() -> int:
    """Return a number of twelve figures."""
    least = 100_000_000_000
    return least + secrets.randbelow(9 * least)
