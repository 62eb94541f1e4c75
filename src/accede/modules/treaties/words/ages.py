"""How old an answer is, in words: until when a source attests it, or since when nothing is known.

A list that does not name a State says that it was not a party on that day. That day and the ignorance after it are told
together, so that neither is read as the answer of today.
"""

from django.utils.translation import gettext as _

from accede.core.treaties.positions import Position, Standing
from accede.foundation.texts import format_day
from accede.modules.treaties.fields.codes import standing_words

NOT_PARTY_THEN = "not_party_then"
"""The look of a standing that is not known, of a State that is known not to have been a party on an earlier day."""


def answer_words(position: Position, language: str) -> str:
    """Return the standing in words; one that is not known, with the last day on which it was."""
    if position.not_party_on is not None:
        day = format_day(position.not_party_on, language)
        return _("Not a party on %(day)s; since then not known") % {"day": day}
    return standing_words(position.standing)


def look_of(position: Position) -> str:
    """Return the name of the pattern in which pages draw the standing."""
    return NOT_PARTY_THEN if position.not_party_on is not None else position.standing.value


def age_words(position: Position, language: str) -> str:
    """Return until when a source attests the standing; nothing where none is known, and where none can be expected.

    Where its operation is suspended on the day, this is said instead.
    """
    if position.suspended_until is not None:
        day = format_day(position.suspended_until, language)
        return _("operation suspended until notified on %(day)s") % {"day": day}
    if position.known_until is None or position.standing is Standing.NOT_KNOWN:
        return ""
    return _("attested until %(day)s") % {"day": format_day(position.known_until, language)}
