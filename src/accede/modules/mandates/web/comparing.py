"""Two resolutions side by side, and the faults of one."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.core.mandates.comparing import Comparison, Fate, Pair
from accede.core.mandates.cutting.structure import Part
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Format, Kind
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, Option, export_links, further, words_filter
from accede.foundation.pages import public_page
from accede.foundation.texts import listed
from accede.modules.mandates.fields.codes import FATES, FAULTS, GATES, SECTIONS, in_words
from accede.modules.mandates.queries.mandates import MandateLine, mandate_lines
from accede.modules.mandates.queries.rereading import comparison_of, faults_of
from accede.modules.mandates.web.question import MandatePageQuestion, tabs, trail
from accede.modules.mandates.web.showing import part_words

CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A clause of two resolutions; `division` is the part in which it stands."""

    division: str
    fate: str
    code: str
    earlier_path: str
    later_path: str
    earlier_text: str
    later_text: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """In how many clauses of two texts a condition stands."""

    words: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """How many more clauses hold it in the later text."""
        return self.after - self.before

    @property
    def change_words(self) -> str:
        """The same with its sign; a dash for none."""
        return f"{self.change:+d}".replace("-", "−") if self.change else "–"


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A fault with the place where it stands."""

    paragraph: str
    line: int
    words: str


@opens_to(PUBLIC)
@public_page
def mandate_compare(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Compare a mandate with another whose text is in the record: the earlier stands first."""
    question = MandatePageQuestion(request, knows=("with", "fate", *further(CONDITIONS), "conditions-words"))
    question.choice("table", (CONDITIONS,))
    line = question.mandate(reference)
    others = [one for one in mandate_lines() if one.imported_id and one.reference != line.reference]
    # Those of the same series come first in the list.
    others.sort(key=lambda one: one.series != line.series or not line.series)
    chosen = question.choice("with", [one.reference for one in others])
    fate = question.choice("fate", list(Fate))
    other = next((one for one in others if one.reference == chosen), None)
    first, second = sorted((line, other or line), key=lambda one: (str(one.adopted_on or ""), one.symbol))
    conditions = Listing(
        request,
        question,
        _condition_columns(first.symbol, second.symbol),
        table=CONDITIONS,
        filters=[_condition_filter(question)],
    )
    question.done()
    context: dict[str, object] = {
        "title": _("%(symbol)s compared") % {"symbol": line.symbol},
        "line": line,
        "trail": trail(question, line),
        "tabs": tabs(question, line, "mandate-compare"),
        "others": [Option(one.reference, f"{one.symbol} {one.title[:60]}") for one in others],
        "chosen": chosen,
        "fates": [Option(one, in_words(FATES, one)) for one in Fate],
        "fate": fate,
    }
    if other is not None and line.imported_id and other.imported_id:
        found = comparison_of(first.imported_id or 0, second.imported_id or 0)
        pairs = [_shown(pair) for pair in found.pairs if not fate or pair.fate == fate]
        moved = [Condition(in_words(GATES, code), *counts) for code, counts in found.gates.items()]
        if chosen_file := question.format_of():
            return _file(request, question, pairs, first, second, chosen=chosen_file)
        if chosen_file := conditions.format:
            name = f"conditions-{first.reference}-{second.reference}"
            title = f"{first.symbol} – {second.symbol}"
            return conditions.file(conditions.ordered(moved), name=name, title=title, chosen=chosen_file)
        context |= {**_compared(found, pairs), **_moved(found, question.language), "earlier": first, "later": second}
        context |= {"exports": export_links(request), "conditions": conditions.further(moved)}
    return render(request, "mandates/compare.html", context)


def _compared(found: Comparison, pairs: list[ShownPair]) -> dict[str, object]:
    return {
        "parts": [
            (part_words(Part.RESOLUTION, mark, ""), list(group))
            for mark, group in groupby(pairs, key=lambda one: one.division)
        ],
        "counts": [(in_words(FATES, one), found.count(one)) for one in Fate],
    }


def _moved(found: Comparison, language: str) -> dict[str, object]:
    """Return what changes with the resolution: conditions and the clauses they moved in, parts of the report."""
    gained: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for pair in found.pairs:
        clause = pair.later or pair.earlier
        path = clause.path if clause is not None else ""
        for code in pair.gates_gained:
            gained.setdefault(code, []).append(path)
        for code in pair.gates_lost:
            lost.setdefault(code, []).append(path if pair.later else _("%(path)s (dropped)") % {"path": path})
    return {
        "gates_gained": [(in_words(GATES, code), listed(paths, language)) for code, paths in gained.items()],
        "gates_lost": [(in_words(GATES, code), listed(paths, language)) for code, paths in lost.items()],
        "sections_gained": listed((in_words(SECTIONS, one) for one in found.sections_gained), language),
        "sections_lost": listed((in_words(SECTIONS, one) for one in found.sections_lost), language),
    }


