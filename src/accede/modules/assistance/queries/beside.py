"""What belongs to a request: its questions, its letters, its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from accede.foundation.access import Actor
from accede.foundation.files.storing import FileFacts, files_of
from accede.modules.assistance.fields.screening import QuestionFacts
from accede.modules.assistance.models import RequestLetter, RequestQuestion
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.identity.queries.people import names_of


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter: `called` is its number; `words` are those that stand in it."""

    id: UUID
    called: str
    kind: str
    language: str
    words: Mapping[str, Any]
    made_at: datetime


def about(number: int) -> str:
    """Return the mark of what is kept with a request."""
    return f"request:{number}"


def questions_of(actor: Actor, number: int) -> list[QuestionFacts]:
    """Return the questions about a request that the actor may see, the latest first."""
    rows = RequestQuestion.objects.visible_to(actor).filter(request__in=rows_visible_to(actor).filter(pk=number))
    found = list(rows.order_by("-asked_at", "id"))
    names = names_of({key for row in found for key in (row.asked_by, row.answered_by) if key}) if found else {}
    return [
        QuestionFacts(
            id=row.id,
            text=row.text,
            asked_at=row.asked_at,
            asked_by=names.get(row.asked_by, "") if row.asked_by else "",
            due_on=row.due_on,
            answer=row.answer,
            answered_at=row.answered_at,
            answered_by=names.get(row.answered_by, "") if row.answered_by else "",
        )
        for row in found
    ]


def letters_of(actor: Actor, number: int) -> list[LetterFacts]:
    """Return the letters about a request that the actor may see, in their order."""
    rows = RequestLetter.objects.visible_to(actor).filter(request__in=rows_visible_to(actor).filter(pk=number))
    return [
        LetterFacts(row.id, f"{row.request.reference}/{row.running}", row.kind, row.language, row.words, row.made_at)
        for row in rows.select_related("request").order_by("running")
    ]


def files_with(actor: Actor, number: int) -> list[FileFacts]:
    """Return the files that are kept with a request, as far as the actor may have them."""
    return files_of(actor, about(number))
