"""Saved scenarios in the API: one's own and those that are shared."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.fields.scenarios import ACCESSIONS, SHOWN, STATED, details_of
from accede.modules.cooperation.queries.saved_scenarios import scenario_visible_to, scenarios_visible_to
from accede.modules.cooperation.services.saved_scenarios import delete_scenario, save_scenario
from accede.modules.cooperation.words.question import read_accessions

router = Router(tags=["Cooperation"])
ScenarioItem = item_of("ScenarioItem", SHOWN)
ScenarioBody = body_of("ScenarioBody", STATED)
ScenarioQuery = query_of("ScenarioQuery", SHOWN)


@router.get("saved-scenarios/", response=list_of(ScenarioItem))
@opens_to(SCENARIOS_KEEP)
def saved_scenarios(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ScenarioQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the scenarios that the reader saved and those shared with them."""
    return items(request, response, SHOWN, scenarios_visible_to(actor_of(request)))


@router.post("saved-scenarios/", response=ScenarioItem)
@opens_to(SCENARIOS_KEEP)
def saved_scenario_save(
    request: HttpRequest,
    body: ScenarioBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Save a scenario."""
    given, actor = given_in(body), actor_of(request)
    details = details_of(given, read_accessions(given.text(ACCESSIONS)))
    key = save_scenario(details, by=actor, at=clock.now(), face=Face.API)
    found = scenario_visible_to(actor, key)
    return properties(SHOWN, found, request) if found else {}


@router.delete("saved-scenarios/{scenario}/", response={204: None})
@opens_to(SCENARIOS_KEEP)
def saved_scenario_delete(request: HttpRequest, scenario: UUID) -> Status[None]:
    """Delete an own scenario."""
    delete_scenario(scenario, by=actor_of(request), at=clock.now(), face=Face.API)
    return Status(204, None)
