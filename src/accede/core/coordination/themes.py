"""Themes of what bodies plan: stated by them, or read from a title in whichever of six languages it is written.

A title is read by stems of words that ship with the product (`data/coordination/theme_words.yaml`): all stems of a
phrase stand in the title, in any order. What a body states itself is never read over.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

FORMS = frozenset({"training", "tools"})
"""Themes that say how help is given and not with what: they join two plans only where neither names a subject."""
NEAR = frozenset({frozenset({"cooperation", "authorities"}), frozenset({"joining", "legislation"})})
"""Themes of which one is seldom worked on without the other.

Extradition and assistance go through central authorities; a State that joins an instrument gives effect to it by law.
"""
_MOST_READ = 1 << 16
_WRITTEN_TOGETHER = re.compile("[\u3400-\u9fff]")
_JOINED_TO_ARABIC = re.compile("^[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644|\u0644)?(?=..)")
_VARIANTS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": ""})


class ThemeWords:
    """The stems by which titles are read."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """Take the phrases of each theme: stems with a space between them."""
        self._phrases = [
            (theme, tuple(_plain(phrase).split())) for theme, found in phrases.items() for phrase in found if phrase
        ]
        self.of = lru_cache(maxsize=_MOST_READ)(self._read)

    def _read(self, title: str) -> frozenset[str]:
        """Return the themes that a title names; none where it names none that is known here."""
        text = _plain(title)
        words = {word for written in text.split() for word in (written, _JOINED_TO_ARABIC.sub("", written))}
        together = text.replace(" ", "")

        def stands(stem: str) -> bool:
            if _WRITTEN_TOGETHER.search(stem):
                return stem in together
            return any(word.startswith(stem) for word in words)

        known: dict[str, bool] = {}
        found = set()
        for theme, stems in self._phrases:
            for stem in stems:
                if stem not in known:
                    known[stem] = stands(stem)
                if not known[stem]:
                    break
            else:
                found.add(theme)
        return frozenset(found)


def subjects(themes: frozenset[str]) -> frozenset[str]:
    """Return the themes that say with what is helped; where there is none, those that say how."""
    return themes - FORMS or themes


def near_themes(one: frozenset[str], other: frozenset[str]) -> tuple[str, str] | None:
    """Return a theme of each side of which one is seldom worked on without the other, None where there is none."""
    pairs = ((mine, theirs) for mine in sorted(one) for theirs in sorted(other))
    return next((pair for pair in pairs if frozenset(pair) in NEAR), None)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:500].casefold())
    kept = (sign if sign.isalnum() else " " for sign in plain if unicodedata.category(sign) != "Mn")
    return " ".join("".join(kept).translate(_VARIANTS).split())
