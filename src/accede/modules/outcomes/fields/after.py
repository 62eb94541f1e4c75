"""The fields of what comes after an outcome: follow-up, lessons, the response to them, and what is taken back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.outcomes.fields.codes import ANSWERS, LESSON_KINDS, RESPONSES


@dataclass(frozen=True, slots=True)
class AnswerDetails:
    """Whether an outcome still stands."""

    answer: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFacts:
    """When an outcome is looked at again, and the answer once there is one."""

    id: UUID
    outcome: int
    title: str
    state_name: str
    months: int
    due_on: date
    answer: str
    words: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class LessonDetails:
    """What an evaluation found, or what was learned."""

    kind: str
    on: date | None
    said_by: str
    text: str


@dataclass(frozen=True, slots=True)
class ResponseDetails:
    """What the programme does about a lesson."""

    response: str
    response_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFacts(LessonDetails):
    """A lesson as it is shown, with the response of the programme."""

    id: UUID
    document: UUID | None
    response: str
    response_text: str
    responded_on: date | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Why an outcome is taken back."""

    why: str


ANSWER = Field[AnswerDetails](
    "answer",
    _("Does it still stand?"),
    lambda one: one.answer,
    choices=ANSWERS,
    entry=Entry(needed=_("Choose an answer.")),
)
WORDS = Field[AnswerDetails](
    "words",
    _("What is known of it"),
    lambda one: one.words,
    entry=Entry(hint=_("How it is used, or since when it no longer stands."), most=2000, lines=4),
)
ANSWERED = (ANSWER, WORDS)
LESSON_KIND = Field[LessonDetails](
    "kind", _("What it is"), lambda one: one.kind, choices=LESSON_KINDS, entry=Entry(needed=_("Choose what it is."))
)
ON = Field[LessonDetails]("on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day.")))
EVALUATOR = Field[LessonDetails](
    "said_by",
    _("Evaluated or learned by"),
    lambda one: one.said_by,
    entry=Entry(
        needed=_("Write which unit or body evaluated or learned it."), hint=_("The unit, not a person."), most=300
    ),
)
TEXT = Field[LessonDetails](
    "text", _("In words"), lambda one: one.text, entry=Entry(needed=_("Write what was found."), most=5000, lines=6)
)
LEARNED = (LESSON_KIND, ON, EVALUATOR, TEXT)
RESPONSE = Field[ResponseDetails](
    "response",
    _("Management response"),
    lambda one: one.response,
    choices=RESPONSES,
    entry=Entry(needed=_("Choose the response.")),
)
RESPONSE_TEXT = Field[ResponseDetails](
    "response_text",
    _("What is done, by when, or why not"),
    lambda one: one.response_text,
    entry=Entry(needed=_("Write what is done, by when, or why not."), most=2000, lines=4),
)
RESPONDED = (RESPONSE, RESPONSE_TEXT)
WHY = Field[TakenBack](
    "why",
    _("Why it is taken back"),
    lambda one: one.why,
    entry=Entry(needed=_("Write why it is taken back."), most=1000, lines=3),
)
BACK = (WHY,)


def answer_of(given: Given) -> AnswerDetails:
    """Return an answer as somebody stated it."""
    return AnswerDetails(given.text(ANSWER), given.text(WORDS))


def lesson_of(given: Given) -> LessonDetails:
    """Return a lesson as somebody stated it."""
    return LessonDetails(given.text(LESSON_KIND), given.day(ON), given.text(EVALUATOR), given.text(TEXT))


def response_of(given: Given) -> ResponseDetails:
    """Return a response as somebody stated it."""
    return ResponseDetails(given.text(RESPONSE), given.text(RESPONSE_TEXT))
