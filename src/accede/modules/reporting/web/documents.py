"""Reports that people draft: the list, beginning one, its page with the steps of its way, its masthead, its figures."""

from collections.abc import Iterator, Mapping

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.core.reports.clearance import ReportState
from accede.core.reports.paragraphs import words_in
from accede.foundation import clock
from accede.foundation.access import ALL, PUBLIC, Actor, Refused, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, Form, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import readers_language
from accede.foundation.workflow.page import StepPage
from accede.modules.reporting.access import REPORTS_DRAFT, REPORTS_READ
from accede.modules.reporting.fields.reports import (
    HEAD,
    LANGUAGES,
    SHOWN,
    STATED,
    TEMPLATE,
    ReportFacts,
    head_of,
    report_of,
)
from accede.modules.reporting.queries.drafted import would_differ_now
from accede.modules.reporting.queries.drafts import Draft, draft_visible_to, issued_files, reports_visible_to
from accede.modules.reporting.queries.templates import shipped_template, shipped_templates
from accede.modules.reporting.services.drafting import begin_report, change_head
from accede.modules.reporting.services.flow import REPORTS
from accede.modules.reporting.services.freezing import freeze_figures
from accede.modules.reporting.web.parts import address_of_document, drafted_by, section, to_document
from accede.modules.reporting.words.drafts import differing_words, draft_document, heading_of


@opens_to(PUBLIC)
def documents(request: HttpRequest) -> HttpResponseBase:
    """List the reports that the reader may see: everybody those that were issued."""
    actor = actor_of(request)
    ways = [Link(_("Begin a report"), reverse("reporting:document-new"))] if can(actor, REPORTS_DRAFT, on=ALL) else []
    page = ListPage[ReportFacts](
        name="reports",
        title=_("Drafted and issued reports"),
        empty=_("Reports appear here once they are issued."),
        context={**section("documents"), "ways": ways},
        leads=Leads(lambda one: address_of_document(one.number)),
    )
    return page.answer(request, SHOWN, reports_visible_to(actor))


@opens_to(REPORTS_DRAFT)
@takes()
def document_new(request: HttpRequest) -> HttpResponse:
    """Begin a report from a template that ships."""
    language, actor = readers_language(), actor_of(request)
    require(actor, REPORTS_DRAFT, on=ALL)
    found = [shipped_template(key) for key in shipped_templates()]
    titles = {one.key: one.title.get(language, one.title["en"]) for one in found if one is not None}
    form = FieldsForm(STATED, request, choices={TEMPLATE.key: titles})

    def act() -> str:
        return address_of_document(begin_report(report_of(form.given), by=actor, at=clock.now()))

    context = {
        **section(""),
        "title": _("Begin a report"),
        "button": _("Begin"),
        "back": Link(_("Leave it as it is"), reverse("reporting:documents")),
    }
    return answer_form(request, form, act, context, done=_("The report is begun, with the text of its template."))


@opens_to(PUBLIC)
@takes("format")
def document(request: HttpRequest, document: int) -> HttpResponse:
    """Show a report; take a step with it; or give a draft as a file."""
    chosen = request.GET.get("format", "")
    if not chosen:
        return PAGE.answer(request, document)
    draft = or_refuse(draft_visible_to(actor_of(request), document))
    if chosen not in set(DocumentFormat) or draft.report.stage == ReportState.ISSUED:
        raise Refused
    site = request.build_absolute_uri("/").rstrip("/")
    tree = draft_document(draft, readers_language(), today=clock.today(), site=site)
    return file_response(tree, DocumentFormat(chosen), name=f"report-{document}-draft")


@opens_to(REPORTS_DRAFT)
@takes()
def document_head(request: HttpRequest, document: int) -> HttpResponse:
    """State the masthead of a report, its languages, and how long it may be."""
    actor, draft = drafted_by(request, document)
    form = FieldsForm(HEAD, request, thing=draft.report.head)

    def act() -> str:
        change_head(document, head_of(form.given), by=actor, at=clock.now())
        return address_of_document(document)

    context = {
        **section(""),
        "title": _("Masthead and languages"),
        "lede": draft.report.title,
        "back": Link(_("Leave it as it is"), address_of_document(document)),
    }
    return answer_form(request, form, act, context, done=_("The masthead is kept."))


