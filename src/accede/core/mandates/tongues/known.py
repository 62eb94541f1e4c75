"""The languages that are read beside English, by their codes."""

from collections.abc import Sequence

from accede.core.mandates.tongues.french import FRENCH
from accede.core.mandates.tongues.others import ARABIC, CHINESE, RUSSIAN
from accede.core.mandates.tongues.spanish import SPANISH
from accede.core.mandates.tongues.tongue import Tongue, language_of

TONGUES = {one.code: one for one in (FRENCH, SPANISH, RUSSIAN, ARABIC, CHINESE)}
READ_WHOLE = frozenset({"en", "fr", "es"})
"""Languages in which acts, addressees and duties are read; of the others paragraphs, numbers and days are."""


def tongue_of(lines: Sequence[str]) -> Tongue | None:
    """Return the language that a text is in; None for English."""
    return TONGUES.get(language_of(lines))
