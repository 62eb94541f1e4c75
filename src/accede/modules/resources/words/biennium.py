"""The report on expenditure of a biennium as a document, in the layout of the official tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accede.core.finance.balances import Spending
from accede.core.finance.statements import Biennium, Projection, Sum, in_thousands, projected, spending_by
from accede.foundation.documents.tree import Block, Column, Document, Paragraph, Table, said
from accede.foundation.texts import format_day, isolated
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.resources.fields.codes import CATEGORIES, OBJECTS

LAYOUT_UNKNOWN = 2008
"""The biennium whose own tables were not found; later ones follow the layout that was read."""


@dataclass(frozen=True, slots=True)
class BienniumFacts:
    """What the report is made of.

    Attributes:
        sums: what was booked from the first day to the cut-off, by fund, object and State; `free` at the cut-off.
        funds: by key, category and name; `states`: names by code; `regions`: region by code of a State.
    """

    biennium: Biennium
    until: date
    sums: Sequence[Sum]
    free: int
    funds: Mapping[str, tuple[str, str]]
    states: Mapping[str, str]
    regions: Mapping[str, str]


def biennium_document(facts: BienniumFacts, language: str) -> Document:
    """Return the report: by source, by object, by region and State, each with its projection to the end."""
    years = f"{facts.biennium.year}–{facts.biennium.year + 1}"
    spent = _together(spending_by(facts.sums, lambda one: one.fund).values()).budget
    projection = projected(spent, facts.biennium, facts.until, free=facts.free)
    return Document(
        title=_("Report on expenditure in the biennium %(years)s") % {"years": isolated(years)},
        language=language,
        blocks=(
            *_basis(facts, language),
            _table(_("By source"), _("Source"), facts, projection, _sources(facts)),
            _table(_("By object of expenditure"), _("Object of expenditure"), facts, projection, _objects(facts)),
            _table(_("By region and State"), _("Region and State"), facts, projection, _places(facts)),
            Paragraph(said(_explained(projection)), "small"),
        ),
        about=_("A statement from the books."),
        author="Accede",
    )


def _basis(facts: BienniumFacts, language: str) -> Iterable[Block]:
    until = _("Actual figures up to %(day)s.") % {"day": format_day(facts.until, language)}
    yield Paragraph(said(until), "lead")
    yield Paragraph(
        said(
            _(
                "Budget basis: what was spent, and what was committed and not yet spent. Thousands of United States "
                "dollars; brackets: less; a dash: nil. Each figure is rounded by itself, so that rows need not add up "
                "to their totals."
            )
        ),
        "small",
    )
    if facts.biennium.year == LAYOUT_UNKNOWN:
        yield Paragraph(
            said(
                _(
                    "The tables of 2008–2009 themselves were not found. Columns and signs follow A/80/6 (Sect. 16). "
                    "The regular budget is not in these books: section 16 as a whole had 36,819,000 US$ (resolution "
                    "62/237 A). The day on which the Commission on Crime Prevention and Criminal Justice reconvened "
                    "in 2009 was not found either: December 2009, not verified."
                )
            ),
            "small",
        )


Rows = Sequence[tuple[str, Spending]]


def _sources(facts: BienniumFacts) -> Rows:
    found = spending_by(facts.sums, lambda one: one.fund)
    named = [(facts.funds.get(key, ("", key)), spending) for key, spending in found.items()]
    rows = []
    for category in CATEGORIES:
        for (kind, name), spending in sorted(named, key=lambda one: one[0][1]):
            if kind == category:
                rows.append((f"{CATEGORIES[category]}: {isolated(name)}", spending))
    return rows


def _objects(facts: BienniumFacts) -> Rows:
    found = spending_by(facts.sums, lambda one: one.spent_on)
    return [(str(words), found[code]) for code, words in OBJECTS.items() if code in found]


def _places(facts: BienniumFacts) -> Rows:
    found = spending_by(facts.sums, lambda one: one.state)
    rows: list[tuple[str, Spending]] = []
    for region, words in GROUPS.items():
        inside = {code: one for code, one in found.items() if code and facts.regions.get(code) == region}
        if inside:
            rows.append((str(words), _together(inside.values())))
            named = sorted(inside, key=lambda code: facts.states.get(code, code))
            rows += [(f"– {isolated(facts.states.get(code, code))}", inside[code]) for code in named]
    others = {code: one for code, one in found.items() if code and facts.regions.get(code) not in GROUPS}
    rows += [(facts.states.get(code, code), one) for code, one in sorted(others.items())]
    if "" in found:
        rows.append((_("Several States, or all of them"), found[""]))
    return rows


def _table(caption: str, heading: str, facts: BienniumFacts, projection: Projection, rows: Rows) -> Table:
    columns = (
        Column(heading, 3, is_header=True),
        Column(_("Spent"), 2, is_number=True),
        Column(_("Committed, not yet spent"), 2, is_number=True),
        Column(_("Expenditure to the cut-off"), 2, is_number=True),
        Column(_("Projected to the end"), 2, is_number=True),
    )
    total = _together(spending_by(facts.sums, lambda _one: "").values())
    every = [*rows, (_("Total"), total)]
    shown = []
    for name, one in every:
        figures = (one.accrued, one.committed, one.budget, projection.likely(one.budget))
        shown.append((said(name), *(said(in_thousands(cents)) for cents in figures)))
    return Table(caption, columns, tuple(shown))


def _explained(projection: Projection) -> str:
    words = _(
        "Projection: %(passed)s days have passed and %(left)s are left. At the pace so far these would add %(pace)s; "
        "%(free)s is free to be committed. The lesser, %(more)s, is added, in proportion to what each row has."
    )
    figures = {
        "passed": projection.passed,
        "left": projection.left,
        "pace": isolated(in_thousands(projection.at_pace)),
        "free": isolated(in_thousands(projection.free)),
        "more": isolated(in_thousands(projection.more)),
    }
    return words % figures


def _together(found: Iterable[Spending]) -> Spending:
    known = list(found)
    return Spending(sum(one.accrued for one in known), sum(one.committed for one in known))
