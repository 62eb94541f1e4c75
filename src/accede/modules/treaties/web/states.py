"""The list of States, and one State: where it stands under the nineteen, since when, and why."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.treaties.standing import Standing
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import (
    LISTED,
    Filter,
    Listing,
    Option,
    ShownTable,
    answer,
    choice_filter,
    day_order,
    export_links,
)
from accede.foundation.pages import public_page
from accede.foundation.texts import folded
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import StateFacts
from accede.modules.treaties.fields.codes import words_of_standings
from accede.modules.treaties.web.explaining import WhyStep, explained
from accede.modules.treaties.web.profiles import profile
from accede.modules.treaties.web.state_tables import OF_SEVERAL, PARAMETERS, StateTables
from accede.modules.treaties.web.time_lines import time_line
from accede.modules.treaties.words.chronology import acts_of
from accede.modules.treaties.words.joining import joining_of
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.standing_summary import summary_of
from accede.modules.treaties.words.standings import StandingLine, bound_count, standings_of
from accede.modules.treaties.words.state_parts import StateAsked, state_parts
from accede.modules.treaties.words.statements import StatementLine, statements_of

FORMER = "former"
FIRST_DAY = date(1963, 1, 1)
"""The year of the first of the nineteen: a State's time line begins here, or with the State where it is younger."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A row of a State's page: the standing, what it declared, and the way to everything on this pair."""

    line: StandingLine
    address: str
    why: tuple[WhyStep, ...]
    statements: tuple[StatementLine, ...]


@opens_to(PUBLIC)
@public_page
def state_list(request: HttpRequest) -> HttpResponseBase:
    """List the States and areas that exist on a day, in alphabetical order; former States where they are asked for."""
    question = RegisterPageQuestion(request, knows=("name", "group", "kind", *LISTED))
    listing = Listing(request, question, _state_columns(question))
    name, kind, groups = question.text("name"), question.kind(), question.groups(question.text("group"))
    question.done()
    on, register = question.day_asked.on, question.register
    named = {hit.key for hit in register.finder.search(name, language=question.language) if hit.kind == "state"}
    states = [
        facts
        for facts in sorted(register.states.values(), key=lambda facts: facts.order(question.language))
        if (on in facts.exists or kind == FORMER)
        and (not kind or facts.kind == kind)
        and (not groups or facts.group_on(on) in groups)
        and (not name or facts.code in named or folded(name) in folded(facts.name(question.language)))
    ]
    near = [] if states or not name else register.finder.near_states(name)
    kinds = {facts.kind: facts.kind_words for facts in register.states.values()}
    title = _("States and areas")

    def page(table: ShownTable) -> HttpResponse:
        return render(
            request,
            "treaties/state_list.html",
            {
                "title": title,
                "table": table,
                "name": name,
                "filtered": bool(name or kind or groups),
                "kind": kind,
                "group": groups[0] if groups else "",
                "kinds": [Option(key, words) for key, words in kinds.items()],
                "groups": [Option(key, str(words)) for key, words in GROUPS.items()],
                "near": [Link(question.state_name(c), question.here("treaties:state-detail", c)) for c in near],
            },
        )

    return answer(listing, states, name="states", title=title, page=page)


def _state_columns(question: RegisterPageQuestion) -> list[Field[StateFacts]]:
    on, language = question.day_asked.on, question.language

    def group(facts: StateFacts) -> str:
        key = facts.group_on(on)
        return str(GROUPS[key]) if key else ""

    return [
        Field(
            "name",
            _("State"),
            lambda facts: Link(facts.name(language), question.here("treaties:state-detail", facts.code)),
            Kind.LINK,
            lambda facts: facts.order(language),
        ),
        Field("code", _("Code"), lambda facts: facts.code, order=lambda facts: facts.code),
        Field("kind", _("Kind"), lambda facts: facts.kind_words, order=lambda facts: facts.kind_words),
        Field("group", _("Regional group"), group, order=group),
        Field(
            "in_force",
            _("Instruments in force"),
            lambda facts: bound_count(question.register, facts.code, on=on) if on in facts.exists else None,
            Kind.NUMBER,
        ),
    ]


@opens_to(PUBLIC)
@public_page
def state_detail(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show a State on a day: its standing under every instrument, its acts, what it declared, what joining takes."""
    question = RegisterPageQuestion(request, knows=("standing", "sort", *PARAMETERS, *OF_SEVERAL))
    state = question.state_at(code, lambda near: question.here("treaties:state-detail", near))
    if state != code:
        return to_canonical(request, reverse("treaties:state-detail", args=[state]))
    standing: Filter[StandingLine] = choice_filter(
        question, "standing", _("Standing"), words_of_standings(), lambda line: line.standing
    )
    listing = Listing(request, question, _standing_columns(question), filters=[standing])
    tables = StateTables(request, question)
    question.done()
    register, on, language = question.register, question.day_asked.on, question.language
    everything = standings_of(register, state, on=on, language=language)
    lines = listing.ordered(everything)
    shown = profile(question, state)
    title = _("Standing of %(state)s") % {"state": shown.name}
    if listing.format:
        return listing.file(lines, name=f"standing-{state}", title=title, chosen=listing.format)
    statements = statements_of(register, state, on=on, language=language)
    acts = acts_of(register, state, until=on, language=language)
    if file := tables.file(acts, statements, subject=shown.name, of=state):
        return file
    headings = {heading.key: heading for heading in listing.headings()}
    headings["act"] = replace(headings["act_on"], label=_("By which act"))
    return render(
        request,
        "treaties/state_detail.html",
        {
            "trail": [Link(_("States"), question.here("treaties:state-list")), Link(shown.name, "")],
            "state": shown,
            "beside": state_parts(StateAsked(state, shown.kind, shown.is_there, question.day_asked.query)),
            "bound": sum(line.is_bound for line in everything),
            "unknown": sum(line.standing == Standing.NOT_KNOWN for line in everything),
            "summary": [(group, [_record(question, line) for line in group.lines]) for group in summary_of(everything)],
            "headings": headings,
            "rows": [_standing_row(question, state, line, statements) for line in lines],
            "exports": export_links(request),
            "filters": listing.form(everything, anchor="standing"),
            "time_line": time_line(question, state, acts, first=max(shown.exists_from or FIRST_DAY, FIRST_DAY)),
            "picture": question.here("treaties:state-picture", state),
            "picture_words": _("Acts of %(state)s") % {"state": shown.name},
            **tables.shown(acts, statements),
            "joining": [
                (line, question.here("treaties:record-detail", state, line.instrument))
                for line in joining_of(register, state, on=on, language=language)
                if shown.is_there
            ],
        },
    )


