"""Pages of mandates: the list, and one mandate with its text beside its duties."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.core.mandates.cutting.structure import Apart, Kind, Part
from accede.foundation import exports
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Link
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, Option, day_order, export_links, other_parameters
from accede.foundation.pages import page_of, public_page
from accede.modules.mandates.fields.codes import (
    ADOPTIONS,
    FIELDS,
    GATES,
    GENRES,
    ORGANS,
    SECTIONS,
    STANDINGS,
    VERDICTS,
    WHYS,
    Words,
    in_words,
    remark_in_words,
)
from accede.modules.mandates.queries.adoptions import NOT_RECORDED
from accede.modules.mandates.queries.corrections import codes_of
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import (
    MandateLine,
    ParagraphLine,
    Wanted,
    division_titles,
    followed,
    mandate_lines,
    organs_and_series,
    paragraphs_of,
    series_of,
)
from accede.modules.mandates.queries.rereading import read_again
from accede.modules.mandates.web.question import MandatePageQuestion, tabs, trail
from accede.modules.mandates.web.showing import ShownDuty, duty_columns, part_words, shown_duty
from accede.modules.mandates.words.citing import cited_in_words


@dataclass(frozen=True, slots=True)
class ShownMandate:
    """A mandate in the list."""

    line: MandateLine
    address: str
    organ: str
    standing: str
    has_text: bool


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph beside the duties that it makes."""

    line: ParagraphLine
    label: str
    rest: str
    conditions: tuple[str, ...]
    duties: tuple[ShownDuty, ...]
    anchor: str
    corrections: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the text with its heading: of a resolution in parts, its annex; no heading where there is one only."""

    heading: str
    paragraphs: tuple[ShownParagraph, ...]


@opens_to(PUBLIC)
@public_page
def mandate_list(request: HttpRequest) -> HttpResponseBase:
    """Show the mandates, by words, organ and series."""
    question = MandatePageQuestion(request, knows=(*_FILTERS, "sort"))
    listing = Listing(request, question, _columns())
    organs, series = organs_and_series()
    wanted = Wanted(
        words=question.text("words")[:200],
        organ=question.choice("organ", organs),
        series=question.choice("series", series),
        standing=question.choice("standing", list(STANDINGS)),
        topic=question.choice("topic", list(SECTIONS)),
        entity=question.text("entity")[:200],
        verdict=question.choice("verdict", list(VERDICTS)),
    )
    question.done()
    lines = listing.ordered(mandate_lines(wanted))
    title = _("Mandates")
    if question.format:
        return listing.file(lines, name="mandates", title=title, chosen=question.format)
    page = page_of(lines, request=request)
    context = {
        "title": title,
        "page": page,
        "rows": [_shown(question, line) for line in page.items],
        "exports": export_links(request),
        "wanted": wanted,
        "standings": _options(STANDINGS),
        "topics": _options(SECTIONS),
        "verdicts": _options(VERDICTS),
        "organs": [Option(one, in_words(ORGANS, one)) for one in organs],
        "all_series": [Option(one, one) for one in series],
        "filtered": wanted != Wanted(),
        "kept": other_parameters(request, *_FILTERS),
        "headings": {heading.key: heading for heading in listing.headings()},
    }
    return render(request, "mandates/mandate_list.html", context)


_FILTERS = ("words", "organ", "series", "standing", "topic", "entity", "verdict")


def _options(words: Words) -> list[Option]:
    return [Option(code, str(text)) for code, text in words.items()]


def _shown(question: MandatePageQuestion, line: MandateLine) -> ShownMandate:
    return ShownMandate(
        line,
        question.here("mandates:mandate-detail", line.reference),
        in_words(ORGANS, line.organ),
        in_words(STANDINGS, line.standing),
        line.imported_id is not None,
    )


def _columns() -> list[Field[MandateLine]]:
    def organ(line: MandateLine) -> str:
        return in_words(ORGANS, line.organ)

    def standing(line: MandateLine) -> str:
        return in_words(STANDINGS, line.standing)

    def has_text(line: MandateLine) -> bool:
        return line.imported_id is not None

    return [
        Field("symbol", _("Symbol"), lambda line: line.symbol, order=lambda line: line.symbol),
        Field("title", _("Title"), lambda line: line.title, order=lambda line: line.title.casefold()),
        Field("organ", _("Organ"), organ, order=organ),
        Field(
            "adopted_on",
            _("Day"),
            lambda line: line.adopted_on,
            exports.Kind.DAY,
            lambda line: day_order(line.adopted_on),
        ),
        Field("standing", pgettext("resolution", "Standing"), standing, order=standing),
        Field("series", _("Series"), lambda line: line.series),
        Field("has_text", _("Text in the record"), has_text, exports.Kind.YES_OR_NO, has_text),
    ]


@opens_to(PUBLIC)
@public_page
def mandate_detail(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show one mandate: its text, and beside each paragraph the duties, conditions and days that were read from it."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    duties = duties_under(line)
    if question.format:
        listing = Listing(request, question, duty_columns(question.language))
        return listing.file(duties, name=f"duties-{line.reference}", title=line.symbol, chosen=question.format)
    # Duties of the adopted text stand beside its own paragraphs, on its own page.
    shown = [shown_duty(one, question) for one in duties if one.symbol == line.symbol]
    paragraphs = paragraphs_of(line.imported_id) if line.imported_id else []
    context = {
        "title": line.symbol,
        "line": line,
        "organ": in_words(ORGANS, line.organ),
        "adopting": in_words(ORGANS, line.adopting_organ),
        "standing": in_words(STANDINGS, line.standing),
        "genre": in_words(GENRES, line.genre),
        "became": in_words(ADOPTIONS, line.adoption.code if line.adoption is not None else NOT_RECORDED),
        "adopted_text": _adopted_text(question, line),
        "verdict": in_words(VERDICTS, line.review.verdict) if line.review is not None else "",
        "trail": trail(question, line),
        "tabs": tabs(question, line, "mandate-detail"),
        "parts": _parts(line, paragraphs, shown),
        "duties": shown,
        "cited": cited_in_words(one.data for one in paragraphs),
        "series": [_shown(question, one) for one in series_of(line)],
        "remarks": _remarks(line),
        "not_read": _not_read(line),
        "exports": export_links(request),
    }
    return render(request, "mandates/mandate_detail.html", context)


def _adopted_text(question: MandatePageQuestion, line: MandateLine) -> Link | None:
    """Return the adopted text whose duties are shown for a draft; None where those of the draft are."""
    adopted = followed(line)
    if adopted.symbol == line.symbol:
        return None
    return Link(adopted.symbol, question.here("mandates:mandate-detail", adopted.reference))


def _parts(line: MandateLine, paragraphs: list[ParagraphLine], duties: list[ShownDuty]) -> list[ShownPart]:
    """Set each duty beside its paragraph, and each paragraph under the part of the text in which it stands."""
    titles = division_titles(line.imported_id) if line.imported_id else {}
    shown = _beside(paragraphs, duties)
    return [
        ShownPart(part_words(part, division, titles.get(division, "")), tuple(group))
        for (part, division), group in groupby(shown, key=lambda one: (one.line.part, one.line.division))
    ]


def _beside(paragraphs: list[ParagraphLine], duties: list[ShownDuty]) -> list[ShownParagraph]:
    """Set each duty beside its paragraph; under a coded reading that is the numbered paragraph itself."""
    left = list(duties)
    found = []
    for line in paragraphs:
        mine = [one for one in left if _is_asked_by(one, line)]
        left = [one for one in left if one not in mine]
        phrase = line.phrase if line.text.startswith(line.phrase) else ""
        found.append(
            ShownParagraph(
                line,
                line.number or (line.path.rpartition(".")[2] if line.kind == Kind.PREAMBULAR else ""),
                line.text[len(phrase) :],
                tuple(in_words(GATES, code) for code in codes_of(line.data)),
                tuple(mine),
                f"p{line.place}",
                tuple((in_words(FIELDS, one.field), one.why) for one in line.corrected),
            )
        )
    return found


def _is_asked_by(duty: ShownDuty, line: ParagraphLine) -> bool:
    if duty.line.asked_at is not None:
        return duty.line.asked_at == line.place
    return line.part == Part.RESOLUTION and duty.line.paragraph == line.path


def _remarks(line: MandateLine) -> list[tuple[int, str]]:
    if line.imported_id is None:
        return []
    return [(one.line, remark_in_words(one)) for one in read_again(line.imported_id).remarks]


def _not_read(line: MandateLine) -> list[tuple[Apart, str]]:
    apart = read_again(line.imported_id).apart if line.imported_id is not None else ()
    return [(one, in_words(WHYS, one.why)) for one in apart]
