"""The fields of a question to a State about its laws."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Entry, Field


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a question or an answer."""

    text: str


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question to a State, and its answer; `asked_by`, `answered_by`: keys of persons."""

    id: UUID
    state: str
    obligation: str
    text: str
    asked_at: datetime
    asked_by: UUID | None
    answer: str
    answered_at: datetime | None
    answered_by: UUID | None


QUESTION = Field[Words](
    "text",
    _("Question"),
    lambda one: one.text,
    entry=Entry(needed=_("Write the question."), hint=_("In a language that the State works in."), most=5000, lines=4),
)
ANSWER = Field[Words](
    "text",
    _("Answer"),
    lambda one: one.text,
    entry=Entry(needed=_("Write the answer."), hint=_("In your language."), most=20_000, lines=6),
)
