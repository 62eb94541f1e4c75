"""Words as readers write and read them: folding, the nearest of several, lists, days, articles, directions."""

from accede.foundation.texts.amounts import format_amount
from accede.foundation.texts.articles import cite_articles, unbroken
from accede.foundation.texts.days import format_day, format_month
from accede.foundation.texts.isolating import isolated
from accede.foundation.texts.lists import listed
from accede.foundation.texts.nearest import LONGEST, folded, most_alike, nearest
from accede.foundation.texts.reader import readers_language
from accede.foundation.texts.sentences import begun, in_sentence

__all__ = [
    "LONGEST",
    "begun",
    "cite_articles",
    "folded",
    "format_amount",
    "format_day",
    "format_month",
    "in_sentence",
    "isolated",
    "listed",
    "most_alike",
    "nearest",
    "readers_language",
    "unbroken",
]
