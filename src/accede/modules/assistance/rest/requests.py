"""Requests in the API: the list, one of them with what it offers, asking, the steps, questions and answers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.access.people import Scope
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import Face
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepBody, StepItem, steps_offered, take
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.assistance.fields.requests import REGISTERED, SHOWN, paper_of, request_of
from accede.modules.assistance.fields.screening import QUESTION, SCREENED, screening_of
from accede.modules.assistance.queries.beside import questions_of
from accede.modules.assistance.queries.requests import request_visible_to, requests_visible_to, scopes_to_ask_for
from accede.modules.assistance.services.filing import STATE, file_request, register_request
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.handling import record_screening
from accede.modules.assistance.services.questions import answer, ask

router = Router(tags=["Assistance"])
RequestItem = item_of("RequestItem", SHOWN)
RequestQuery = query_of("RequestQuery", SHOWN)
RequestBody = body_of("RequestBody", REGISTERED)
ScreeningBody = body_of("ScreeningBody", SCREENED)
TextBody = body_of("TextBody", (QUESTION,))


class QuestionItem(Schema):
    """A question about a request, and its answer."""

    id: str
    text: str
    asked_on: str
    due_on: str
    answer: str
    answered_on: str | None


class RequestDetail(Schema):
    """A request, the steps that the reader can take with it, and the questions about it."""

    request: RequestItem  # type: ignore[valid-type]  # (made of the fields)
    steps: list[StepItem]
    questions: list[QuestionItem]


@router.get("requests/", response=list_of(RequestItem))
@opens_to(REQUESTS_READ)
def request_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[RequestQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the requests for assistance that the reader may see, what is due first."""
    return items(request, response, SHOWN, requests_visible_to(actor_of(request)))


@router.post("requests/", response=RequestDetail)
@opens_to(REQUESTS_FILE, REQUESTS_HANDLE)
def request_make(
    request: HttpRequest,
    body: RequestBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Ask for assistance in the name of one's State or organisation; as an officer, register what came as a paper."""
    given, actor, at = given_in(body), actor_of(request), clock.now()
    stated, paper = request_of(given), paper_of(given)
    asked_for = Scope(ORGANISATION, str(paper.organisation)) if paper.organisation else Scope(STATE, paper.state_code)
    own = scopes_to_ask_for(actor)
    if asked_for in own or (own and not asked_for.value):
        owner = asked_for if asked_for in own else own[0]
        asked = file_request(owner, stated, by=actor, at=at, face=Face.API)
    elif can(actor, REQUESTS_HANDLE):
        asked = register_request(paper, stated, by=actor, at=at, face=Face.API)
    else:
        raise Refused
    return _detail(request, asked)


@router.get("requests/{asked}/", response=RequestDetail)
@opens_to(REQUESTS_READ)
def request_detail(request: HttpRequest, asked: int) -> dict[str, object]:
    """Show a request, the steps that the reader can take with it, and the questions about it."""
    return _detail(request, asked)


@router.post("requests/{asked}/steps/{step}/", response={200: RequestDetail, 202: RequestDetail})
@opens_to(REQUESTS_FILE, REQUESTS_HANDLE)
def request_step(request: HttpRequest, asked: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with a request; what keeps it shut is told with its clause and its remedy."""
    status = take(request, REQUESTS, asked, step, body)
    return Status(status.value, _detail(request, asked))


@router.put("requests/{asked}/screening/", response=RequestDetail)
@opens_to(REQUESTS_HANDLE)
def request_screening(
    request: HttpRequest,
    asked: int,
    body: ScreeningBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record what the screening of a request found."""
    record_screening(asked, screening_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _detail(request, asked)


@router.post("requests/{asked}/questions/", response=RequestDetail)
@opens_to(REQUESTS_HANDLE)
def request_question(
    request: HttpRequest,
    asked: int,
    body: TextBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Ask the State about its request."""
    ask(asked, given_in(body).text(QUESTION), by=actor_of(request), at=clock.now(), face=Face.API)
    return _detail(request, asked)


@router.post("requests/{asked}/questions/{question}/answer/", response=RequestDetail)
@opens_to(REQUESTS_FILE)
def request_answer(
    request: HttpRequest,
    asked: int,
    question: UUID,
    body: TextBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Answer a question about a request in the name of its State or organisation."""
    text = given_in(body).text(QUESTION)
    answer(asked, question, text, by=actor_of(request), at=clock.now(), face=Face.API)
    return _detail(request, asked)


def _detail(request: HttpRequest, asked: int) -> dict[str, object]:
    actor = actor_of(request)
    found = request_visible_to(actor, asked)
    if found is None:
        raise Refused
    return {
        "request": properties(SHOWN, found, request),
        "steps": steps_offered(request, REQUESTS, asked),
        "questions": [
            {
                "id": str(one.id),
                "text": one.text,
                "asked_on": one.asked_at.date().isoformat(),
                "due_on": one.due_on.isoformat(),
                "answer": one.answer,
                "answered_on": one.answered_at.date().isoformat() if one.answered_at else None,
            }
            for one in questions_of(actor, asked)
        ],
    }