def line_of_acts(question: RegisterPageQuestion, state: str) -> str:
    """Return the drawing of a State's acts up to the day of the page; nothing where none has a known day."""
    acts = acts_of(question.register, state, until=question.day_asked.on, language=question.language)
    first = max(question.register.states[state].exists.start or FIRST_DAY, FIRST_DAY)
    return time_line(question, state, acts, first=first)


def to_canonical(request: HttpRequest, address: str) -> HttpResponseRedirectBase:
    """Send a reader who wrote a code in another way to the one address of the page, with all that was asked."""
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{quote(query, safe='=&%+;,:@/?-._~')}" if query else address)


def _record(question: RegisterPageQuestion, line: StandingLine) -> Link:
    return Link(line.title, question.here("treaties:record-detail", line.state, line.instrument))


def _standing_columns(question: RegisterPageQuestion) -> list[Field[StandingLine]]:
    return [
        Field("instrument", _("Instrument"), lambda line: _record(question, line), Kind.LINK, lambda line: line.number),
        Field("key", _("Key"), lambda line: line.instrument),
        Field("standing", _("Standing"), lambda line: line.words, order=lambda line: line.words),
        Field("standing_code", _("Standing (code)"), lambda line: line.standing),
        Field("since", _("Since"), lambda line: line.since, Kind.DAY, lambda line: day_order(line.since)),
        Field("by", _("By act"), lambda line: line.by),
        Field("act_on", _("Day of the act"), lambda line: line.act_on, Kind.DAY, lambda line: day_order(line.act_on)),
        Field("signed_on", _("Signed on"), lambda line: line.signed_on, Kind.DAY),
        Field("known_until", _("Attested until"), lambda line: line.known_until, Kind.DAY),
        Field("not_party_on", _("Not a party on"), lambda line: line.not_party_on, Kind.DAY),
        Field("not_known_from", _("Not known from"), lambda line: line.not_known_from, Kind.DAY),
        Field("why", _("Why"), lambda line: line.why_in_full),
    ]


def _standing_row(
    question: RegisterPageQuestion, state: str, line: StandingLine, statements: tuple[StatementLine, ...]
) -> StandingRow:
    return StandingRow(
        line=line,
        address=question.here("treaties:record-detail", state, line.instrument),
        why=explained(question, line.why),
        statements=tuple(found for found in statements if found.instrument == line.instrument),
    )