@opens_to(REPORTS_DRAFT)
@takes()
def document_freeze(request: HttpRequest, document: int) -> HttpResponse:
    """Freeze the figures of a report."""
    actor, draft = drafted_by(request, document)
    form = Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        freeze_figures(document, by=actor, at=clock.now())
        return address_of_document(document)

    context = {
        **section(""),
        "title": _("Freeze the figures"),
        "lede": _(
            "The report then says what the record knows at this moment, whatever is corrected later. "
            "Each figure is kept with its definition, its records and its hash."
        ),
        "button": _("Freeze"),
        "back": to_document(draft.report.number),
    }
    return answer_form(request, form, act, context, done=_("The figures are frozen."))


def _context(request: HttpRequest, number: int) -> Mapping[str, object]:
    actor = actor_of(request)
    draft = or_refuse(draft_visible_to(actor, number))
    report, language = draft.report, readers_language()
    files = issued_files(actor, number)
    tree = draft_document(draft, language, today=clock.today())
    works = can(actor, REPORTS_READ, on=report.owner)
    return {
        **section(""),
        "title": tree.title,
        "report": report,
        "rows": [row for row in shown_fields(SHOWN[1:], report, actor) if row.words or row.day],
        "body": html_of(tree),
        "ways": list(_ways(draft, actor)),
        "files": [(one, str(LANGUAGES[one.language]), reverse("files:file", args=[one.file])) for one in files],
        "sections": list(_sections(draft, language, may_draft=can(actor, REPORTS_DRAFT, on=report.owner)))
        if works
        else [],
        "length": _length(draft),
        "is_too_long": draft.words > report.word_limit,
        "differing": [differing_words(one) for one in would_differ_now(report, today=clock.today())],
        "is_frozen": bool(report.freeze),
        "works": works,
    }


def _length(draft: Draft) -> str:
    words = ngettext("%(count)s word of at most %(most)s", "%(count)s words of at most %(most)s", draft.words)
    return words % {"count": draft.words, "most": draft.report.word_limit}


def _ways(draft: Draft, actor: Actor) -> Iterator[Link]:
    report = draft.report
    if report.stage != ReportState.ISSUED:
        here = address_of_document(report.number)
        yield from (Link(one.name, f"{here}?format={one.value}") for one in DocumentFormat)
    if not can(actor, REPORTS_READ, on=report.owner):
        return
    ways = [("comments", _("Conversations")), ("translations", _("Translations"))]
    if can(actor, REPORTS_DRAFT, on=report.owner):
        if report.stage in {ReportState.DRAFT, ReportState.REVIEWED}:
            ways.insert(0, ("document-head", _("Masthead and languages")))
        if report.stage == ReportState.DRAFT and clock.today() >= report.cut_off:
            ways.insert(0, ("document-freeze", _("Freeze the figures")))
    yield from (Link(words, reverse(f"reporting:{name}", args=[report.number])) for name, words in ways)


def _sections(draft: Draft, reader: str, *, may_draft: bool) -> Iterator[dict[str, object]]:
    """Yield the sections as whoever works on the report sees them."""
    report = draft.report
    may_write = may_draft and report.stage == ReportState.DRAFT
    for one in draft.sections:
        here = [report.number, one.place]
        text = one.text_in(report.language)
        version = one.versions.get(report.language)
        yield {
            "heading": heading_of(one, reader),
            "words": words_in(text),
            "suggested": sum(part.is_suggested for part in text),
            "version": version.number if version else 0,
            "edit": reverse("reporting:section", args=[*here, report.language]) if may_write else "",
            "versions": reverse("reporting:versions", args=[*here, report.language]),
            "languages": reverse("reporting:section-languages", args=here),
        }


PAGE = StepPage(REPORTS, "reporting/document.html", _context)

urlpatterns = [
    path("reports/documents/", documents, name="documents"),
    path("reports/documents/new/", document_new, name="document-new"),
    path("reports/documents/<int:document>/", document, name="document"),
    path("reports/documents/<int:document>/head/", document_head, name="document-head"),
    path("reports/documents/<int:document>/freeze/", document_freeze, name="document-freeze"),
]
