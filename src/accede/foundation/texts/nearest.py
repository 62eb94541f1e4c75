"""Compare words without regard to case, accents and punctuation, and find the nearest of several."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

#: Nothing that has a name is called by more characters; what is longer is like none.
LONGEST = 200
_ALIKE = 65


def folded(text: str) -> str:
    """Return `text` without case, accents, punctuation and doubled spaces, in any script.

    Marks are dropped only where a letter carries them as decoration: in Arabic and Cyrillic too, since readers leave
    them out ("й" typed as "и", vowel signs, hamza).
    """
    return _folded_name(text) if len(text) <= LONGEST else _folded(text)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (character if character.isalnum() else " " for character in plain if unicodedata.category(character) != "Mn")
    # Arabic writes alef with and without hamza, and final ya and ta marbuta in two ways.
    return " ".join("".join(kept).translate(_ARABIC_VARIANTS).split())


#: Names are folded again and again, each time that one of them is looked for.
_folded_name = lru_cache(maxsize=1 << 14)(_folded)
_ARABIC_VARIANTS = str.maketrans(
    {
        "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC TATWEEL}": "",
    }
)


def nearest(text: str, choices: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the choices that look most like `text`, the most alike first; none when nothing is near."""
    by_folded = _by_folded(tuple(choices))
    wanted = folded(text[:LONGEST])
    found = most_alike(wanted, list(by_folded), most)
    if len(found) < most and len(wanted) >= 3:
        begun = [name for name in by_folded if name.startswith(wanted) and name not in found]
        found.extend(begun[: most - len(found)])
    return tuple(by_folded[name] for name in found)


@lru_cache(maxsize=16)
def _by_folded(choices: tuple[str, ...]) -> Mapping[str, str]:
    # Of one file, a thousand texts may be held against the same choices.
    found: dict[str, str] = {}
    for choice in choices:
        found.setdefault(folded(choice), choice)
    return found


def most_alike(wanted: str, names: Sequence[str], most: int) -> list[str]:
    """Return the names of which most letters stand in `wanted` in the same order; both are folded already."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (most programs find what they are asked for)

    return [
        name for name, _alike, _at in process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=most)
    ]
