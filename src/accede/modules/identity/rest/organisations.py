"""Organisations in the API: the list, one of them, and recording and correcting one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.modules.identity.access import ORGANISATIONS_RECORD
from accede.modules.identity.fields.organisations import SHOWN, STATED, details_of
from accede.modules.identity.queries.organisations import organisation_visible_to, organisations_visible_to
from accede.modules.identity.services.organisations import change_organisation, record_organisation

router = Router(tags=["organisations"])
OrganisationItem = item_of("OrganisationItem", SHOWN)
OrganisationBody = body_of("OrganisationBody", STATED)
OrganisationQuery = query_of("OrganisationQuery", SHOWN)


@router.get("organisations/", response=list_of(OrganisationItem))
@opens_to(SIGNED_IN)
def organisation_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[OrganisationQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The organisations that the reader may see."""
    return items(request, response, SHOWN, organisations_visible_to(actor_of(request), on=clock.today()))


@router.get("organisations/{organisation}/", response=OrganisationItem)
@opens_to(SIGNED_IN)
def organisation_detail(request: HttpRequest, organisation: UUID) -> dict[str, object]:
    """One organisation."""
    found = organisation_visible_to(actor_of(request), organisation, on=clock.today())
    if found is None:
        raise Refused
    return properties(SHOWN, found, request)


@router.post("organisations/", response=OrganisationItem)
@opens_to(ORGANISATIONS_RECORD)
def organisation_record(
    request: HttpRequest,
    body: OrganisationBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record an organisation; its roles count from today."""
    made = record_organisation(details_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return properties(SHOWN, made, request)


@router.put("organisations/{organisation}/", response=OrganisationItem)
@opens_to(ORGANISATIONS_RECORD)
def organisation_change(
    request: HttpRequest,
    organisation: UUID,
    body: OrganisationBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Correct an organisation; roles left out end today."""
    details = details_of(given_in(body))
    changed = change_organisation(organisation, details, by=actor_of(request), at=clock.now(), face=Face.API)
    return properties(SHOWN, changed, request)
