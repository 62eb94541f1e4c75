"""Two resolutions side by side, and the faults of one."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.core.mandates.comparing import Comparison, Fate, Pair
from accede.core.mandates.structure import Part
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Column, Kind
from accede.foundation.pages import public_page
from accede.foundation.texts import listed
from accede.modules.mandates.queries.mandates import MandateLine, mandate_lines
from accede.modules.mandates.queries.rereading import comparison_of, faults_of
from accede.modules.mandates.queries.words import FATES, FAULTS, GATES, SECTIONS, in_words
from accede.modules.mandates.web.asking import Option, Question, tabs, trail
from accede.modules.mandates.web.showing import part_words


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


@opens_to(PUBLIC)
@public_page
def mandate_compare(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Compare a mandate with another whose text is in the record: the earlier stands first."""
    question = Question(request, knows=("with", "fate"))
    line = question.mandate(reference)
    others = [one for one in mandate_lines() if one.imported_id and one.reference != line.reference]
    # Those of the same series come first in the list.
    others.sort(key=lambda one: one.series != line.series or not line.series)
    chosen = question.choice("with", [one.reference for one in others])
    fate = question.choice("fate", list(Fate))
    question.done()
    other = next((one for one in others if one.reference == chosen), None)
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
        first, second = sorted((line, other), key=lambda one: (str(one.adopted_on or ""), one.symbol))
        found = comparison_of(first.imported_id or 0, second.imported_id or 0)
        pairs = [_shown(pair) for pair in found.pairs if not fate or pair.fate == fate]
        if question.format:
            return _file(question, pairs, first, second)
        context |= {**_compared(found, pairs), **_moved(found, question.language), "earlier": first, "later": second}
        context["exports"] = question.export_links()
    return render(request, "mandates/compare.html", context)


def _compared(found: Comparison, pairs: list[ShownPair]) -> dict[str, object]:
    return {
        "parts": [
            (part_words(Part.RESOLUTION, mark, ""), list(group))
            for mark, group in groupby(pairs, key=lambda one: one.division)
        ],
        "counts": [(in_words(FATES, one), found.count(one)) for one in Fate],
        "gates": [
            (in_words(GATES, code), before, after, f"{after - before:+d}".replace("-", "−") if after != before else "–")
            for code, (before, after) in found.gates.items()
        ],
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


def _file(question: Question, pairs: list[ShownPair], first: MandateLine, second: MandateLine) -> HttpResponseBase:
    columns = [
        Column("clause", _("Clause")),
        Column("earlier", first.symbol),
        Column("later", second.symbol),
        Column("gained", _("Conditions gained")),
        Column("lost", _("Conditions lost")),
        Column("earlier_text", _("Earlier text")),
        Column("later_text", _("Later text")),
    ]

    def apart(words: tuple[str, ...]) -> str:
        return listed(words, question.language, apart=True)

    rows = (
        (p.fate, p.earlier_path, p.later_path, apart(p.gained), apart(p.lost), p.earlier_text, p.later_text)
        for p in pairs
    )
    name = f"compare-{first.reference}-{second.reference}"
    return question.file(rows, name=name, title=f"{first.symbol} – {second.symbol}", columns=columns)


@opens_to(PUBLIC)
@public_page
def mandate_checks(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show the faults of a mandate: dates that cannot be, duties nobody owes, conditions without evidence."""
    question = Question(request)
    line = question.mandate(reference)
    question.done()
    faults = faults_of(line.imported_id) if line.imported_id else ()
    rows = [(one.paragraph, one.line, str(FAULTS[one.code]) % dict(one.facts)) for one in faults]
    title = _("Checks of %(symbol)s") % {"symbol": line.symbol}
    if question.format:
        columns = [
            Column("paragraph", _("Paragraph")),
            Column("line", _("Line"), Kind.NUMBER),
            Column("fault", _("Fault")),
        ]
        return question.file(rows, name=f"checks-{line.reference}", title=title, columns=columns)
    context = {
        "title": title,
        "line": line,
        "trail": trail(question, line),
        "tabs": tabs(question, line, "mandate-checks"),
        "faults": rows,
        "exports": question.export_links(),
    }
    return render(request, "mandates/checks.html", context)
