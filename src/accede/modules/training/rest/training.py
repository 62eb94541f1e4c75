"""Training events, calls and nominations in the API."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepBody, StepItem, steps_offered, take
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP, TRAINING_READ
from accede.modules.training.fields.events import CALL_SHOWN, SHOWN
from accede.modules.training.fields.people import SHOWN as PEOPLE_SHOWN
from accede.modules.training.fields.people import STATED, nomination_of
from accede.modules.training.queries.events import (
    call_visible_to,
    calls_visible_to,
    event_visible_to,
    events_visible_to,
    sessions_of,
)
from accede.modules.training.queries.people import participants_of
from accede.modules.training.services.flow import EVENTS
from accede.modules.training.services.nominating import nominate

router = Router(tags=["training"])
TrainingEventItem = item_of("TrainingEventItem", SHOWN)
TrainingEventQuery = query_of("TrainingEventQuery", SHOWN)
CallItem = item_of("CallItem", CALL_SHOWN)
CallQuery = query_of("CallQuery", CALL_SHOWN)
NominationItem = item_of("NominationItem", PEOPLE_SHOWN)
NominationQuery = query_of("NominationQuery", PEOPLE_SHOWN)
NominationBody = body_of("NominationBody", STATED)


class SessionItem(Schema):
    """A session; `took_place`: null until somebody has said."""

    id: UUID
    title: str
    on: str
    hours: str
    took_place: bool | None


class TrainingEventDetail(Schema):
    """A training event, its sessions, and the steps that the reader can take with it."""

    event: TrainingEventItem  # type: ignore[valid-type]  # (made of the fields)
    sessions: list[SessionItem]
    steps: list[StepItem]


class NominatedItem(Schema):
    """The key of a nomination."""

    id: UUID


@router.get("events/", response=list_of(TrainingEventItem))
@opens_to(TRAINING_READ)
def training_event_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[TrainingEventQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The training events that the reader may see."""
    return items(request, response, SHOWN, events_visible_to(actor_of(request)))


@router.get("events/{number}/", response=TrainingEventDetail)
@opens_to(TRAINING_READ)
def training_event_detail(request: HttpRequest, number: int) -> dict[str, object]:
    """One training event with its sessions."""
    return _detail(request, number)


@router.post("events/{number}/steps/{step}/", response={200: TrainingEventDetail, 202: TrainingEventDetail})
@opens_to(TRAINING_READ)
def training_event_step(request: HttpRequest, number: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with a training event."""
    status: HTTPStatus = take(request, EVENTS, number, step, body)
    return Status(status.value, _detail(request, number))


@router.get("events/{number}/nominations/", response=list_of(NominationItem))
@opens_to(TRAINING_READ)
def training_nomination_list(
    request: HttpRequest,
    response: HttpResponse,
    number: int,
    query: Query[NominationQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Who was nominated for a training event."""
    or_refuse(event_visible_to(actor_of(request), number))
    return items(request, response, PEOPLE_SHOWN, participants_of(actor_of(request), number))


@router.get("calls/", response=list_of(CallItem))
@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
def training_call_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[CallQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The calls for nominations that the reader may see."""
    return items(request, response, CALL_SHOWN, calls_visible_to(actor_of(request)))


@router.get("calls/{call}/", response=CallItem)
@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
def training_call_detail(request: HttpRequest, call: UUID) -> object:
    """One call for nominations."""
    return properties(CALL_SHOWN, or_refuse(call_visible_to(actor_of(request), call)), request)


@router.post("calls/{call}/nominations/", response={201: NominatedItem})
@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
def training_nominate(
    request: HttpRequest,
    call: UUID,
    body: NominationBody,  # type: ignore[valid-type]  # (made of the fields)
) -> Status[dict[str, object]]:
    """Nominate an official in the name of the State that was called."""
    wanted = nomination_of(given_in(body))
    made = nominate(call, wanted, by=actor_of(request), at=clock.now(), face=Face.API)
    return Status(HTTPStatus.CREATED.value, {"id": made})


def _detail(request: HttpRequest, number: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(event_visible_to(actor, number))
    return {
        "event": properties(SHOWN, found, request),
        "sessions": [
            {
                "id": one.id,
                "title": one.title,
                "on": one.on.isoformat(),
                "hours": str(one.hours),
                "took_place": one.took_place,
            }
            for one in sessions_of(actor, number)
        ],
        "steps": steps_offered(request, EVENTS, number),
    }
