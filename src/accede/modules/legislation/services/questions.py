"""Ask a State what its laws do not tell, and answer in its name."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Scope, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.modules.legislation import events
from accede.modules.legislation.access import LAWS_ANSWER, LAWS_KEEP
from accede.modules.legislation.fields.questions import ANSWER, QUESTION, Words
from accede.modules.legislation.models import LawQuestion
from accede.modules.legislation.queries.catalogue import catalogue


@transaction.atomic
def ask_state(state: str, obligation: str, text: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Ask a State about an obligation; its focal point finds the question among their work.

    Raises:
        Refused: the actor may not review laws of that State.
        UnableTo: nothing is asked, too much, or there is no such obligation.
    """
    require(by, LAWS_KEEP, on=Scope("state", state))
    problems = problems_of((QUESTION,), Words(text))
    if obligation not in catalogue().obligations:
        problems[EVERYWHERE] = _("There is no such obligation in the catalogue.")
    if problems:
        raise UnableTo(problems)
    row: LawQuestion = LawQuestion.objects.create(
        state_code=state, obligation=obligation, text=text.strip(), asked_at=at, asked_by=by.person
    )
    about = events.review_subject(state, obligation)
    record(events.QUESTION_ASKED, about=about, by=by, at=at, face=face, obligation=obligation)
    return row.id


@transaction.atomic
def answer_for_state(question: UUID, text: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Answer a question about the laws of a State in its name.

    Raises:
        Refused: there is no such question for the actor, or they may not answer for its State.
        Overtaken: somebody has answered it meanwhile.
        UnableTo: nothing is answered, or too much.
    """
    row: LawQuestion = or_refuse(LawQuestion.objects.visible_to(by).select_for_update().filter(id=question).first())
    require(by, LAWS_ANSWER, on=Scope("state", row.state_code))
    if row.answered_at is not None:
        raise Overtaken({"text": _("Meanwhile this question has been answered.")})
    if problems := problems_of((ANSWER,), Words(text)):
        raise UnableTo(problems)
    row.answer, row.answered_at, row.answered_by = text.strip(), at, by.person
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    about = events.review_subject(row.state_code, row.obligation)
    record(events.QUESTION_ANSWERED, about=about, by=by, at=at, face=face, obligation=row.obligation)
