"""The mandates' addresses under /api/v1/mandates/."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import ANONYMOUS, PUBLIC, SIGNED_IN, Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.comments.rest import CommentBody, ThreadList, thread_items, write
from accede.foundation.pages import BadInput, NotHere, Suggestion, public_page
from accede.foundation.pages.parameters import Parameters, shortened
from accede.foundation.rest import AsAtQuery, PagedQuery, described, paged
from accede.foundation.texts import nearest
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.fields.codes import SECTIONS, STANDINGS
from accede.modules.mandates.queries.duties import duties_due, duties_under
from accede.modules.mandates.queries.evidence import evidence_of
from accede.modules.mandates.queries.mandates import (
    MandateLine,
    Wanted,
    known_references,
    mandate_at,
    mandate_lines,
    organs_and_series,
    paragraphs_of,
)
from accede.modules.mandates.queries.rereading import comparison_of, faults_of, read_again
from accede.modules.mandates.rest import schemas
from accede.modules.mandates.rest.presenting import (
    adoption_item,
    comparison_detail,
    duty_item,
    evidence_item,
    fault_item,
    mandate_item,
    paragraph_item,
    remark_item,
    review_item,
    unread_item,
)
from accede.modules.mandates.services.conversations import READINGS

router = Router(tags=["Mandates"])


class MandatesQuery(PagedQuery):
    """Which mandates."""

    words: str = described("Words of the symbol, title or text.")
    organ: str = described("Code of the organ, for example GA.")
    series: str = described("The series of resolutions.")
    standing: str = described("adopted, draft, recommended or superseded.")
    topic: str = described("Part of the report to which a duty belongs, as a code.")
    entity: str = described("Words of the name of somebody who owes something.")


class DueQuery(PagedQuery, AsAtQuery):
    """Which duties that are due."""

    mandate: str = described("Symbol or reference of one mandate.")
    past: str = described("“yes”: also what was due before the day.", type="string", enum=["yes"])


def _found(reference: str) -> MandateLine:
    line = mandate_at(reference[:80])
    if line is None:
        references = known_references()
        near = [
            Suggestion(references[one], f"/api/v1/mandates/{one}/")
            for one in nearest(reference.replace("/", "-")[:80], references)
        ]
        raise NotHere(_("The record holds no mandate “%(text)s”.") % {"text": shortened(reference)}, near)
    return line


def _with_text(line: MandateLine) -> int:
    if line.imported_id is None:
        raise NotHere(_("The text of %(symbol)s is not in the record.") % {"symbol": line.symbol}, [])
    return line.imported_id


@router.get("", response=schemas.MandateList)
@opens_to(PUBLIC)
@public_page
def mandate_list(request: HttpRequest, response: HttpResponse, query: Query[MandatesQuery]) -> dict[str, object]:
    """List the mandates, the newest first."""
    organs, series = organs_and_series()
    problems = [
        _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
        % {"name": name, "choices": ", ".join(known) or "–", "text": shortened(text)}
        for name, text, known in (
            ("organ", query.organ, organs),
            ("series", query.series, series),
            ("standing", query.standing, list(STANDINGS)),
            ("topic", query.topic, list(SECTIONS)),
        )
        if text and text not in known
    ]
    if problems:
        raise BadInput(problems)
    lines = mandate_lines(
        Wanted(
            words=query.words[:200],
            organ=query.organ,
            series=query.series,
            standing=query.standing,
            topic=query.topic,
            entity=query.entity[:200],
        )
    )
    page, listing = paged(lines, query, request=request, response=response)
    return {**listing, "items": [mandate_item(one) for one in page]}


@router.get("due/", response=schemas.DutyList)
@opens_to(PUBLIC)
@public_page
def due_list(request: HttpRequest, response: HttpResponse, query: Query[DueQuery]) -> dict[str, object]:
    """List the duties for which a time is set, the earliest first, those without a known day last."""
    asking = Parameters()
    on = asking.as_at(on=query.on, known=query.known).on
    asking.done()
    lines = [_found(query.mandate)] if query.mandate else mandate_lines()
    duties = [
        one for one in duties_due(lines, on=on) if query.past == "yes" or one.due_until is None or one.due_until >= on
    ]
    page, listing = paged(duties, query, request=request, response=response)
    return {**listing, "items": [duty_item(one) for one in page]}


@router.get("{reference}/", response=schemas.MandateDetail)
@opens_to(PUBLIC)
@public_page
def mandate_detail(request: HttpRequest, reference: str) -> dict[str, object]:
    """Show one mandate with its paragraphs as read."""
    line = _found(reference)
    paragraphs = paragraphs_of(line.imported_id) if line.imported_id else []
    reading = read_again(line.imported_id) if line.imported_id else None
    return {
        **mandate_item(line),
        "sponsors": list(line.sponsors),
        "review": review_item(line),
        "adoption": adoption_item(line),
        "paragraphs": [paragraph_item(one) for one in paragraphs],
        "remarks": [remark_item(one) for one in reading.remarks] if reading is not None else [],
        "not_read": [unread_item(one) for one in reading.apart] if reading is not None else [],
    }


@router.get("{reference}/duties/", response=schemas.DutyList)
@opens_to(PUBLIC)
@public_page
def duty_list(
    request: HttpRequest, response: HttpResponse, reference: str, query: Query[PagedQuery]
) -> dict[str, object]:
    """List the duties under one mandate."""
    page, listing = paged(duties_under(_found(reference)), query, request=request, response=response)
    return {**listing, "items": [duty_item(one) for one in page]}


@router.get("{reference}/implementation/", response=schemas.Implementation)
@opens_to(PUBLIC)
@public_page
def implementation(request: HttpRequest, reference: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show what the records show everybody of each duty up to a day."""
    return _implementation(reference, query, ANONYMOUS)