def _shown(pair: Pair) -> ShownPair:
    return ShownPair(
        division=pair.division,
        fate=in_words(FATES, pair.fate),
        code=pair.fate,
        earlier_path=pair.earlier.path if pair.earlier else "",
        later_path=pair.later.path if pair.later else "",
        earlier_text=pair.earlier.block.text if pair.earlier else "",
        later_text=pair.later.block.text if pair.later else "",
        gained=tuple(in_words(GATES, code) for code in pair.gates_gained),
        lost=tuple(in_words(GATES, code) for code in pair.gates_lost),
    )


def _file(
    request: HttpRequest,
    question: MandatePageQuestion,
    pairs: list[ShownPair],
    first: MandateLine,
    second: MandateLine,
    *,
    chosen: Format,
) -> HttpResponseBase:
    def apart(words: tuple[str, ...]) -> str:
        return listed(words, question.language, apart=True)

    columns: list[Field[ShownPair]] = [
        Field("clause", _("Clause"), lambda pair: pair.fate),
        Field("earlier", first.symbol, lambda pair: pair.earlier_path),
        Field("later", second.symbol, lambda pair: pair.later_path),
        Field("gained", _("Conditions gained"), lambda pair: apart(pair.gained)),
        Field("lost", _("Conditions lost"), lambda pair: apart(pair.lost)),
        Field("earlier_text", _("Earlier text"), lambda pair: pair.earlier_text),
        Field("later_text", _("Later text"), lambda pair: pair.later_text),
    ]
    name = f"compare-{first.reference}-{second.reference}"
    return Listing(request, question, columns).file(
        pairs, name=name, title=f"{first.symbol} – {second.symbol}", chosen=chosen
    )


def _condition_filter(question: MandatePageQuestion) -> Filter[Condition]:
    return words_filter(question, "conditions-words", _("Condition"), lambda row: row.words)


def _condition_columns(earlier: str, later: str) -> list[Field[Condition]]:
    return [
        Field("condition", _("Condition"), lambda row: row.words, order=lambda row: row.words),
        Field("earlier", earlier, lambda row: row.before, Kind.NUMBER, lambda row: row.before),
        Field("later", later, lambda row: row.after, Kind.NUMBER, lambda row: row.after),
        Field("change", pgettext("difference", "Change"), lambda row: row.change, Kind.NUMBER, lambda row: row.change),
    ]


def _fault_columns() -> list[Field[FaultRow]]:
    return [
        Field("paragraph", _("Paragraph"), lambda row: row.paragraph, order=lambda row: (row.line, row.paragraph)),
        Field("line", _("Line"), lambda row: row.line, Kind.NUMBER, lambda row: row.line),
        Field("fault", _("Fault"), lambda row: row.words, order=lambda row: row.words),
    ]


@opens_to(PUBLIC)
@public_page
def mandate_checks(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show the faults of a mandate: dates that cannot be, duties nobody owes, conditions without evidence."""
    question = MandatePageQuestion(request, knows=("words", "sort"))
    line = question.mandate(reference)
    holding: Filter[FaultRow] = words_filter(
        question, "words", _("Fault or paragraph"), lambda row: f"{row.words} {row.paragraph}"
    )
    listing = Listing(request, question, _fault_columns(), filters=[holding])
    question.done()
    faults = faults_of(line.imported_id) if line.imported_id else ()
    rows = [FaultRow(one.paragraph, one.line, str(FAULTS[one.code]) % dict(one.facts)) for one in faults]
    title = _("Checks of %(symbol)s") % {"symbol": line.symbol}
    if question.format:
        return listing.file(listing.ordered(rows), name=f"checks-{line.reference}", title=title, chosen=question.format)
    context = {
        "title": title,
        "line": line,
        "trail": trail(question, line),
        "tabs": tabs(question, line, "mandate-checks"),
        "faults": listing.ordered(rows),
        "headings": {heading.key: heading for heading in listing.headings()},
        "filters": listing.form(rows),
        "exports": export_links(request),
    }
    return render(request, "mandates/checks.html", context)
