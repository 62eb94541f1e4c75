"""What a sentence quotes, kept in its own direction."""

from django.utils.translation import get_language_bidi

_FIRST_STRONG, _POP = "\u2068", "\u2069"


def isolated(quoted: object) -> str:
    """Return what is quoted as text; in a language written from right to left, between marks that isolate it.

    Without them the day 2007-07-26 is read there as 26-07-2007 (Unicode Standard Annex 9, rules W2 and X5c).
    """
    return f"{_FIRST_STRONG}{quoted}{_POP}" if get_language_bidi() else str(quoted)
