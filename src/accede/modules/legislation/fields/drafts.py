"""The fields of a draft of an article."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Entry, Field, Given


@dataclass(frozen=True, slots=True)
class DraftDetails:
    """An article as somebody drafts it."""

    number: str
    heading: str
    text: str


NUMBER = Field[DraftDetails](
    "number",
    _("Number of the new article"),
    lambda one: one.number,
    entry=Entry(needed=_("Write the number that the new article is to bear."), most=40),
)
HEADING = Field[DraftDetails]("heading", _("Heading"), lambda one: one.heading, entry=Entry(most=300))
TEXT = Field[DraftDetails](
    "text",
    _("Text of the new article"),
    lambda one: one.text,
    entry=Entry(
        needed=_("Write what the new article is to say."),
        hint=_("In the language of the law. What stands in square brackets is for the State to decide."),
        most=20_000,
        lines=10,
    ),
)
STATED = (NUMBER, HEADING, TEXT)


def draft_of(given: Given) -> DraftDetails:
    """Return a draft as somebody wrote it."""
    return DraftDetails(given.text(NUMBER), given.text(HEADING), given.text(TEXT))