@router.get("{reference}/implementation/own/", response=schemas.Implementation)
@opens_to(SIGNED_IN)
def own_implementation(request: HttpRequest, reference: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show what the records show the reader of each duty up to a day."""
    return _implementation(reference, query, actor_of(request))


def _implementation(reference: str, query: AsAtQuery, reader: Actor) -> dict[str, object]:
    asking = Parameters()
    on = asking.as_at(on=query.on, known=query.known).on
    asking.done()
    line = _found(reference)
    items = [
        {
            "duty": duty_item(duty),
            "evidence": [
                evidence_item(one) for one in evidence_of(duty, since=line.binds_from, until=on, reader=reader)
            ],
        }
        for duty in duties_under(line)
    ]
    return {"symbol": line.symbol, "on": on, "items": items}


@router.get("{reference}/compare/{other}/", response=schemas.ComparisonDetail)
@opens_to(PUBLIC)
@public_page
def comparison(request: HttpRequest, reference: str, other: str) -> dict[str, object]:
    """Compare two mandates whose texts are in the record, as corrected; the first is the earlier."""
    earlier, later = _found(reference), _found(other)
    found = comparison_of(_with_text(earlier), _with_text(later))
    return comparison_detail(found, earlier.symbol, later.symbol)


@router.get("{reference}/conversations/", response=ThreadList)
@opens_to(MANDATES_CORRECT)
def mandate_conversations(request: HttpRequest, reference: str) -> dict[str, object]:
    """List the conversations about what was read of a mandate."""
    return thread_items(request, READINGS, _found(reference).reference)


@router.post("{reference}/conversations/", response=ThreadList)
@opens_to(MANDATES_CORRECT)
def mandate_conversation_write(request: HttpRequest, reference: str, body: CommentBody) -> dict[str, object]:
    """Write in a conversation, or begin one; resolve it, or open it again."""
    line = _found(reference)
    write(request, READINGS, line.reference, body)
    return thread_items(request, READINGS, line.reference)


@router.get("{reference}/checks/", response=schemas.FaultList)
@opens_to(PUBLIC)
@public_page
def fault_list(request: HttpRequest, reference: str) -> dict[str, object]:
    """List the faults of one mandate as read and corrected."""
    line = _found(reference)
    return {"symbol": line.symbol, "items": [fault_item(one) for one in faults_of(_with_text(line))]}
