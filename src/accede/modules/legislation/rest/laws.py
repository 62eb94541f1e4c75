"""Laws of States, their provisions, and what may answer an obligation, in the API."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.rest.fields import item_of, items, list_of, properties, query_of
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.fields.laws import SHOWN
from accede.modules.legislation.queries.laws import law_visible_to, laws_visible_to, provisions_of
from accede.modules.legislation.words.akoma_ntoso import MEDIA_TYPE, exported

router = Router(tags=["laws"])
LawItem = item_of("LawItem", SHOWN)
LawQuery = query_of("LawQuery", SHOWN)


class ProvisionItem(Schema):
    """A provision of a law; `key` is unique in the law, `number` is how it is cited."""

    id: UUID
    key: str
    number: str
    heading: str
    within: list[str]
    place: str
    words: str


class LawDetail(Schema):
    """A law with its provisions in their order."""

    law: LawItem  # type: ignore[valid-type]  # (made of the fields)
    provisions: list[ProvisionItem]


@router.get("", response=list_of(LawItem))
@opens_to(LAWS_READ)
def law_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[LawQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The laws that the reader may see."""
    return items(request, response, SHOWN, laws_visible_to(actor_of(request)))


@router.get(
    "{law}/akn.xml",
    response={200: None},
    openapi_extra={
        "responses": {
            200: {"description": "The document.", "content": {MEDIA_TYPE: {"schema": {"type": "string"}}}},
        }
    },
)
@opens_to(LAWS_READ)
def law_akn(request: HttpRequest, law: UUID) -> HttpResponse:
    """One law as an Akoma Ntoso 3.0 document."""
    _name, document = or_refuse(exported(actor_of(request), law))
    return HttpResponse(document, content_type=MEDIA_TYPE)


@router.get("{law}/", response=LawDetail)
@opens_to(LAWS_READ)
def law_detail(request: HttpRequest, law: UUID) -> dict[str, object]:
    """One law with its provisions."""
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    return {"law": properties(SHOWN, found, request), "provisions": provisions_of(actor, law)}
