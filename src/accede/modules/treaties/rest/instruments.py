"""Instruments: their list, one of them, its parties and everybody's standing under it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, paged
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["Instruments"])


class StatesUnderQuery(PagedQuery, AsAtQuery):
    """Which page of the States under an instrument."""


class InstrumentsQuery(PagedQuery, AsAtQuery):
    """Which page of the instruments."""


@router.get("", response=Listing[schemas.InstrumentItem])
@opens_to(PUBLIC)
@public_page
def instrument_list(request: HttpRequest, response: HttpResponse, query: Query[InstrumentsQuery]) -> dict[str, object]:
    """List the instruments in order of adoption, with the number of their parties on a day."""
    question = RegisterApiQuestion(query)
    show = question.show
    page, listing = paged(list(question.register.instruments), query, request=request, response=response)
    items = [show.instrument_fields(key, parties=len(_bound(question, key))) for key in page]
    return {**show.document, **listing, "items": items}


@router.get("{key}/", response=schemas.InstrumentDetail)
@opens_to(PUBLIC)
@public_page
def instrument_detail(request: HttpRequest, key: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show an instrument: texts, provisions, how far its parties are known."""
    question = RegisterApiQuestion(query)
    key = question.instrument_at(key)
    show, register = question.show, question.register
    facts = register.instruments[key]
    return {
        **show.document,
        **show.instrument_fields(key, parties=len(_bound(question, key))),
        "title_is_official": facts.title(show.language).is_official,
        "title_status": facts.title(show.language).status.value,
        "title_source": facts.title(show.language).source,
        "place": facts.place,
        "opened_on": facts.core.opened_on,
        "closed_on": facts.closed_on,
        "authentic_languages": list(facts.authentic_languages),
        "depositaries": list(facts.core.depositaries),
        "entry_into_force_article": facts.core.rule.article if facts.core.rule else "",
        "articles": [
            {"topic": note.topic, "articles": note.articles, "verified": note.verified} for note in facts.article_map
        ],
        "coverage": [show.coverage(covered) for covered in register.coverage if covered.instrument == key],
        "gaps": [show.gap(gap) for gap in register.gaps if gap.instrument == key],
        "sources": list(facts.sources),
        "notes": list(facts.notes),
    }


@router.get("{key}/parties/", response=Listing[schemas.StandingItem])
@opens_to(PUBLIC)
@public_page
def instrument_parties(
    request: HttpRequest, response: HttpResponse, key: str, query: Query[StatesUnderQuery]
) -> dict[str, object]:
    """List the States bound by an instrument on a day, in alphabetical order."""
    question = RegisterApiQuestion(query)
    key = question.instrument_at(key)
    return _standings(question, key, _bound(question, key), query, request=request, response=response)


@router.get("{key}/standing/", response=Listing[schemas.StandingItem])
@opens_to(PUBLIC)
@public_page
def instrument_standing(
    request: HttpRequest, response: HttpResponse, key: str, query: Query[StatesUnderQuery]
) -> dict[str, object]:
    """Say where every State that exists on a day stands under an instrument, and why."""
    question = RegisterApiQuestion(query)
    key = question.instrument_at(key)
    on = question.show.as_at.on
    codes = [code for code, facts in question.register.states.items() if on in facts.exists]
    return _standings(question, key, codes, query, request=request, response=response)


def _bound(question: RegisterApiQuestion, key: str) -> list[str]:
    register, on = question.register, question.show.as_at.on
    return [code for code in register.states if register.standing(key, code, on).answer.is_bound]


def _standings(
    question: RegisterApiQuestion,
    key: str,
    codes: Sequence[str],
    query: PagedQuery,
    *,
    request: HttpRequest,
    response: HttpResponse,
) -> dict[str, object]:
    show = question.show
    ordered = sorted(codes, key=lambda code: question.register.states[code].order(show.language))
    page, listing = paged(ordered, query, request=request, response=response)
    return {**show.document, **listing, "items": [show.standing(key, code) for code in page]}
