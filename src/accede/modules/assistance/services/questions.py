"""Ask a State about its request, and answer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assistance.clocks import answer_due_on
from accede.core.assistance.requests import ENDED, RequestState
from accede.foundation.access import Actor, Refused, can
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of
from accede.foundation.problems import Overtaken, UnableTo
from accede.modules.assistance import events
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.fields.screening import ANSWER, QUESTION, Words
from accede.modules.assistance.models import AssistanceRequest, RequestQuestion
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.assistance.services.flow import REQUESTS, called, waits_for
from accede.modules.assistance.services.telling import tell_programme, tell_requester


@transaction.atomic
def ask(number: int, text: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Ask the State about its request; the request waits for the State until every question is answered.

    Raises:
        Refused: there is no such request that the actor may handle.
        UnableTo: nothing is asked, too much, or nothing more is done for the request.
    """
    row = _held(number, by)
    if not can(by, REQUESTS_HANDLE, on=row):
        raise Refused
    if RequestState(row.state) in ENDED or row.state == RequestState.DRAFT:
        raise UnableTo({"text": _("Nothing more is done for this request.")})
    if problems := problems_of((QUESTION,), Words(text)):
        raise UnableTo(problems)
    question: RequestQuestion = RequestQuestion.objects.create(
        level=row.level,
        owner=row.owner,
        readers=list(row.readers),
        request=row,
        text=text.strip(),
        asked_at=at,
        asked_by=by.person,
        due_on=answer_due_on(at.date()),
    )
    _waits(row)
    record(events.QUESTION_ASKED, about=REQUESTS.subject(row), by=by, at=at, face=face, request=called(row))
    tell_requester(events.ASKED, row, at=at, but=by.person)
    return question.id


@transaction.atomic
def answer(number: int, question: UUID, text: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Answer a question about a request in the name of its State or organisation.

    Raises:
        Refused: there is no such question of a request that the actor may answer for.
        Overtaken: somebody has answered it meanwhile.
        UnableTo: nothing is answered, or too much.
    """
    row = _held(number, by)
    found = RequestQuestion.objects.visible_to(by).filter(request=row, id=question).first()
    if found is None or not can(by, REQUESTS_FILE, on=row):
        raise Refused
    if found.answered_at is not None:
        raise Overtaken({"text": _("Meanwhile this question has been answered.")})
    if problems := problems_of((ANSWER,), Words(text)):
        raise UnableTo(problems)
    found.answer, found.answered_at, found.answered_by = text.strip(), at, by.person
    found.save(update_fields=["answer", "answered_at", "answered_by"])
    _waits(row)
    record(events.QUESTION_ANSWERED, about=REQUESTS.subject(row), by=by, at=at, face=face, request=called(row))
    tell_programme(events.ANSWERED, row, at=at, but=by.person)


def _held(number: int, by: Actor) -> AssistanceRequest:
    row = rows_visible_to(by).select_for_update(of=("self",)).filter(pk=number).first()
    if row is None:
        raise Refused
    return row


def _waits(row: AssistanceRequest) -> None:
    row.waits_for = waits_for(row, RequestState(row.state))
    row.save(update_fields=["waits_for"])
