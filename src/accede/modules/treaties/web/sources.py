"""Where the record comes from: how far lists reach, each source, where sources differ, what is not known, checks."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.access.tabs import Tab
from accede.foundation.exports import Link
from accede.foundation.listings import LISTED, Listing, Option, ShownTable, answer, further, other_parameters
from accede.foundation.pages import NotHere, Suggestion, public_page
from accede.foundation.pages.parameters import shortened
from accede.foundation.texts import folded, nearest
from accede.modules.treaties.queries.taken_back import retractions_of_acts
from accede.modules.treaties.web.choices import instrument_options, state_names
from accede.modules.treaties.web.source_columns import (
    VERDICT_WORDS,
    check_columns,
    coverage_columns,
    disagreement_columns,
    gap_columns,
    report_columns,
    source_columns,
    source_link,
)
from accede.modules.treaties.words.consistency import Verdict, check_record
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.provenance import (
    coverage_of,
    disagreements_of,
    gap_line,
    reports_by_source,
    reports_from,
)

COVERAGE = "coverage"
SOURCES_A_PAGE = 40
"""Fewer than elsewhere: the table of coverage stands above them."""
PARTS = {
    "treaties:source-list": lazy("Coverage and sources"),
    "treaties:disagreement-list": lazy("Where sources differ"),
    "treaties:gap-list": lazy("What is not known"),
    "treaties:check-list": lazy("Checks"),
}


def parts(question: RegisterPageQuestion, current: str) -> list[Tab]:
    """Return the pages of this section."""
    return [Tab(str(label), question.here(name), name == current) for name, label in PARTS.items()]


@opens_to(PUBLIC)
@public_page
def source_list(request: HttpRequest) -> HttpResponseBase:
    """Show up to which day each instrument's parties are known, and every source."""
    question = RegisterPageQuestion(request, knows=("name", "authority", *LISTED, *further(COVERAGE), "coverage-name"))
    used = reports_by_source(question.register)
    listing = Listing(
        request, question, source_columns(question, lambda source: used[source.key]), per_page=SOURCES_A_PAGE
    )
    question.choice("table", (COVERAGE,))
    coverage = Listing(request, question, coverage_columns(question), table=COVERAGE)
    authorities = {source.authority: source.authority_words for source in question.register.sources.values()}
    name, authority = question.text("name"), question.choice("authority", authorities)
    title_wanted = question.text("coverage-name")
    question.done()
    covered = [
        line
        for line in coverage_of(question.register, question.language)
        if folded(title_wanted) in folded(f"{line.title} {line.instrument}")
    ]
    if chosen := coverage.format:
        words = _("Up to which day the parties are known")
        return coverage.file(coverage.ordered(covered), name="coverage", title=words, chosen=chosen)
    hits = question.register.finder.search(name, language=question.language)
    found = {hit.key for hit in hits if hit.kind == "source"}
    sources = [
        source
        for source in sorted(question.register.sources.values(), key=lambda s: (s.rank, s.title, s.key))
        if (not name or source.key in found) and (not authority or source.authority == authority)
    ]
    title = _("Sources")

    def page(table: ShownTable) -> HttpResponse:
        known = coverage.further(covered)
        context = {
            "title": title,
            "table": table,
            "retractions": [
                (retraction, question.here("treaties:source-detail", retraction.source))
                for retraction in retractions_of_acts(known_on=question.day_asked.known)
            ],
            "known": known,
            "coverage": [
                (
                    line,
                    question.here("treaties:instrument-detail", line.instrument),
                    source_link(question, line.complete_source),
                )
                for line in known.rows
            ],
            "coverage_name": title_wanted,
            "coverage_kept": other_parameters(request, "coverage-name"),
            "kept": other_parameters(request, "name", "authority"),
            "name": name,
            "filtered": bool(name or authority),
            "authority": authority,
            "authorities": [Option(key, words) for key, words in authorities.items()],
            "tabs": parts(question, "treaties:source-list"),
        }
        return render(request, "treaties/source_list.html", context)

    return answer(listing, sources, name="sources", title=title, page=page)


