"""Pictures for pages of others: each has an address of its own, follows the record, needs no script, sets no cookie."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.documents.drawings import by_itself
from accede.foundation.pages import NotHere, public_page
from accede.modules.treaties.web.curves import curve_figure
from accede.modules.treaties.web.states import line_of_acts, to_canonical
from accede.modules.treaties.words.page_question import RegisterPageQuestion

_LOOKS = (
    (".chart-joined", "fill:#0b4f7d;stroke:#0b4f7d"),
    (".chart-signed", "stroke:#8a4f0c"),
    (".chart-left", "fill:#000;stroke:#000"),
)


@opens_to(PUBLIC)
@public_page
def instrument_picture(request: HttpRequest, key: str) -> HttpResponseBase:
    """Draw the parties to an instrument since 1963."""
    question = _question(request)
    found = question.instrument_at(key, lambda near: question.here("treaties:instrument-picture", near))
    question.done()
    if found != key:
        return to_canonical(request, reverse("treaties:instrument-picture", args=[found]))
    return _picture(str(curve_figure(question, key, large=True)), question.language)


@opens_to(PUBLIC)
@public_page
def state_picture(request: HttpRequest, code: str) -> HttpResponseBase:
    """Draw the acts of a State on a line of years."""
    question = _question(request)
    found = question.state_at(code, lambda near: question.here("treaties:state-picture", near))
    question.done()
    drawing = line_of_acts(question, found)
    if not drawing:
        raise NotHere(_("No act of this State with a known day is in this record."))
    if found != code:
        return to_canonical(request, reverse("treaties:state-picture", args=[found]))
    return _picture(drawing, question.language)


def _question(request: HttpRequest) -> RegisterPageQuestion:
    question = RegisterPageQuestion(request)
    if question.format:
        question.problems.append(_("A picture has one format."))
    return question


def _picture(drawing: str, language: str) -> HttpResponse:
    response = HttpResponse(by_itself(drawing, _LOOKS), content_type="image/svg+xml")
    response.headers["Content-Language"] = language
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
