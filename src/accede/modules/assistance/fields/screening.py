"""The fields of a screening, of questions and their answers, and of handing over."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given


@dataclass(frozen=True, slots=True)
class ScreeningDetails:
    """What a screening finds: the clauses of the mandate, the grounds, and a price in figures as it was written."""

    clauses: tuple[str, ...]
    screening: str
    estimate: str = ""


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question about a request, and its answer."""

    id: UUID
    text: str
    asked_at: datetime
    asked_by: str
    due_on: date
    answer: str
    answered_at: datetime | None
    answered_by: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text alone: a question, or an answer."""

    text: str


CLAUSES = Field[ScreeningDetails](
    "clauses",
    _("Clauses of the mandate under which it falls"),
    lambda one: one.clauses,
    several=True,
    entry=Entry(needed=_("Choose the clauses under which it falls.")),
)
GROUNDS = Field[ScreeningDetails](
    "screening",
    _("What the screening found"),
    lambda one: one.screening,
    entry=Entry(needed=_("Write what the screening found."), most=5000, lines=4),
)
ESTIMATE = Field[ScreeningDetails](
    "estimate",
    _("Estimated direct cost, US$"),
    lambda one: one.estimate,
    entry=Entry(hint=_("In figures, if it is known. The support cost comes on top."), most=24),
)
SCREENED = (CLAUSES, GROUNDS, ESTIMATE)
QUESTION = Field[Words](
    "text",
    _("Question"),
    lambda one: one.text,
    entry=Entry(needed=_("Write the question."), hint=_("In the language of the request."), most=5000, lines=4),
)
ANSWER = Field[Words](
    "text", _("Answer"), lambda one: one.text, entry=Entry(needed=_("Write the answer."), most=20_000, lines=6)
)
DUE = Field[QuestionFacts]("due_on", _("Answer due on"), lambda one: one.due_on, Kind.DAY)


def screening_of(given: Given) -> ScreeningDetails:
    """Return a screening as an officer stated it."""
    return ScreeningDetails(given.texts(CLAUSES), given.text(GROUNDS), given.text(ESTIMATE))
