"""States side by side, on one day or on two with the difference."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, day_order, export_links, words_filter
from accede.foundation.pages import public_page
from accede.modules.treaties.web.choices import state_names
from accede.modules.treaties.words.comparing import MOST_STATES, ComparedCell, ComparedRow, compared
from accede.modules.treaties.words.page_question import RegisterPageQuestion

MOST_NARROW = 4
"""Columns of more States than this scroll sideways inside their own box."""
FIELDS = 3
"""How many further States the form takes at once."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One State under one instrument, and the way to everything on the two."""

    cell: ComparedCell
    state: str
    address: str


@opens_to(PUBLIC)
@public_page
def compare(request: HttpRequest) -> HttpResponseBase:
    """Put the States that the address names side by side; without any, the form alone."""
    question = RegisterPageQuestion(request, knows=("state", "and", "only", "sort", "instrument"))
    states = question.states(request.GET.getlist("state"))
    named: Filter[ComparedRow] = words_filter(
        question, "instrument", _("Instrument"), lambda row: f"{row.title} {row.instrument}"
    )
    listing = Listing(request, question, _orders(question, states), filters=[named])
    second_day = question.day(question.text("and"))
    only = question.choice("only", ["changed"])
    if len(states) > MOST_STATES:
        question.problems.append(_("At most %(most)s States can stand side by side.") % {"most": MOST_STATES})
    question.done()
    register, language = question.register, question.language
    rows = compared(register, states, on=question.day_asked.on, second_day=second_day, language=language)
    rows = tuple(row for row in rows if row.differs or not (only and second_day)) if states else ()
    rows = tuple(listing.ordered(rows))
    if question.format:
        # A row for each State under each instrument, in the order of the table: other columns than the page’s.
        cells = [cell for row in rows for cell in row.cells]
        file = Listing(request, question, _columns(question), table="cells")
        return file.file(cells, name="comparison", title=_("States side by side"), chosen=question.format)
    return render(
        request,
        "treaties/compare.html",
        {
            "heading": listing.headings()[0],
            "states": [
                (
                    code,
                    Link(question.state_name(code), question.here("treaties:state-detail", code)),
                    _without(request, code, states),
                    heading,
                )
                for code, heading in zip(states, listing.headings()[1:], strict=True)
            ],
            "rows": [
                (row, [_shown(question, code, cell) for code, cell in zip(states, row.cells, strict=True)])
                for row in rows
            ],
            "second_day": second_day,
            "second": second_day.isoformat() if second_day else "",
            "only": only,
            "sort": listing.sort,
            "instrument": named.value,
            "wide": len(states) > MOST_NARROW,
            "changed": sum(cell.differs for row in rows for cell in row.cells),
            "names": state_names(question),
            "may_add": len(states) < MOST_STATES,
            "places": range(min(FIELDS, MOST_STATES - len(states))),
            "most": MOST_STATES,
            "exports": export_links(request),
        },
    )


def _shown(question: RegisterPageQuestion, code: str, cell: ComparedCell) -> ShownCell:
    address = question.here("treaties:record-detail", code, cell.first.instrument)
    return ShownCell(cell, question.state_name(code), address)


def _without(request: HttpRequest, code: str, states: list[str]) -> str:
    query = request.GET.copy()
    query.setlist("state", [other for other in states if other != code])
    if query.get("sort", "").removeprefix("-") == code:
        del query["sort"]
    return f"{request.path}?{query.urlencode()}"


def _orders(question: RegisterPageQuestion, states: list[str]) -> list[Field[ComparedRow]]:
    """Return what the rows can be sorted by: by the order of adoption, and by since when each State stands so."""

    def since(place: int) -> Field[ComparedRow]:
        return Field(
            states[place],
            question.state_name(states[place]),
            lambda row: row.cells[place].first.words,
            order=lambda row: day_order(row.cells[place].first.since),
        )

    numbers = {key: facts.core.number for key, facts in question.register.instruments.items()}
    by_number: Field[ComparedRow] = Field(
        "instrument", _("Instrument"), lambda row: row.title, order=lambda row: numbers[row.instrument]
    )
    return [by_number, *(since(place) for place in range(len(states)))]


def _columns(question: RegisterPageQuestion) -> list[Field[ComparedCell]]:
    """Return the columns of the file: one row for each State under each instrument."""
    return [
        Field("instrument", _("Key"), lambda cell: cell.first.instrument),
        Field("title", _("Instrument"), lambda cell: cell.first.title),
        Field("state", _("Code"), lambda cell: cell.first.state),
        Field("name", _("State"), lambda cell: question.state_name(cell.first.state)),
        Field("standing", _("Standing"), lambda cell: cell.first.words),
        Field("since", _("Since"), lambda cell: cell.first.since, Kind.DAY),
        Field("known_until", _("Attested until"), lambda cell: cell.first.known_until, Kind.DAY),
        Field("not_party_on", _("Not a party on"), lambda cell: cell.first.not_party_on, Kind.DAY),
        Field("not_known_from", _("Not known from"), lambda cell: cell.first.not_known_from, Kind.DAY),
        Field("second_standing", _("Standing on the second day"), _second_words),
        Field(
            "second_since",
            _("Since, on the second day"),
            _second_since,
            Kind.DAY,
        ),
        Field("differs", _("Differs"), lambda cell: cell.differs if cell.second else None, Kind.YES_OR_NO),
    ]


def _second_words(cell: ComparedCell) -> str | None:
    return cell.second.words if cell.second else None


def _second_since(cell: ComparedCell) -> date | None:
    return cell.second.since if cell.second else None
