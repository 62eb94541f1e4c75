"""Bodies, focal points and consultations in the API."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from accede.foundation import clock
from accede.foundation.access import PUBLIC, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.pages import NotHere
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepBody, StepItem, steps_offered, take
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP, COORDINATION_READ
from accede.modules.coordination.fields.bodies import SHOWN as BODY_SHOWN
from accede.modules.coordination.fields.consultations import ANSWERED, SHOWN, STATED, answer_of, consultation_of
from accede.modules.coordination.fields.focal_points import SHOWN as FOCAL_POINT_SHOWN
from accede.modules.coordination.fields.focal_points import STATED as FOCAL_POINT_STATED
from accede.modules.coordination.fields.focal_points import focal_point_of
from accede.modules.coordination.queries.bodies import bodies_on, body_on
from accede.modules.coordination.queries.consultations import (
    consultation_visible_to,
    consultations_visible_to,
    leaders_of,
)
from accede.modules.coordination.queries.focal_points import focal_point_visible_to, focal_points_visible_to
from accede.modules.coordination.services.consultations import answer_consultation, open_consultation
from accede.modules.coordination.services.flow import CONSULTATIONS
from accede.modules.coordination.services.focal_points import end_focal_point, record_focal_point

router = Router(tags=["Coordination"])
BodyItem = item_of("BodyItem", BODY_SHOWN)
BodyQuery = query_of("BodyQuery", BODY_SHOWN)
FocalPointItem = item_of("FocalPointItem", FOCAL_POINT_SHOWN)
FocalPointQuery = query_of("FocalPointQuery", FOCAL_POINT_SHOWN)
FocalPointBody = body_of("FocalPointBody", FOCAL_POINT_STATED)
ConsultationItem = item_of("ConsultationItem", SHOWN)
ConsultationQuery = query_of("ConsultationQuery", SHOWN)
ConsultationBody = body_of("ConsultationBody", STATED)
AnswerBody = body_of("AnswerBody", ANSWERED)


class MembershipItem(Schema):
    """A membership of a group: since which day, or a day by which a source shows it."""

    group: str
    standing: str
    since: str | None
    by: str | None
    until: str | None
    source: str
    is_verified: bool


class BodyDetail(Schema):
    """A body as it is today, with its memberships and their days."""

    body: BodyItem  # type: ignore[valid-type]  # (made of the fields)
    memberships: list[MembershipItem]
    follows: str
    followed_by: str


class ConsultationDetail(Schema):
    """A consultation, the steps that the reader can take with it, and who wants to lead where they are several."""

    consultation: ConsultationItem  # type: ignore[valid-type]  # (made of the fields)
    steps: list[StepItem]
    leaders: list[str]


@router.get("bodies/", response=list_of(BodyItem))
@opens_to(PUBLIC)
def body_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[BodyQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the bodies with which the programme works, as they are today."""
    return items(request, response, BODY_SHOWN, bodies_on(clock.today()))


@router.get("bodies/{body}/", response=BodyDetail)
@opens_to(PUBLIC)
def body_detail(request: HttpRequest, body: str) -> dict[str, object]:
    """Show a body with its memberships and their days."""
    found = body_on(body, clock.today())
    if found is None:
        raise NotHere(_("There is no body “%(text)s” here.") % {"text": shortened(body)})
    return {
        "body": properties(BODY_SHOWN, found, request),
        "memberships": [
            {
                "group": one.group,
                "standing": one.standing,
                "since": one.since.isoformat() if one.since else None,
                "by": one.by.isoformat() if one.by else None,
                "until": one.until.isoformat() if one.until else None,
                "source": one.source,
                "is_verified": one.is_verified,
            }
            for one in found.memberships
        ],
        "follows": found.follows,
        "followed_by": found.followed_by,
    }


@router.get("focal-points/", response=list_of(FocalPointItem))
@opens_to(COORDINATION_READ)
def focal_point_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[FocalPointQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the focal points of bodies that the reader may see."""
    return items(request, response, FOCAL_POINT_SHOWN, focal_points_visible_to(actor_of(request)))


@router.post("focal-points/", response=FocalPointItem)
@opens_to(COORDINATION_KEEP)
def focal_point_make(
    request: HttpRequest,
    body: FocalPointBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record the office that answers for a body."""
    actor = actor_of(request)
    key = record_focal_point(focal_point_of(given_in(body)), by=actor, at=clock.now(), face=Face.API)
    return _focal_point(request, key)


@router.post("focal-points/{office}/end/", response=FocalPointItem)
@opens_to(COORDINATION_KEEP)
def focal_point_finish(request: HttpRequest, office: UUID) -> dict[str, object]:
    """End a focal point today."""
    end_focal_point(office, by=actor_of(request), at=clock.now(), face=Face.API)
    return _focal_point(request, office)


@router.get("consultations/", response=list_of(ConsultationItem))
@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
def consultation_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ConsultationQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the consultations that the reader may see, what is due first."""
    return items(request, response, SHOWN, consultations_visible_to(actor_of(request)))


@router.post("consultations/about/{kind}/{subject}/", response=ConsultationDetail)
@opens_to(COORDINATION_KEEP)
def consultation_make(
    request: HttpRequest,
    kind: str,
    subject: str,
    body: ConsultationBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Open a consultation about a thing, named by its kind and key; nothing is sent yet."""
    wanted, actor = consultation_of(given_in(body)), actor_of(request)
    number = open_consultation(kind, subject, wanted, by=actor, at=clock.now(), face=Face.API)
    return _detail(request, number)


@router.get("consultations/{consultation}/", response=ConsultationDetail)
@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
def consultation_detail(request: HttpRequest, consultation: int) -> dict[str, object]:
    """Show a consultation and the steps that the reader can take with it."""
    return _detail(request, consultation)


@router.post("consultations/{consultation}/steps/{step}/", response={200: ConsultationDetail, 202: ConsultationDetail})
@opens_to(COORDINATION_KEEP, CONSULTATIONS_ANSWER)
def consultation_step(request: HttpRequest, consultation: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with a consultation; what keeps it shut is told with its clause and its remedy."""
    status: HTTPStatus = take(request, CONSULTATIONS, consultation, step, body)
    return Status(status.value, _detail(request, consultation))


@router.post("consultations/{consultation}/answer/", response=ConsultationDetail)
@opens_to(CONSULTATIONS_ANSWER)
def consultation_answer(
    request: HttpRequest,
    consultation: int,
    body: AnswerBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Answer a consultation in the name of a body."""
    answer = answer_of(given_in(body))
    answer_consultation(consultation, answer, by=actor_of(request), at=clock.now(), face=Face.API)
    return _detail(request, consultation)


def _focal_point(request: HttpRequest, key: UUID) -> dict[str, object]:
    return properties(FOCAL_POINT_SHOWN, or_refuse(focal_point_visible_to(actor_of(request), key)), request)


def _detail(request: HttpRequest, number: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(consultation_visible_to(actor, number))
    return {
        "consultation": properties(SHOWN, found, request),
        "steps": steps_offered(request, CONSULTATIONS, number),
        "leaders": list(leaders_of(actor, found.subject_kind, found.subject_key)),
    }
