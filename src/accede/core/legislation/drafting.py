"""Where a new article comes in a law, and how each tradition numbers it."""

from collections.abc import Collection, Sequence

from accede.core.legislation.amending import Deed, Instruction, applied
from accede.core.legislation.numbers import LATIN_SUFFIXES
from accede.core.legislation.versions import Worded

_LETTERS = "ABCDEFGHIJ"


def number_after(number: str, language: str, taken: Collection[str]) -> str:
    """Return a free number for an article that comes after another, without others being renumbered.

    French, Spanish: 3 bis, 3 ter; English: 3A; Arabic: 3bis, which is written 3 مكررا; Russian: 3.1; Chinese: 3-1,
    which is written 第三条之一.
    """
    forms: Sequence[str]
    if language == "en":
        forms = [f"{number}{letter}" for letter in _LETTERS]
    elif language in ("ru", "zh"):
        forms = [f"{number}{'.' if language == 'ru' else '-'}{count}" for count in range(1, 100)]
    else:
        forms = [f"{number}{suffix}" for suffix in LATIN_SUFFIXES.split("|")]
    return next((one for one in forms if one not in taken), f"{number}-{len(taken)}")


def with_article(text: Sequence[Worded], new: Worded, *, after: str) -> tuple[Worded, ...]:
    """Return the law with a new article after another.

    Raises:
        CannotAmend: there is no such article, or one of that key is there already.
    """
    return applied(text, [Instruction(Deed.INSERT, new.key, after=after, new=new.words)])
