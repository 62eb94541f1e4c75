"""Plans of bodies and overlaps in the API."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.modules.coordination.access import PLANS_KEEP, PLANS_READ
from accede.modules.coordination.fields.overlaps import SHOWN as OVERLAPS_SHOWN
from accede.modules.coordination.fields.plan_imports import SHOWN as IMPORTS_SHOWN
from accede.modules.coordination.fields.plan_imports import WHY
from accede.modules.coordination.fields.plans import SHOWN, STATED, plan_of
from accede.modules.coordination.queries.overlaps import MOST_DAYS, overlaps_between, overlaps_of, overlaps_of_plan
from accede.modules.coordination.queries.plan_imports import import_visible_to, imports_visible_to
from accede.modules.coordination.queries.plans import plan_visible_to, plans_visible_to
from accede.modules.coordination.queries.subjects import subject_for
from accede.modules.coordination.services.plan_imports import take_plans_back
from accede.modules.coordination.services.plans import change_plan, enter_plan, withdraw_plan
from accede.modules.coordination.words.overlaps import overlap_lines

router = Router(tags=["Coordination"])
PlanItem = item_of("PlanItem", SHOWN)
PlanQuery = query_of("PlanQuery", SHOWN)
PlanBody = body_of("PlanBody", STATED)
PlanImportItem = item_of("PlanImportItem", IMPORTS_SHOWN)
PlanImportQuery = query_of("PlanImportQuery", IMPORTS_SHOWN)
TakingBackBody = body_of("TakingBackBody", (WHY,))
OverlapItem = item_of("OverlapItem", OVERLAPS_SHOWN)
OverlapQuery = query_of("OverlapQuery", OVERLAPS_SHOWN)


class Withdrawn(Schema):
    """A plan that is withdrawn."""

    number: str


@router.get("plans/", response=list_of(PlanItem))
@opens_to(PLANS_READ)
def plan_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[PlanQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List what bodies plan, as far as the reader may see it, the latest first."""
    return items(request, response, SHOWN, plans_visible_to(actor_of(request)))


@router.post("plans/", response=PlanItem)
@opens_to(PLANS_KEEP)
def plan_make(
    request: HttpRequest,
    body: PlanBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Enter what a body plans."""
    number = enter_plan(plan_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _plan(request, number)


@router.get("plans/{plan}/", response=PlanItem)
@opens_to(PLANS_READ)
def plan_detail(request: HttpRequest, plan: int) -> dict[str, object]:
    """Show a plan."""
    return _plan(request, plan)


@router.post("plans/{plan}/change/", response=PlanItem)
@opens_to(PLANS_KEEP)
def plan_state_anew(
    request: HttpRequest,
    plan: int,
    body: PlanBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """State a plan anew; it has another number then."""
    number = change_plan(plan, plan_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _plan(request, number)


@router.post("plans/{plan}/withdraw/", response=Withdrawn)
@opens_to(PLANS_KEEP)
def plan_take_away(request: HttpRequest, plan: int) -> dict[str, object]:
    """Withdraw a plan: nobody is shown it any more."""
    withdraw_plan(plan, by=actor_of(request), at=clock.now(), face=Face.API)
    return {"number": str(plan)}


@router.get("plan-imports/", response=list_of(PlanImportItem))
@opens_to(PLANS_READ)
def plan_import_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[PlanImportQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the files of plans that came in, the latest first."""
    return items(request, response, IMPORTS_SHOWN, imports_visible_to(actor_of(request)))


@router.post("plan-imports/{brought}/take-back/", response=PlanImportItem)
@opens_to(PLANS_KEEP)
def plan_import_take_back(
    request: HttpRequest,
    brought: int,
    body: TakingBackBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Take back what a file brought, and say why."""
    actor = actor_of(request)
    take_plans_back(brought, given_in(body).text(WHY), by=actor, at=clock.now(), face=Face.API)
    return properties(IMPORTS_SHOWN, or_refuse(import_visible_to(actor, brought)), request)


@router.get("overlaps/", response=list_of(OverlapItem))
@opens_to(PLANS_READ)
def overlap_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[OverlapQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List what overlaps in the year from today on, with what joins each two, by the day on which the first begins."""
    actor, today = actor_of(request), clock.today()
    found = overlaps_between(actor, today, today + timedelta(days=MOST_DAYS))
    return items(request, response, OVERLAPS_SHOWN, overlap_lines(found, actor))


@router.get("overlaps/plan/{plan}/", response=list_of(OverlapItem))
@opens_to(PLANS_READ)
def plan_overlaps(
    request: HttpRequest,
    response: HttpResponse,
    plan: int,
    query: Query[OverlapQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the plans of other bodies that overlap with a plan."""
    actor = actor_of(request)
    found = or_refuse(plan_visible_to(actor, plan))
    return items(request, response, OVERLAPS_SHOWN, overlap_lines(overlaps_of_plan(actor, found), actor))


@router.get("overlaps/about/{kind}/{subject}/", response=list_of(OverlapItem))
@opens_to(PLANS_READ)
def thing_overlaps(
    request: HttpRequest,
    response: HttpResponse,
    kind: str,
    subject: str,
    query: Query[OverlapQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the plans that overlap with a thing of the programme, named by its kind and key."""
    actor = actor_of(request)
    or_refuse(subject_for(actor, kind, subject))
    return items(request, response, OVERLAPS_SHOWN, overlap_lines(overlaps_of(actor, kind, subject), actor))


def _plan(request: HttpRequest, number: int) -> dict[str, object]:
    return properties(SHOWN, or_refuse(plan_visible_to(actor_of(request), number)), request)
