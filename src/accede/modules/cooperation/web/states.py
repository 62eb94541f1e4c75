"""States of the network, and one State's partners for every offence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Effect
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.charts import Words, draw_grid
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import LISTED, Listing, Option, ShownTable, answer, export_links
from accede.foundation.pages import page_of, public_page
from accede.foundation.texts import folded
from accede.modules.cooperation.fields.codes import effect_words, purpose_words
from accede.modules.cooperation.queries.networks import (
    Cell,
    Partner,
    is_sure,
    partners_for_some,
    partners_of,
)
from accede.modules.cooperation.web.effects import effect_key, mark_key, mark_of
from accede.modules.cooperation.web.finder import addresses
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion, defining_options, purpose_options
from accede.modules.cooperation.words.groups import OffenceGroup
from accede.modules.cooperation.words.short_words import short_words
from accede.modules.cooperation.words.speaker import CooperationSpeaker
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import StateFacts

PER_PAGE = 40
ASKS, ASKED = "requesting", "requested"
SHOWN = ("all", "sure", "blind")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: its effect in a word, in a sentence for those who do not see the column, and where it leads."""

    effect: str
    short: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownPartner:
    """A row of the matrix."""

    code: str
    name: str
    address: str
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which partners and offences the address asks for."""

    asks: bool
    name: str
    groups: tuple[str, ...]
    instrument: str
    shown: str

    @property
    def is_filtered(self) -> bool:
        """Whether something is left out."""
        return bool(self.name or self.groups or self.instrument or self.shown)


@opens_to(PUBLIC)
@public_page
def state_list(request: HttpRequest) -> HttpResponseBase:
    """List the States of the network in alphabetical order, with how many partners each of them has."""
    question = CooperationPageQuestion(request, knows=("name", "group", "purpose", *LISTED))
    listing = Listing(request, question, _state_columns(question))
    name, groups = question.text("name"), question.groups(question.text("group"))
    question.done()
    on, states = question.day_asked.on, question.register.states
    rows = [
        states[code]
        for code in partners_for_some(question.snapshot, on, question.purpose)
        if (not groups or states[code].group_on(on) in groups)
        and (not name or folded(name) in folded(states[code].name(question.language)))
    ]
    rows.sort(key=lambda facts: facts.order(question.language))
    title = _("States and their partners")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "tabs": parts(question, "state-list"),
            "table": table,
            "name": name,
            "group": groups[0] if groups else "",
            "groups": [Option(key, str(words)) for key, words in GROUPS.items()],
            "purpose": question.purpose.value,
            "purposes": purpose_options(),
            "is_filtered": bool(name or groups),
        }
        return render(request, "cooperation/state_list.html", context)

    return answer(listing, rows, name="partners", title=title, page=page)


def _state_columns(question: CooperationPageQuestion) -> list[Field[StateFacts]]:
    """The numbers are not sorted by: the record puts no State above another."""
    on, purpose, language = question.day_asked.on, question.purpose, question.language
    some = partners_for_some(question.snapshot, on, purpose)

    def group(facts: StateFacts) -> str:
        key = facts.group_on(on)
        return str(GROUPS[key]) if key else ""

    return [
        Field(
            "name",
            _("State"),
            lambda facts: Link(facts.name(language), _matrix_address(question, facts.code)),
            Kind.LINK,
            lambda facts: facts.order(language),
        ),
        Field("code", _("Code"), lambda facts: facts.code),
        Field("group", _("Regional group"), group, order=group),
        Field(
            "partners",
            _("Partners with a basis for at least one offence"),
            lambda facts: some[facts.code],
            Kind.NUMBER,
        ),
    ]


def _matrix_address(question: CooperationPageQuestion, code: str) -> str:
    address = question.here("cooperation:state-detail", code)
    if question.text("purpose"):
        address += f"{'&' if '?' in address else '?'}purpose={question.purpose.value}"
    return address


@opens_to(PUBLIC)
@public_page
def state_detail(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show a State's partners for every offence: whom it can ask, or who can ask it, on which strongest basis."""
    question = CooperationPageQuestion(
        request, knows=("name", "group", "instrument", "shown", "as", "purpose", *LISTED)
    )
    state = question.state_at(code, lambda near: question.here("cooperation:state-detail", near))
    if state != code:
        return redirect(reverse("cooperation:state-detail", args=[state]))
    question.network_state(state)
    wanted = _wanted(question)
    groups = question.groups_shown(wanted.instrument)
    listing = Listing(request, question, _matrix_columns(question, groups))
    question.done()
    everybody = partners_of(
        question.snapshot,
        state,
        question.day_asked.on,
        purpose=question.purpose,
        codes=[group.code for group in groups],
        asks=wanted.asks,
    )
    rows = listing.ordered(_filtered(question, everybody, wanted))
    name = question.state_name(state)
    if question.format:
        return listing.file(
            rows, name=f"partners-{state}", title=_title(question, name, wanted), chosen=question.format
        )
    page = page_of(rows, request=request, per_page=PER_PAGE)
    context = {
        "title": _title(question, name, wanted),
        "tabs": parts(question, "state-list"),
        "trail": [Link(_("States"), question.here("cooperation:state-list")), Link(name, "")],
        "state": Link(name, question.here("treaties:state-detail", state)),
        "plan": question.here("cooperation:state-plan", state),
        "groups": groups,
        "heading": listing.headings()[0],
        "rows": _shown(question, state, page.items, groups, wanted),
        "page": page,
        "key": effect_key(question.purpose),
        "marks": mark_key(),
        "picture": _picture(question, name, rows, groups) if not wanted.is_filtered else "",
        "exports": export_links(request),
        **_form(question, wanted),
    }
    return render(request, "cooperation/state_detail.html", context)


