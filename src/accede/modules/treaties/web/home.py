"""Home: the world on a day, as a sentence, as tiles, as curves, and by the latest acts."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.charts import draw_segments
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, choice_filter, export_links, words_filter
from accede.foundation.pages import public_page
from accede.foundation.texts import format_day
from accede.modules.treaties.queries.acts import ActFilter, acts_by_day
from accede.modules.treaties.queries.curves import step_on
from accede.modules.treaties.web.curves import FIRST_DAY, curve_figure
from accede.modules.treaties.words.chronology import act_line
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.tiles import Fill, Tile, TileGroup, World, group_names, world_on

LATEST = 10
TILES, TABLE = "tiles", "table"
OF_THE_TABLE = ("sort", "name", "group")
"""What only the table can be asked: the tiles are always all of them."""
_CLASSES = {
    Fill.BOUND: "in-force",
    Fill.BEGUN: "begun",
    Fill.NOT_KNOWN: "not-known",
    Fill.NOT_PARTY_THEN: "not-party-then",
    Fill.NONE: "",
}


@dataclass(frozen=True, slots=True)
class ShownTile:
    """A tile as the page shows it: its code, what is said of it, where it leads, its picture."""

    code: str
    words: str
    address: str
    picture: SafeString


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of tiles."""

    key: str
    label: str
    tiles: tuple[ShownTile, ...]


@dataclass(frozen=True, slots=True)
class ShownCurve:
    """A small curve with the words below it."""

    number: int
    title: str
    address: str
    bound: int
    not_known: int
    not_party_then: int
    picture: SafeString


@dataclass(frozen=True, slots=True)
class TableRow:
    """A tile as a row of the table that says the same; the group by its key and its words."""

    key: str
    group: str
    tile: Tile


@opens_to(PUBLIC)
@public_page
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the world on a day: who is bound by what; the same as a table or a file."""
    question = RegisterPageQuestion(
        request, knows=("view", *(OF_THE_TABLE if request.GET.get("view") == TABLE else ()))
    )
    view = question.choice("view", (TILES, TABLE))
    listing = Listing(request, question, _columns(question), filters=_filters(question))
    question.done()
    register, as_at = question.register, question.day_asked
    world = world_on(register, on=as_at.on, language=question.language)
    rows = [TableRow(group.key, group.label, tile) for group in world.groups for tile in group.tiles]
    if question.format:
        title = _("Members and observers under the universal instruments against terrorism")
        return listing.file(listing.ordered(rows), name="world", title=title, chosen=question.format)
    lines = listing.ordered(rows) if view == TABLE else []
    acts = acts_by_day(register, ActFilter(until=as_at.on), on=as_at.on)[:LATEST]
    return render(
        request,
        "treaties/home.html",
        {
            "sentences": _sentences(question, world),
            "groups": [] if view == TABLE else [_shown(question, group) for group in world.groups],
            "rows": [(row, question.here("treaties:state-detail", row.tile.code)) for row in lines],
            "headings": [heading for heading in listing.headings() if heading.key != "code"],
            "filters": listing.form(rows, anchor="world"),
            "exports": export_links(request),
            "is_table": view == TABLE,
            "curves": [_curve(question, key) for key in register.instruments],
            "latest": [act_line(register, act, question.language) for act in acts],
            "first_act_day": FIRST_DAY,
        },
    )


def _sentences(question: RegisterPageQuestion, world: World) -> list[str]:
    """Say the position of the world in whole sentences, each number behind a colon."""
    if not question.register.instruments:
        return [_("No instrument is in this record yet.")]
    if not world.adopted:
        on = format_day(question.day_asked.on, question.language)
        return [_("On %(on)s none of the nineteen universal instruments had been adopted.") % {"on": on}]
    numbers = {
        "on": format_day(question.day_asked.on, question.language),
        "count": world.in_force,
        "members": world.members,
        "some": world.bound_by_some,
        "all": world.bound_by_all,
        "bound": world.pairs_bound,
        "not_known": world.pairs_not_known,
        "then": world.pairs_not_party_then,
        "nothing": world.pairs_not_known - world.pairs_not_party_then,
    }
    return [
        _("Universal instruments against terrorism in force on %(on)s: %(count)s of 19.") % numbers,
        _(
            "Members of the United Nations: %(members)s; known to be bound by at least one of the instruments: "
            "%(some)s; by all that are in force: %(all)s."
        )
        % numbers,
        _("Members’ participations, taken together: %(bound)s. Not known to this record: %(not_known)s.") % numbers,
        _(
            "Of those not known: no party on the day of the last list or statement, and not known since: %(then)s; "
            "nothing known at all: %(nothing)s."
        )
        % numbers,
    ]


def _shown(question: RegisterPageQuestion, group: TileGroup) -> ShownGroup:
    mirrored = bool(get_language_info(question.language)["bidi"])
    return ShownGroup(
        group.key,
        group.label,
        tuple(
            ShownTile(
                tile.code,
                _(
                    "%(code)s %(name)s – in force: %(bound)s, signed or consented: %(begun)s, not known: "
                    "%(not_known)s, of these no party on an earlier day: %(then)s"
                )
                % {
                    "code": tile.code,
                    "name": tile.name,
                    "bound": tile.bound,
                    "begun": tile.begun,
                    "not_known": tile.not_known,
                    "then": tile.not_party_then,
                },
                question.here("treaties:state-detail", tile.code),
                draw_segments([_CLASSES[fill] for fill in tile.fills], mirrored=mirrored),
            )
            for tile in group.tiles
        ),
    )


def _curve(question: RegisterPageQuestion, key: str) -> ShownCurve:
    facts = question.register.instruments[key]
    held = step_on(question.register.curves[key], question.day_asked.on)
    return ShownCurve(
        facts.core.number,
        facts.title(question.language).short,
        question.here("treaties:instrument-detail", key),
        held.bound,
        held.not_known,
        held.not_party_then,
        curve_figure(question, key),
    )


def _filters(question: RegisterPageQuestion) -> list[Filter[TableRow]]:
    return [
        words_filter(question, "name", _("Name or code"), lambda row: f"{row.tile.name} {row.tile.code}"),
        choice_filter(question, "group", _("Regional group"), group_names(), lambda row: row.key),
    ]


def _columns(question: RegisterPageQuestion) -> list[Field[TableRow]]:
    """The numbers are not sorted by: the record puts no State above another."""
    return [
        Field("code", _("Code"), lambda row: row.tile.code),
        Field(
            "name",
            _("State"),
            lambda row: Link(row.tile.name, question.here("treaties:state-detail", row.tile.code)),
            Kind.LINK,
            lambda row: question.register.states[row.tile.code].order(question.language),
        ),
        Field("group", _("Regional group"), lambda row: row.group, order=lambda row: row.group),
        Field("in_force", _("In force"), lambda row: row.tile.bound, Kind.NUMBER),
        Field("begun", _("Signed or consented"), lambda row: row.tile.begun, Kind.NUMBER),
        Field("not_known", _("Not known"), lambda row: row.tile.not_known, Kind.NUMBER),
        Field(
            "not_party_then", _("Of these no party on an earlier day"), lambda row: row.tile.not_party_then, Kind.NUMBER
        ),
    ]
