"""The fields of a review: how far a law answers an obligation, and why one thinks so."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Entry, Field, Given
from accede.modules.legislation.fields.codes import RATINGS


@dataclass(frozen=True, slots=True)
class RatingDetails:
    """How far the law answers an obligation, as somebody judges it."""

    rating: str
    comment: str = ""


RATING = Field[RatingDetails](
    "rating",
    _("How far the law answers"),
    lambda one: one.rating,
    choices=RATINGS,
    entry=Entry(needed=_("Choose how far the law answers.")),
)
COMMENT = Field[RatingDetails](
    "comment", _("Comment"), lambda one: one.comment, entry=Entry(hint=_("What is open, or why."), most=2000, lines=4)
)
STATED = (RATING, COMMENT)


def rating_of(given: Given) -> RatingDetails:
    """Return a rating as somebody gave it."""
    return RatingDetails(given.text(RATING), given.text(COMMENT))
