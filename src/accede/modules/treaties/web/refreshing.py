"""Bring the record up to date from the depositaries' own lists: how old each is, and the page that takes a new one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import ALL, Refused, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.listings import LISTED, Listing, ShownTable, answer, day_order
from accede.foundation.pages.parameters import takes
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.import_columns import TEMPLATE
from accede.modules.treaties.services.import_headings import ACT_HEADINGS
from accede.modules.treaties.services.refreshing import WORDS, Saved, bring_list, check_list
from accede.modules.treaties.web.source_columns import source_link
from accede.modules.treaties.words.depositary_lists import ListLine, day_words, list_lines
from accede.modules.treaties.words.page_question import RegisterPageQuestion


@opens_to(ACTS_IMPORT)
def refresh_list(request: HttpRequest) -> HttpResponseBase:
    """Show where each depositary's list is found and how old what we have is, what is older than a year first."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    question = RegisterPageQuestion(request, knows=LISTED)
    listing = Listing(request, question, _columns(question))
    question.done()
    title = _("Bring the record up to date")

    def page(table: ShownTable) -> HttpResponse:
        return render(request, "treaties/refresh_list.html", {"title": title, "table": table})

    lines = list_lines(question.register, on=question.day_asked.on, language=question.language)
    return answer(listing, lines, name="depositary-lists", title=title, page=page)


def _columns(question: RegisterPageQuestion) -> list[Field[ListLine]]:
    def instrument(line: ListLine) -> Link:
        return Link(line.name, reverse("treaties:refresh-detail", args=[line.instrument]))

    def whole_source(line: ListLine) -> Link | None:
        return source_link(question, question.register.sources.get(line.whole_source))

    def whole_on(line: ListLine) -> tuple[bool, date]:
        return day_order(line.whole_on)

    def heard_on(line: ListLine) -> tuple[bool, date]:
        return day_order(line.heard_on)

    return [
        Field("instrument", _("Instrument"), instrument, Kind.LINK, lambda line: line.name),
        Field("older", _("Older than a year"), lambda line: line.is_old, Kind.YES_OR_NO, lambda line: line.is_old),
        Field("whole_on", _("Whole list of"), lambda line: line.whole_on, Kind.DAY, whole_on),
        Field("listed_by", _("Listed by"), whole_source, Kind.LINK),
        Field("heard_on", _("Latest word of any source"), lambda line: line.heard_on, Kind.DAY, heard_on),
        Field("list", _("The depositary’s list"), lambda line: line.how, may_break=True),
    ]


@opens_to(ACTS_IMPORT)
@takes()
def refresh_detail(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form for one instrument, what its list would change, or propose it to a second person."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    register, language = current_register(), get_language() or "en"
    if key not in register.instruments:
        raise Refused
    lines = list_lines(register, on=clock.today(), language=language)
    line = next(one for one in lines if one.instrument == key)
    page = replace(
        PAGE,
        wording=partial(_wording, line),
        fixed={"instrument": key},
        more={
            "line": line,
            "whole_on": day_words(line.whole_on, language),
            "heard_on": day_words(line.heard_on, language),
            "proposes": True,
        },
    )
    return page.answer(request)


def _wording(line: ListLine) -> Wording:
    return Wording(
        title=_("Bring up to date: %(instrument)s") % {"instrument": line.name},
        lede=_("The depositary’s own list of parties, as you saved it from its site. A second person confirms it."),
        columns=_("as the depositary heads them"),
        fields=[
            SaidField(
                "day",
                _("The day on which the list stood"),
                _("Blank: the list says it. Where it does not, the day on which you saved it."),
                kind="date",
            ),
            SaidField(
                "parties",
                _("Number of parties that the depositary states"),
                _("Blank: the list states it. If as many are read, the list says who was not a party."),
            ),
        ],
        authorities=(),
        authority="",
    )


def _saved(brought: Brought) -> Saved:
    said: Mapping[str, str] = brought.said
    return Saved(
        brought.path,
        said["instrument"],
        said.get("day", ""),
        said.get("parties", ""),
        brought.day_order,
        brought.options,
    )


def _check(brought: Brought, bringing: Bringing) -> Outcome:
    return check_list(_saved(brought), bringing=bringing)


def _carry_out(brought: Brought, bringing: Bringing) -> Outcome:
    return bring_list(_saved(brought), bringing=bringing, good_rows=brought.good_rows)


PAGE = ImportPage(
    key="treaties.refresh",
    words=WORDS,
    wording=lambda: Wording("", "", "", (), (), ""),
    check=_check,
    carry_out=_carry_out,
    onwards=lambda: reverse("treaties:refresh-list"),
    waiting=lambda number: reverse("treaties:proposed-detail", args=[number]),
    columns=(*TEMPLATE, *ACT_HEADINGS),
    form="treaties/refresh.html",
)
