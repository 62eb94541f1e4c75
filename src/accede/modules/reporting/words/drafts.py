"""A drafted report as a document: what is suggested, missing or out of date is marked, and never printed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.core.reports.clearance import ReportState
from accede.core.reports.paragraphs import Paragraph, Standing
from accede.foundation.documents.tree import Document
from accede.foundation.documents.writing import DocumentFormat, written
from accede.foundation.texts import isolated
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.queries.drafted import Differing, made_report
from accede.modules.reporting.queries.drafts import Draft, SectionFacts
from accede.modules.reporting.services.translating import Taken
from accede.modules.reporting.words.figures import asked_in_words, faults_in_words, title_of, value_words
from accede.modules.reporting.words.reports import Head, address_of, html_file, report_document


def draft_document(draft: Draft, language: str, *, today: date, site: str = "") -> Document:
    """Return a report as it reads now."""
    report = draft.report
    head = Head(
        symbol=report.head.symbol,
        body=report.head.body,
        session=report.head.session,
        agenda_item=report.head.agenda_item,
        dated=report.head.dated,
        distribution=report.head.distribution,
        original=report.language,
        is_issued=report.stage == ReportState.ISSUED,
    )
    return report_document(made_report(draft, today=today, mark=_marked), head, language, site=site)


def printed(draft: Draft, language: str, at: datetime) -> Mapping[str, bytes]:
    """Return the files of a report in a language as it is issued at a moment, by their endings."""
    report = draft.report
    head = Head(
        symbol=report.head.symbol,
        body=report.head.body,
        session=report.head.session,
        agenda_item=report.head.agenda_item,
        dated=report.head.dated or at.date(),
        distribution=report.head.distribution,
        original=report.language,
        is_issued=True,
    )
    document = report_document(made_report(draft, today=at.date()), head, language)
    files = {one.value: written(document, one) for one in DocumentFormat}
    return {**files, "html": html_file(document, language)}


def heading_of(section: SectionFacts, language: str) -> str:
    """Return what a section is called in a language."""
    return section.heading_in(language) or pgettext("section", "Introduction")


def differing_words(one: Differing) -> tuple[str, str, str, str]:
    """Return of a figure that would differ now: its title, what it was asked with, in what it differs, its page."""
    unit = one.before.described.definition.unit
    asked = "; ".join(f"{label}: {words}" for label, words in asked_in_words(one.before.parameters))
    if one.reasons:
        differs = " ".join(faults_in_words(one.reasons))
    else:
        told = {"before": isolated(value_words(unit, one.before.told)), "after": isolated(value_words(unit, one.now))}
        differs = _("Told then: %(before)s; told now: %(after)s.") % told
    return title_of(one.before.described), asked, differs, address_of(one.before)


def taken_words(taken: Taken) -> str:
    """Say what came of a file that translators sent back."""
    words = _(
        "%(language)s: paragraphs taken: %(taken)s; as they stood already: %(same)s; not translated: %(untranslated)s."
    )
    told = {"language": LANGUAGES[taken.language], "taken": taken.taken, "same": taken.same}
    said = [words % {**told, "untranslated": taken.untranslated}]
    if taken.older:
        words = _("Of an original that changed since, and so still marked as out of date: %(count)s.")
        said.append(words % {"count": taken.older})
    if taken.gone:
        said.append(_("No longer in the report, and so left: %(count)s.") % {"count": taken.gone})
    return " ".join(said)


def _marked(language: str, paragraph: Paragraph, standing: Standing) -> str:
    del language  # the words are in the reader's
    marks = {
        Standing.MISSING: _("[Not translated yet]"),
        Standing.STALE: _("[Translation out of date]"),
        Standing.CURRENT: _("[Suggested, not accepted]") if paragraph.is_suggested else "",
    }
    mark = marks[standing]
    return f"{mark} {paragraph.text}" if mark else paragraph.text
