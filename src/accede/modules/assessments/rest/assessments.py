"""Visits and desk reviews, consents and needs in the API."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.fields import item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepBody, StepItem, steps_offered, take
from accede.modules.assessments.access import ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.assessments.fields.assessments import SHOWN
from accede.modules.assessments.fields.consents import SHOWN as CONSENT_SHOWN
from accede.modules.assessments.fields.needs import SHARED_SHOWN
from accede.modules.assessments.fields.needs import SHOWN as NEED_SHOWN
from accede.modules.assessments.queries.assessments import assessment_visible_to, assessments_visible_to
from accede.modules.assessments.queries.consents import consent_visible_to, consents_visible_to
from accede.modules.assessments.queries.needs import (
    need_visible_to,
    needs_shared_with,
    needs_visible_to,
    shared_need_for,
)
from accede.modules.assessments.services.assessments import ASSESSMENTS, note_assessment_opened
from accede.modules.assessments.services.needs import note_need_opened

router = Router(tags=["assessments"])
VisitItem = item_of("VisitItem", SHOWN)
VisitQuery = query_of("VisitQuery", SHOWN)
ConsentItem = item_of("ConsentItem", CONSENT_SHOWN)
ConsentQuery = query_of("ConsentQuery", CONSENT_SHOWN)
NeedItem = item_of("NeedItem", NEED_SHOWN)
NeedQuery = query_of("NeedQuery", NEED_SHOWN)
SharedNeedItem = item_of("SharedNeedItem", SHARED_SHOWN)
SharedNeedQuery = query_of("SharedNeedQuery", SHARED_SHOWN)


class VisitDetail(Schema):
    """A visit or desk review, and the steps that the reader can take with it."""

    visit: VisitItem  # type: ignore[valid-type]  # (made of the fields)
    steps: list[StepItem]


@router.get("visits/", response=list_of(VisitItem))
@opens_to(ASSESSMENTS_READ)
def visit_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[VisitQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The visits and desk reviews that the reader may see."""
    return items(request, response, SHOWN, assessments_visible_to(actor_of(request)))


@router.get("visits/{number}/", response=VisitDetail)
@opens_to(ASSESSMENTS_READ)
def visit_detail(request: HttpRequest, number: int) -> dict[str, object]:
    """One visit or desk review."""
    note_assessment_opened(number, by=actor_of(request), at=clock.now(), face=Face.API)
    return _visit(request, number)


@router.post("visits/{number}/steps/{step}/", response={200: VisitDetail, 202: VisitDetail})
@opens_to(ASSESSMENTS_READ)
def visit_step(request: HttpRequest, number: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with a visit or desk review."""
    status: HTTPStatus = take(request, ASSESSMENTS, number, step, body)
    return Status(status.value, _visit(request, number))


@router.get("consents/", response=list_of(ConsentItem))
@opens_to(ASSESSMENTS_READ)
def consent_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ConsentQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The consents that the reader may see, as they stand today."""
    return items(request, response, CONSENT_SHOWN, consents_visible_to(actor_of(request), on=clock.today()))


@router.get("consents/{consent}/", response=ConsentItem)
@opens_to(ASSESSMENTS_READ)
def consent_detail(request: HttpRequest, consent: UUID) -> dict[str, object]:
    """One consent, as it stands today."""
    found = or_refuse(consent_visible_to(actor_of(request), consent, on=clock.today()))
    return properties(CONSENT_SHOWN, found, request)


@router.get("needs/", response=list_of(NeedItem))
@opens_to(ASSESSMENTS_READ)
def need_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[NeedQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The needs that the reader may see whole."""
    return items(request, response, NEED_SHOWN, needs_visible_to(actor_of(request), on=clock.today()))


@router.get("needs/{need}/", response=NeedItem)
@opens_to(ASSESSMENTS_READ)
def need_detail(request: HttpRequest, need: UUID) -> dict[str, object]:
    """One need."""
    actor = actor_of(request)
    found = or_refuse(need_visible_to(actor, need, on=clock.today()))
    note_need_opened(need, by=actor, at=clock.now(), face=Face.API)
    return properties(NEED_SHOWN, found, request)


@router.get("shared-needs/", response=list_of(SharedNeedItem))
@opens_to(NEEDS_SHARED)
def shared_need_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[SharedNeedQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The needs that States share with the organisation in whose name the reader acts."""
    return items(request, response, SHARED_SHOWN, needs_shared_with(actor_of(request), on=clock.today()))


@router.get("shared-needs/{shared}/", response=SharedNeedItem)
@opens_to(NEEDS_SHARED)
def shared_need_detail(request: HttpRequest, shared: UUID) -> dict[str, object]:
    """One need that a State shares."""
    found = or_refuse(shared_need_for(actor_of(request), shared, on=clock.today()))
    return properties(SHARED_SHOWN, found, request)


def _visit(request: HttpRequest, number: int) -> dict[str, object]:
    found = or_refuse(assessment_visible_to(actor_of(request), number))
    return {"visit": properties(SHOWN, found, request), "steps": steps_offered(request, ASSESSMENTS, number)}
