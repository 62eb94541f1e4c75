"""Where the record comes from, and what it is known not to know."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import NotHere, public_page
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, paged
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.presenting import source_item
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["Sources"])
gaps = Router(tags=["Sources"])


class SourcesQuery(PagedQuery, AsAtQuery):
    """Which page of the sources."""


@router.get("", response=Listing[schemas.SourceItem])
@opens_to(PUBLIC)
@public_page
def source_list(request: HttpRequest, response: HttpResponse, query: Query[SourcesQuery]) -> dict[str, object]:
    """List the sources with the day on which each was checked, those nearest to the depositary first."""
    question = RegisterApiQuestion(query)
    used = Counter(report.source for report in question.register.reports.values())
    sources = sorted(question.register.sources.values(), key=lambda source: (source.rank, source.title, source.key))
    page, listing = paged(sources, query, request=request, response=response)
    items = [source_item(source, reports=used[source.key]) for source in page]
    return {**question.show.document, **listing, "items": items}


@router.get("{key}/", response=schemas.SourceDetail)
@opens_to(PUBLIC)
@public_page
def source_detail(request: HttpRequest, key: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show a source and the lists of parties that it gives in full."""
    question = RegisterApiQuestion(query)
    register, show = question.register, question.show
    source = register.sources.get(key)
    if source is None:
        raise NotHere(_("“%(text)s” is the key of no source of this record.") % {"text": shortened(key)})
    used = sum(report.source == key for report in register.reports.values())
    return {
        **show.document,
        "source": source_item(source, reports=used),
        "coverage": [show.coverage(covered) for covered in register.coverage if covered.source == key],
    }


@gaps.get("", response=Listing[schemas.GapItem])
@opens_to(PUBLIC)
@public_page
def gap_list(request: HttpRequest, response: HttpResponse, query: Query[SourcesQuery]) -> dict[str, object]:
    """List what the record is known not to know."""
    question = RegisterApiQuestion(query)
    page, listing = paged(question.register.gaps, query, request=request, response=response)
    return {**question.show.document, **listing, "items": [question.show.gap(gap) for gap in page]}
