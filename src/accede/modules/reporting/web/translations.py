"""Translations of a report: how each language stands, files for translators, and what they send back."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.core.reports.clearance import ReportState
from accede.core.reports.paragraphs import Standing
from accede.core.reports.xliff.writing import Version
from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.forms.base import Form, answer_form
from accede.foundation.pages.parameters import takes
from accede.modules.reporting.access import REPORTS_DRAFT, REPORTS_READ
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.queries.drafts import Draft, draft_visible_to
from accede.modules.reporting.services.translating import FILE, take_translation, translation_file
from accede.modules.reporting.web.parts import section, to_document
from accede.modules.reporting.words.drafts import taken_words


class BackForm(Form):
    """What translators send back."""

    document = forms.FileField(
        label=gettext_lazy("The file that translators sent back"),
        help_text=gettext_lazy("XLIFF 1.2 or 2. Its language is read from the file; all of it is taken, or nothing."),
        error_messages={"required": gettext_lazy("Choose the file.")},
    )


@opens_to(REPORTS_READ)
@takes()
def translations(request: HttpRequest, document: int) -> HttpResponse:
    """Show how the translations of a report stand; take a file that translators sent back."""
    actor = actor_of(request)
    draft = or_refuse(draft_visible_to(actor, document))
    may = can(actor, REPORTS_DRAFT, on=draft.report.owner)
    is_open = draft.report.stage in {ReportState.DRAFT, ReportState.REVIEWED}
    if request.method == "POST":
        require(actor, REPORTS_DRAFT, on=draft.report.owner)
    is_sent = request.method == "POST"
    form = BackForm(request.POST if is_sent else None, request.FILES if is_sent else None)

    def act() -> str:
        upload = form.cleaned_data[FILE]
        taken = take_translation(document, upload.read(), by=actor, at=clock.now())
        messages.success(request, taken_words(taken))
        return reverse("reporting:translations", args=[document])

    context = {
        **section(""),
        "title": _("Translations"),
        "lede": draft.report.title,
        "ways": [to_document(document)],
        "languages": list(_languages(draft)),
        "form": form,
        "may_send": may and is_open,
    }
    return answer_form(request, form, act, context, template="reporting/translations.html")


@opens_to(REPORTS_READ)
@takes()
def translation_sent(request: HttpRequest, document: int, language: str, version: str) -> HttpResponse:
    """Send a report as a file for translators."""
    if version not in set(Version):
        raise Refused
    content = translation_file(document, language, Version(version), by=actor_of(request))
    response = HttpResponse(content, content_type="application/xliff+xml")
    name = f"report-{document}-{language}-{version}.xlf"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _languages(draft: Draft) -> list[dict[str, object]]:
    """Return of each language that is translated into: how many paragraphs stand how, and its files."""
    number, found = draft.report.number, []
    for code, words in LANGUAGES.items():
        if code == draft.report.language:
            continue
        standings = draft.standings(code)
        found.append(
            {
                "words": str(words),
                "is_issued": code in draft.report.head.languages,
                "current": standings.count(Standing.CURRENT),
                "stale": standings.count(Standing.STALE),
                "missing": standings.count(Standing.MISSING),
                "files": [
                    (one.value, reverse("reporting:translation-sent", args=[number, code, one.value]))
                    for one in Version
                ],
            }
        )
    return found


urlpatterns = [
    path("reports/documents/<int:document>/translations/", translations, name="translations"),
    path(
        "reports/documents/<int:document>/translations/<slug:language>/<str:version>/",
        translation_sent,
        name="translation-sent",
    ),
]
