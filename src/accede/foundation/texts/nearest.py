"""Compare words without regard to case, accents and punctuation, and find the nearest of several."""

import difflib
import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """Return `text` without case, accents, punctuation and doubled spaces, in any script.

    Marks are dropped only where a letter carries them as decoration: in Arabic and Cyrillic too, since readers leave
    them out ("й" typed as "и", vowel signs, hamza).
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (character if character.isalnum() else " " for character in plain if unicodedata.category(character) != "Mn")
    # Arabic writes alef with and without hamza, and final ya and ta marbuta in two ways.
    return " ".join("".join(kept).translate(_ARABIC_VARIANTS).split())


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
    by_folded: dict[str, str] = {}
    for choice in choices:
        by_folded.setdefault(folded(choice), choice)
    wanted = folded(text)
    found = difflib.get_close_matches(wanted, by_folded, n=most, cutoff=0.6)
    if len(found) < most and len(wanted) >= 3:
        begun = [name for name in by_folded if name.startswith(wanted) and name not in found]
        found.extend(begun[: most - len(found)])
    return tuple(by_folded[name] for name in found)
