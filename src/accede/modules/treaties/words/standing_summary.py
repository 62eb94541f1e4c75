"""A State's standing under all instruments in a few lines: what binds it, what it signed, what is not known."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.treaties.positions import Standing
from accede.modules.treaties.fields.codes import standing_words
from accede.modules.treaties.words.ages import NOT_PARTY_THEN
from accede.modules.treaties.words.standings import StandingLine

_ORDER = (
    Standing.PARTY,
    Standing.PARTY_BY_SUCCESSION,
    Standing.CONTRACTING,
    Standing.SIGNED,
    Standing.WITHDRAWN,
    Standing.NONE,
    NOT_PARTY_THEN,
    Standing.NOT_KNOWN,
    Standing.STATE_ABSENT,
    Standing.INSTRUMENT_ABSENT,
)


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """The instruments under which a State stands alike, in order of adoption."""

    look: str
    words: str
    lines: tuple[StandingLine, ...]


def summary_of(lines: Iterable[StandingLine]) -> tuple[StandingGroup, ...]:
    """Return the lines by standing: what binds first, what is not known last; no group is empty."""
    by_look: dict[str, list[StandingLine]] = {}
    for line in lines:
        by_look.setdefault(line.look, []).append(line)
    return tuple(StandingGroup(look, _words_of(look), tuple(by_look[look])) for look in _ORDER if look in by_look)


def _words_of(look: str) -> str:
    if look == NOT_PARTY_THEN:
        return _("No party on an earlier day; since then not known")
    return standing_words(look)
