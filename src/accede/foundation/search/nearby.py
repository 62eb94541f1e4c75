"""What may have been meant by words that no name has: the names' words that are most like them, by trigrams."""

from django.db import connection

from accede.foundation.search.asking import MOST_WORDS
from accede.foundation.search.letters import is_chinese, lookups, plain, symbols_in, words_of
from accede.foundation.texts import most_alike

_SHORTEST = 4
_CANDIDATES = 12
_LIKE = """
select asked.key, near.word
from unnest(%s::text[]) as asked(key) cross join lateral (
    select word from search_indexword where word %% asked.key order by similarity(word, asked.key) desc, word limit %s
) near
"""
_THERE = "select word from search_indexword where word = any(%s)"


def put_right(text: str) -> str:
    """Return `text` with each word that no name has in place of which one has a word like it; nothing for no change.

    Two queries, whatever is asked.
    """
    words = words_of(plain(text))[:MOST_WORDS]
    if any(symbols_in(text)):
        return ""
    keys = [_key_of(word) for word in words]
    with connection.cursor() as cursor:
        cursor.execute(_THERE, [keys])
        there = {word for (word,) in cursor.fetchall()}
        unknown = sorted({key for key in keys if len(key) >= _SHORTEST} - there)
        cursor.execute(_LIKE, [unknown, _CANDIDATES])
        alike: dict[str, list[str]] = {}
        for key, word in cursor.fetchall():
            alike.setdefault(key, []).append(word)
    # Trigrams find what shares letters; of these the one with the fewest of them in another order.
    right = {key: next(iter(most_alike(key, near, 1)), "") for key, near in alike.items()}
    found = [right.get(key) or word for word, key in zip(words, keys, strict=True)]
    return " ".join(found) if found != words else ""


def _key_of(word: str) -> str:
    """Return as what a word stands among those of names; of Chinese, whose words are not told apart, nothing."""
    return "" if is_chinese(word) else next(iter(lookups(word)), "")
