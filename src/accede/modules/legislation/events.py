"""What can happen to laws and their review, each with the sentence that tells it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.modules.legislation.fields import drafts, laws, reviews

LAW_KIND, REVIEW_KIND = "law", "law-review"
LAW_READ = EventType(
    "legislation.law-read", _("%(who)s brought in the law “%(law)s”."), fields=tuple(one.named for one in laws.STATED)
)
LAW_CONFIRMED = EventType(
    "legislation.law-confirmed", _("%(who)s looked at the provisions of “%(law)s” and confirmed them.")
)
LAW_DISCARDED = EventType("legislation.law-discarded", _("%(who)s discarded “%(law)s” before it was confirmed."))
ACCEPTED = EventType(
    "legislation.accepted", _("%(who)s accepted %(provision)s of “%(law)s” as an answer to %(obligation)s.")
)
REJECTED = EventType(
    "legislation.rejected", _("%(who)s looked at %(provision)s of “%(law)s”: no answer to %(obligation)s.")
)
RATED = EventType(
    "legislation.rated",
    _("%(who)s rated how far the law answers %(obligation)s."),
    fields=tuple(one.named for one in reviews.STATED),
)
SECOND_READ = EventType(
    "legislation.second-read",
    _("%(who)s read as the second person how far the law answers %(obligation)s."),
    fields=tuple(one.named for one in reviews.STATED),
)
DRAFTED = EventType(
    "legislation.drafted",
    _("%(who)s drafted an article of “%(law)s” that would answer %(obligation)s."),
    fields=tuple(one.named for one in drafts.STATED),
)
QUESTION_ASKED = EventType("legislation.question-asked", _("%(who)s asked the State about %(obligation)s."))
QUESTION_ANSWERED = EventType(
    "legislation.question-answered", _("%(who)s answered a question about %(obligation)s for the State.")
)


def law_subject(law: UUID, *, state: str) -> Subject:
    """Return a law as the thing that an event is about."""
    return Subject(LAW_KIND, str(law), Level.PROGRAMME, Scope("state", state))


def review_subject(state: str, obligation: str) -> Subject:
    """Return the review of an obligation in a State as the thing that an event is about."""
    return Subject(REVIEW_KIND, f"{state}/{obligation}", Level.PROGRAMME, Scope("state", state))
