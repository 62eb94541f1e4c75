"""Questions to States about their laws, as far as the reader may see them."""

from collections.abc import Iterable
from uuid import UUID

from accede.foundation.access import Actor, can
from accede.modules.legislation.access import LAWS_ANSWER
from accede.modules.legislation.fields.questions import QuestionFacts
from accede.modules.legislation.models import LawQuestion


def questions_of(actor: Actor, *, state: str = "", obligation: str = "") -> list[QuestionFacts]:
    """Return the questions that the actor may see, those without an answer first, then the newest."""
    rows = LawQuestion.objects.visible_to(actor)
    if state:
        rows = rows.filter(state_code=state)
    if obligation:
        rows = rows.filter(obligation=obligation)
    found = _facts(rows.order_by("-asked_at", "id"))
    return sorted(found, key=lambda one: one.answered_at is not None)


def question_visible_to(actor: Actor, question: UUID) -> QuestionFacts | None:
    """Return one question, None if there is none for this actor."""
    return next(iter(_facts(LawQuestion.objects.visible_to(actor).filter(id=question))), None)


def count_unanswered(actor: Actor) -> int:
    """Return how many questions wait for the actor to answer in the name of their State."""
    states = [one.scope.value for one in actor.grants if can(actor, LAWS_ANSWER, on=one.scope)]
    return LawQuestion.objects.visible_to(actor).filter(state_code__in=states, answered_at__isnull=True).count()


def _facts(rows: Iterable[LawQuestion]) -> list[QuestionFacts]:
    return [
        QuestionFacts(
            row.id,
            row.state_code,
            row.obligation,
            row.text,
            row.asked_at,
            row.asked_by,
            row.answer,
            row.answered_at,
            row.answered_by,
        )
        for row in rows
    ]