def _wanted(question: CooperationPageQuestion) -> Wanted:
    instruments = question.instruments([question.text("instrument")])
    return Wanted(
        asks=question.choice("as", (ASKS, ASKED)) != ASKED,
        name=question.text("name"),
        groups=tuple(question.groups(question.text("group"))),
        instrument=instruments[0] if instruments else "",
        shown=question.choice("shown", SHOWN),
    )


def _filtered(question: CooperationPageQuestion, partners: Sequence[Partner], wanted: Wanted) -> list[Partner]:
    states, on = question.register.states, question.day_asked.on
    tests = {"sure": lambda p: p.sure == len(p.cells), "blind": lambda p: p.sure < len(p.cells)}
    found = [
        partner
        for partner in partners
        if (not wanted.groups or states[partner.state].group_on(on) in wanted.groups)
        and (not wanted.name or folded(wanted.name) in folded(states[partner.state].name(question.language)))
        and (wanted.shown not in tests or tests[wanted.shown](partner))
    ]
    return sorted(found, key=lambda partner: states[partner.state].order(question.language))


def _title(question: CooperationPageQuestion, name: str, wanted: Wanted) -> str:
    words = _("%(purpose)s: whom %(state)s can ask") if wanted.asks else _("%(purpose)s: who can ask %(state)s")
    return words % {"purpose": purpose_words(question.purpose), "state": name}


def _matrix_columns(question: CooperationPageQuestion, groups: Sequence[OffenceGroup]) -> list[Field[Partner]]:
    states, language = question.register.states, question.language

    def words_of(number: int) -> Field[Partner]:
        group = groups[number]
        return Field(group.code, group.label, lambda partner: short_words(partner.cells[number].effect))

    return [
        Field(
            "name",
            _("Partner"),
            lambda partner: Link(
                states[partner.state].name(language), question.here("cooperation:state-detail", partner.state)
            ),
            Kind.LINK,
            lambda partner: states[partner.state].order(language),
        ),
        Field("code", _("Code"), lambda partner: partner.state),
        *(words_of(number) for number in range(len(groups))),
    ]


def _shown(
    question: CooperationPageQuestion,
    state: str,
    partners: Sequence[Partner],
    groups: Sequence[OffenceGroup],
    wanted: Wanted,
) -> list[ShownPartner]:
    """Return partners as the page shows them; what many cells have in common is put into words once."""
    cell_words = cache(partial(_cell_words, question.speaker))
    address = addresses(question)
    short = {effect: short_words(effect) for effect in Effect}

    def shown(partner: Partner) -> ShownPartner:
        name = question.state_name(partner.state)
        pair = (state, partner.state) if wanted.asks else (partner.state, state)
        cells = tuple(
            ShownCell(
                cell.effect.value,
                short[cell.effect],
                f"{name}, {group.label}: {cell_words(cell)}",
                address(*pair, group.code),
            )
            for cell, group in zip(partner.cells, groups, strict=True)
        )
        return ShownPartner(partner.state, name, question.here("cooperation:state-detail", partner.state), cells)

    return [shown(partner) for partner in partners]


def _cell_words(speaker: CooperationSpeaker, cell: Cell) -> str:
    by = speaker.treaty(cell.by) if cell.by and cell.by != "treaty" and is_sure(cell.effect) else ""
    return f"{effect_words(cell.effect)} ({by})" if by else effect_words(cell.effect)


def _picture(
    question: CooperationPageQuestion, name: str, partners: Sequence[Partner], groups: Sequence[OffenceGroup]
) -> SafeString:
    """Draw all partners at once: a row for each, a column for each group, as wide as it has offences."""
    rows = [
        [
            mark
            for cell, group in zip(partner.cells, groups, strict=True)
            for mark in [mark_of(cell.effect)] * group.size
        ]
        for partner in partners
    ]
    words = Words(
        "partners",
        title=_("Partners of %(state)s") % {"state": name},
        description=_("A row for each partner in alphabetical order, a column for each offence of the catalogue."),
    )
    mirrored = bool(get_language_info(question.language)["bidi"])
    return draw_grid(rows, words, mirrored=mirrored)


def _form(question: CooperationPageQuestion, wanted: Wanted) -> dict[str, object]:
    return {
        "as": ASKS if wanted.asks else ASKED,
        "sides": [Option(ASKS, _("It asks others")), Option(ASKED, _("Others ask it"))],
        "name": wanted.name,
        "group": wanted.groups[0] if wanted.groups else "",
        "regions": [Option(key, str(words)) for key, words in GROUPS.items()],
        "instrument": wanted.instrument,
        "instruments": defining_options(question),
        "shown": wanted.shown,
        "shown_options": [
            Option("sure", _("A basis for every offence shown")),
            Option("blind", _("No sure basis for some offence shown")),
        ],
        "purpose": question.purpose.value,
        "purposes": purpose_options(),
        "is_filtered": wanted.is_filtered,
    }