@opens_to(PUBLIC)
@public_page
def source_detail(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show a source: what it is, when it was read, and every report taken from it."""
    question = RegisterPageQuestion(request, knows=("instrument", *LISTED))
    register = question.register
    source = register.sources.get(key)
    if source is None:
        near = [
            Suggestion(register.sources[k].title, question.here("treaties:source-detail", k))
            for k in nearest(key[:100], register.sources)
        ]
        raise NotHere(_("“%(text)s” is the key of no source of this record.") % {"text": shortened(key)}, near)
    listing = Listing(request, question, report_columns(question))
    instruments = question.instruments([question.text("instrument")])
    question.done()
    rows = reports_from(register, key)
    shown = [row for row in rows if not instruments or row.instrument in instruments]

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "trail": [Link(_("Sources"), question.here("treaties:source-list")), Link(source.title, "")],
            "source": source,
            "table": table,
            "retractions": [
                (retraction, "") for retraction in retractions_of_acts(known_on=question.day_asked.known, source=key)
            ],
            "coverage": [
                (
                    covered,
                    question.instrument_title(covered.instrument),
                    question.here("treaties:instrument-detail", covered.instrument),
                )
                for covered in register.coverage
                if covered.source == key
            ],
            "instrument": instruments[0] if instruments else "",
            "instruments": [
                Option(k, question.instrument_title(k)) for k in dict.fromkeys(row.instrument for row in rows)
            ],
            "reports": len(rows),
        }
        return render(request, "treaties/source_detail.html", context)

    return answer(listing, shown, name=f"source-{key}", title=source.title, page=page)


@opens_to(PUBLIC)
@public_page
def disagreement_list(request: HttpRequest) -> HttpResponseBase:
    """List every fact on which sources differ, what is taken, and by which rule."""
    question = RegisterPageQuestion(request, knows=("state", "instrument", *LISTED))
    listing = Listing(request, question, disagreement_columns(question))
    states = question.states([question.text("state")])
    instruments = question.instruments([question.text("instrument")])
    question.done()
    rows = [
        line
        for line in disagreements_of(question.register, question.language)
        if (not states or line.state in states) and (not instruments or line.instrument in instruments)
    ]
    title = _("Where sources differ")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "table": table,
            "filtered": bool(states or instruments),
            "state": question.state_name(states[0]) if states else "",
            "instrument": instruments[0] if instruments else "",
            "instruments": instrument_options(question),
            "names": state_names(question),
            "tabs": parts(question, "treaties:disagreement-list"),
        }
        return render(request, "treaties/disagreement_list.html", context)

    return answer(listing, rows, name="disagreements", title=title, page=page)


@opens_to(PUBLIC)
@public_page
def gap_list(request: HttpRequest) -> HttpResponseBase:
    """List what the record is known not to know."""
    question = RegisterPageQuestion(request, knows=("instrument", "subject", *LISTED))
    listing = Listing(request, question, gap_columns(question))
    instruments = question.instruments([question.text("instrument")])
    lines = [gap_line(question.register, gap, question.language) for gap in question.register.gaps]
    subjects = {line.subject: line.words for line in lines}
    subject = question.choice("subject", subjects)
    question.done()
    rows = [
        line
        for line in sorted(lines, key=lambda line: line.number)
        if (not instruments or line.instrument in instruments) and (not subject or line.subject == subject)
    ]
    title = _("What is not known")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "table": table,
            "instrument": instruments[0] if instruments else "",
            "instruments": instrument_options(question),
            "filtered": bool(instruments or subject),
            "subject": subject,
            "subjects": [Option(key, words) for key, words in subjects.items()],
            "tabs": parts(question, "treaties:gap-list"),
        }
        return render(request, "treaties/gap_list.html", context)

    return answer(listing, rows, name="gaps", title=title, page=page)


@opens_to(PUBLIC)
@public_page
def check_list(request: HttpRequest) -> HttpResponseBase:
    """Hold the record against itself and against what its sources state."""
    question = RegisterPageQuestion(request, knows=("instrument", "verdict", *LISTED))
    listing = Listing(request, question, check_columns(question))
    instruments = question.instruments([question.text("instrument")])
    verdict = question.choice("verdict", [verdict.value for verdict in Verdict])
    question.done()
    rows = [
        check
        for check in check_record(question.register)
        if (not instruments or check.instrument in instruments) and (not verdict or check.verdict == verdict)
    ]
    title = _("Checks of the record")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "table": table,
            "instrument": instruments[0] if instruments else "",
            "instruments": instrument_options(question),
            "filtered": bool(instruments or verdict),
            "verdict": verdict,
            "verdicts": [Option(key.value, str(words)) for key, words in VERDICT_WORDS.items()],
            "tabs": parts(question, "treaties:check-list"),
        }
        return render(request, "treaties/check_list.html", context)

    return answer(listing, rows, name="checks", title=title, page=page)
