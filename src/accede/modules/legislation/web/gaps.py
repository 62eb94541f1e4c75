"""The gap report of a State: as page, DOCX, PDF and XLSX."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.workbook import workbook_response
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.pages.parameters import Parameters, shortened, takes
from accede.foundation.texts import readers_language
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.web.parts import section, title_of
from accede.modules.legislation.words.gaps import gap_document
from accede.modules.legislation.words.reports import report_of

_FORMATS = ("docx", "pdf", "xlsx")


@opens_to(LAWS_READ)
@takes("on", "instrument", "format")
def gaps(request: HttpRequest, state: str) -> HttpResponse:
    """Show what a review leaves open, to the State and to the programme."""
    asked = Parameters()
    day = asked.as_at(on=request.GET.get("on", ""), known="").on
    instrument, chosen = request.GET.get("instrument", ""), request.GET.get("format", "")
    if instrument and instrument not in catalogue().instruments:
        words = _("There are no obligations of “%(key)s” here. Known: %(keys)s.")
        keys = ", ".join(catalogue().instruments)
        asked.problems.append(words % {"key": shortened(instrument), "keys": keys})
    if chosen not in {"", *_FORMATS}:
        words = _("There is no format “%(name)s”. Tables can be had as %(formats)s.")
        asked.problems.append(words % {"name": shortened(chosen), "formats": ", ".join(_FORMATS)})
    asked.done()
    report = or_refuse(report_of(actor_of(request), state, on=day, instrument=instrument))
    document, name = gap_document(report, readers_language()), f"gaps-{state}-{day}"
    if chosen == "xlsx":
        return workbook_response(document, name=name)
    if chosen:
        return file_response(document, DocumentFormat(chosen), name=name)
    said = {"on": str(day), **({"instrument": instrument} if instrument else {})}
    context = {
        **section(request, "reviews"),
        "title": document.title,
        "body": html_of(document),
        "day": day,
        "instruments": [{"value": key, "label": title_of(key)} for key in catalogue().instruments],
        "instrument": instrument,
        "ways": [
            Link(_("All obligations"), reverse("legislation:review", args=[state])),
            *(Link(one.upper(), f"{request.path}?{urlencode(said | {'format': one})}") for one in _FORMATS),
        ],
    }
    return render(request, "legislation/gaps.html", context)


urlpatterns = [path("reviews/<str:state>/gaps/", gaps, name="gaps")]
