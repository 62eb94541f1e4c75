"""Everything on one State under one instrument, and one act with all that sources report of it."""

from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, choice_filter, day_order, export_links, further, words_filter
from accede.foundation.pages import NotHere, public_page
from accede.foundation.pages.parameters import shortened
from accede.modules.treaties.fields.codes import words_of_standings
from accede.modules.treaties.queries.taken_back import Retraction, retractions_of_acts
from accede.modules.treaties.web.explaining import explained
from accede.modules.treaties.web.profiles import profile
from accede.modules.treaties.web.state_tables import PARAMETERS, StateTables
from accede.modules.treaties.web.states import to_canonical
from accede.modules.treaties.web.time_lines import time_line
from accede.modules.treaties.words.chronology import ActLine, ChangeLine, act_line, acts_of, changes_of
from accede.modules.treaties.words.joining import joining_of
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.provenance import ReportLine, disagreement_line, report_line, reports_of
from accede.modules.treaties.words.standings import standing_line
from accede.modules.treaties.words.statements import statements_of

CHANGES = "changes"
KNOWS = ("sort", "source", *PARAMETERS, *further(CHANGES), "changes-standing")


@opens_to(PUBLIC)
@public_page
def record_detail(request: HttpRequest, code: str, key: str) -> HttpResponseBase:
    """Show everything about one State under one instrument."""
    question = RegisterPageQuestion(request, knows=KNOWS)
    state = question.state_at(code, lambda near: question.here("treaties:record-detail", near, key))
    instrument = question.instrument_at(key, lambda near: question.here("treaties:record-detail", state, near))
    if (state, instrument) != (code, key):
        return to_canonical(request, reverse("treaties:record-detail", args=[state, instrument]))
    listing = Listing(request, question, _report_columns(), filters=_report_filters(question))
    tables = StateTables(request, question, one=True, beside=(CHANGES,))
    changes = Listing(request, question, _change_columns(), table=CHANGES, filters=_change_filters(question))
    question.done()
    register, on, language = question.register, question.day_asked.on, question.language
    everything = reports_of(register, instrument, state)
    reports = listing.ordered(everything)
    shown, title = profile(question, state), question.instrument_title(instrument)
    if listing.format:
        name = _("Reports on %(state)s under %(instrument)s") % {"state": shown.name, "instrument": title}
        return listing.file(reports, name=f"record-{state}-{instrument}", title=name, chosen=listing.format)
    standing = standing_line(register, instrument, state, on=on, language=language)
    acts = acts_of(register, state, until=on, language=language, instrument=instrument)
    statements = statements_of(register, state, on=on, language=language, instruments=[instrument])
    if file := tables.file(acts, statements, subject=f"{shown.name}, {title}", of=f"{state}-{instrument}"):
        return file
    changed = changes_of(register, instrument, state)
    if changes.format:
        name = _("How the standing changed: %(state)s, %(instrument)s") % {"state": shown.name, "instrument": title}
        rows = changes.ordered(changed)
        return changes.file(rows, name=f"changes-{state}-{instrument}", title=name, chosen=changes.format)
    joining = joining_of(register, state, on=on, language=language) if shown.is_there else ()
    return render(
        request,
        "treaties/record_detail.html",
        {
            "trail": _trail(question, Link(shown.name, question.here("treaties:state-detail", state)), title),
            "state": shown,
            "state_address": question.here("treaties:state-detail", state),
            "instrument": instrument,
            "instrument_title": title,
            "full_title": register.instruments[instrument].title(language).full,
            "standing": standing,
            "why": explained(question, standing.why),
            "headings": {heading.key: heading for heading in listing.headings()},
            "reports": reports,
            "filters": listing.form(everything, anchor="reports"),
            "disagreements": [
                disagreement_line(register, found, language)
                for found in register.disagreements.get((instrument, state), ())
            ],
            **tables.shown(acts, statements),
            "retractions": _retractions(question, instrument, state),
            "changes": changes.further(changed),
            "time_line": time_line(question, state, acts, first=register.instruments[instrument].core.adopted_on),
            "joining": [
                (line, question.here("treaties:record-detail", state, line.instrument))
                for line in joining
                if line.instrument == instrument
            ],
            "exports": export_links(request),
        },
    )


