"""Reviews of laws in the API: what stands of each obligation, and the gap report as a file."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.pages.parameters import Parameters, shortened
from accede.foundation.rest import described
from accede.foundation.texts import readers_language
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.words.gap_data import gap_data
from accede.modules.legislation.words.gaps import GapReport, gap_document
from accede.modules.legislation.words.reports import report_of

router = Router(tags=["laws"])


def _of_file(chosen: DocumentFormat) -> dict[str, object]:
    content = {chosen.media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "The file.", "content": content}}}


class CitedItem(Schema):
    """A provision that was accepted as an answer."""

    law: str
    number: str
    heading: str
    in_force_from: date | None
    in_force_until: date | None


class JudgedItem(Schema):
    """What one of the two readers thinks."""

    by: str = Field(description="The name of the person; empty where the operator decided.")
    at: datetime
    rating: str
    comment: str


class GapItem(Schema):
    """An obligation with what stands of it."""

    obligation: str
    instrument: str = Field(description="Empty for what is asked once for all conventions.")
    article: str
    says: str
    found: str
    found_words: str
    reading: str
    to_do: str
    to_do_words: str
    when: str
    first: JudgedItem | None
    second: JudgedItem | None
    cited: list[CitedItem]


class GapItems(Schema):
    """The review of a State's laws on a day."""

    state: str
    on: date
    items: list[GapItem]


class GapsQuery(Schema):
    """The day, and one instrument."""

    on: str = described("The day of which to speak (default: today).")
    instrument: str = described("One instrument by its key (default: all).")


@router.get("{state}/gaps/", response=GapItems)
@opens_to(LAWS_READ)
def review_gaps(request: HttpRequest, state: str, query: Query[GapsQuery]) -> dict[str, object]:
    """What stands of each obligation: how it is answered, by which provisions, who decided, what is next."""
    report = _report(request, state, query)
    return {"state": state, "on": report.on, "items": gap_data(report, readers_language())}


@router.get("{state}/gaps.docx", response={200: None}, openapi_extra=_of_file(DocumentFormat.DOCX))
@opens_to(LAWS_READ)
def review_gaps_docx(request: HttpRequest, state: str, query: Query[GapsQuery]) -> HttpResponse:
    """The gap report as a document."""
    report = _report(request, state, query)
    document = gap_document(report, readers_language())
    return file_response(document, DocumentFormat.DOCX, name=f"gaps-{state}-{report.on}")


def _report(request: HttpRequest, state: str, query: GapsQuery) -> GapReport:
    asked = Parameters()
    day = asked.as_at(on=query.on, known="").on
    if query.instrument and query.instrument not in catalogue().instruments:
        words = _("There are no obligations of “%(key)s” here. Known: %(keys)s.")
        keys = ", ".join(catalogue().instruments)
        asked.problems.append(words % {"key": shortened(query.instrument), "keys": keys})
    asked.done()
    return or_refuse(report_of(actor_of(request), state, on=day, instrument=query.instrument))
