"""Activities in the API: the list, one of them with its gates, and its steps."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.rest.fields import item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepBody, StepItem, steps_offered, take
from accede.modules.assistance.access import ACTIVITIES_READ
from accede.modules.assistance.fields.activities import SHOWN
from accede.modules.assistance.queries.activities import activities_visible_to, activity_visible_to
from accede.modules.assistance.services.activity_flow import ACTIVITIES, gates_told

router = Router(tags=["assistance"])
ActivityItem = item_of("ActivityItem", SHOWN)
ActivityQuery = query_of("ActivityQuery", SHOWN)


class GateItem(Schema):
    """A gate of an activity."""

    key: str
    code: str
    asks: str
    clause: str
    is_met: bool
    by_exception: bool
    missing: str = Field(description="What is missing; empty where nothing is.")
    remedy: str = Field(description="Who can supply it, and how.")


class ActivityDetail(Schema):
    """An activity, its gates, and the steps that the reader can take with it."""

    activity: ActivityItem  # type: ignore[valid-type]  # (made of the fields)
    gates: list[GateItem]
    steps: list[StepItem]


@router.get("", response=list_of(ActivityItem))
@opens_to(ACTIVITIES_READ)
def activity_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ActivityQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The activities that the reader may see."""
    return items(request, response, SHOWN, activities_visible_to(actor_of(request)))


@router.get("{number}/", response=ActivityDetail)
@opens_to(ACTIVITIES_READ)
def activity_detail(request: HttpRequest, number: int) -> dict[str, object]:
    """One activity with its gates."""
    return _detail(request, number)


@router.post("{number}/steps/{step}/", response={200: ActivityDetail, 202: ActivityDetail})
@opens_to(ACTIVITIES_READ)
def activity_step(request: HttpRequest, number: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with an activity."""
    status: HTTPStatus = take(request, ACTIVITIES, number, step, body)
    return Status(status.value, _detail(request, number))


def _detail(request: HttpRequest, number: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(activity_visible_to(actor, number))
    return {
        "activity": properties(SHOWN, found, request),
        "gates": gates_told(number, reader=actor, at=clock.now()),
        "steps": steps_offered(request, ACTIVITIES, number),
    }
