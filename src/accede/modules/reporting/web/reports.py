"""Reports made from the records: which there are, and one for a period, as page, DOCX and PDF."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation import clock
from accede.foundation.access import PUBLIC, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.pages.parameters import Parameters, shortened, takes
from accede.foundation.texts import readers_language
from accede.modules.reporting.queries.reports import report_for
from accede.modules.reporting.queries.templates import shipped_template, shipped_templates
from accede.modules.reporting.words.figures import faults_in_words
from accede.modules.reporting.words.reports import Head, report_document

_FORMATS = tuple(one.value for one in DocumentFormat)


@opens_to(PUBLIC)
@takes()
def reports(request: HttpRequest) -> HttpResponse:
    """List the reports that can be made."""
    language = readers_language()
    rows = [
        (template.title.get(language, template.title["en"]), template.mandate, reverse("reporting:report", args=[key]))
        for key in shipped_templates()
        if (template := shipped_template(key)) is not None
    ]
    lede = _("Made from the records for any period; every number leads to what it counts and to its records.")
    return render(
        request, "reporting/reports.html", {"title": pgettext("documents", "Reports"), "lede": lede, "rows": rows}
    )


@opens_to(PUBLIC)
@takes("from", "until", "format")
def report(request: HttpRequest, report: str) -> HttpResponse:
    """Show a report for a period, each figure by the reader's rights; or give it as a file."""
    template = or_refuse(shipped_template(report))
    question = Parameters()
    first, last = _period(question, request)
    chosen = request.GET.get("format", "")
    if chosen not in {"", *_FORMATS}:
        words = _("There is no format “%(name)s”. Tables can be had as %(formats)s.")
        question.problems.append(words % {"name": shortened(chosen), "formats": ", ".join(_FORMATS)})
    question.done()
    made = report_for(actor_of(request), template, first, last, today=clock.today())
    site = request.build_absolute_uri("/").rstrip("/") if chosen else ""
    document = report_document(made, Head(dated=clock.today()), readers_language(), site=site)
    if chosen:
        return file_response(document, DocumentFormat(chosen), name=f"{report}-{first}-{last}")
    asked = {"from": first.isoformat(), "until": last.isoformat()}
    context = {
        "title": document.title,
        "body": html_of(document),
        "days": [("from", _("From"), first), ("until", _("Until"), last)],
        "files": [Link(one.upper(), f"{request.path}?{urlencode(asked | {'format': one})}") for one in _FORMATS],
        "faults": [words for one in made.faults for words in faults_in_words(one.faults)],
    }
    return render(request, "reporting/report.html", context)


def _period(question: Parameters, request: HttpRequest) -> tuple[date, date]:
    """Return the first and the last day; left out, those of the last calendar year that is over."""
    year = clock.today().year - 1
    first = question.day(request.GET.get("from", "")) or date(year, 1, 1)
    last = question.day(request.GET.get("until", "")) or max(first, date(year, 12, 31))
    if first > last:
        question.problems.append(_("The last day lies before the first one."))
    return first, last


urlpatterns = [
    path("reports/", reports, name="reports"),
    path("reports/<slug:report>/", report, name="report"),
]