def _retractions(question: RegisterPageQuestion, instrument: str, state: str) -> list[tuple[Retraction, str]]:
    """Return the reports that were taken back, each with the address of its source."""
    found = retractions_of_acts(known_on=question.day_asked.known, instrument=instrument, state=state)
    return [(retraction, question.here("treaties:source-detail", retraction.source)) for retraction in found]


@opens_to(PUBLIC)
@public_page
def act_detail(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show one act, by its key or by the key of any report of it, with what every source says."""
    question = RegisterPageQuestion(request, knows=("sort", "source"))
    listing = Listing(request, question, _report_columns(), filters=_report_filters(question))
    question.done()
    register, language = question.register, question.language
    act = next((act for act in register.settled.acts if key == act.key or key in act.reports), None)
    if act is None:
        raise NotHere(_("“%(text)s” is the key of no act of this record.") % {"text": shortened(key)})
    line = act_line(register, act, language)
    everything = [report_line(register, report, act=act.key) for report in act.reports]
    reports = listing.ordered(everything)
    if question.format:
        return listing.file(reports, name=f"act-{act.key}", title=_title(line), chosen=question.format)
    return render(
        request,
        "treaties/act_detail.html",
        {
            "title": _title(line),
            "trail": [
                Link(line.state_name, question.here("treaties:state-detail", act.state)),
                Link(line.title, question.here("treaties:record-detail", act.state, act.instrument)),
                Link(line.words, ""),
            ],
            "act": line,
            "state_address": question.here("treaties:state-detail", act.state),
            "record_address": question.here("treaties:record-detail", act.state, act.instrument),
            "headings": {heading.key: heading for heading in listing.headings()},
            "reports": reports,
            "filters": listing.form(everything, anchor="reports"),
            "disagreements": [
                disagreement_line(register, found, language)
                for found in register.disagreements.get((act.instrument, act.state), ())
                if found.act == act.key
            ],
            "exports": export_links(request),
        },
    )


def _title(line: ActLine) -> str:
    return _("%(act)s: %(state)s, %(instrument)s") % {
        "act": line.words,
        "state": line.state_name,
        "instrument": line.title,
    }


def _trail(question: RegisterPageQuestion, state: Link, title: str) -> list[Link]:
    return [Link(_("States"), question.here("treaties:state-list")), state, Link(title, "")]


def _change_filters(question: RegisterPageQuestion) -> list[Filter[ChangeLine]]:
    return [
        choice_filter(question, "changes-standing", _("Standing"), words_of_standings(), lambda line: line.standing)
    ]


def _report_filters(question: RegisterPageQuestion) -> list[Filter[ReportLine]]:
    return [words_filter(question, "source", _("Source"), lambda line: f"{line.source.title} {line.source.key}")]


def _change_columns() -> list[Field[ChangeLine]]:
    return [
        Field("from", _("From"), lambda line: line.starts_on, Kind.DAY, lambda line: line.starts_on or date.min),
        Field("standing", _("Standing"), lambda line: line.words, order=lambda line: line.words),
        Field("code", _("Standing (code)"), lambda line: line.standing, in_files_only=True),
    ]


def _report_columns() -> list[Field[ReportLine]]:
    return [
        Field("source", _("Source"), lambda line: line.source.title, order=lambda line: line.source.title),
        Field("source_key", _("Key of the source"), lambda line: line.source.key),
        Field("locator", _("Where to find it"), lambda line: line.source.locator),
        Field("kind", _("Act"), lambda line: line.kind, order=lambda line: line.kind),
        Field("on", _("Day of the act"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Field("in_force_on", _("In force on"), lambda line: line.in_force_on, Kind.DAY),
        Field("effective_on", _("Effective from"), lambda line: line.effective_on, Kind.DAY),
        Field(
            "attested_on",
            _("Day of the source"),
            lambda line: line.attested_on,
            Kind.DAY,
            lambda line: line.attested_on,
        ),
        Field("known_on", _("Known since"), lambda line: line.known_on, Kind.DAY),
        Field("subject", _("About"), lambda line: line.subject),
        Field("depositary", _("Depositary"), lambda line: line.depositary),
        Field("note", _("Note"), lambda line: line.note, language="en"),
        Field("leads", _("Leads"), lambda line: line.leads, Kind.YES_OR_NO),
    ]
