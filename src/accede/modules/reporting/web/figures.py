"""Pages of figures: which there are, and one with its value, its rule, its records and its hash."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accede.core.indicators.definitions import KNOWN, Unit
from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.listings import Option
from accede.foundation.pages import page_of
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.reporting.fields.codes import PARAMETERS, SPANS, UNITS
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import Described, definitions
from accede.modules.reporting.queries.figures import Answer, answer_for, definitions_for, is_there_for
from accede.modules.reporting.queries.published import Published, published_figures
from accede.modules.reporting.words.figures import (
    TOLD,
    WHY,
    asked_in_words,
    faults_in_words,
    knowledge_words,
    number_words,
    rule_of,
    sample_words,
    title_of,
    value_words,
)
from accede.modules.reporting.words.question import FigureQuestion
from accede.modules.reporting.words.records import shown_records
from accede.modules.reporting.words.reports import address_of
from accede.modules.resources.fields.codes import OBJECTS

_PER_PAGE = 100


@opens_to(PUBLIC)
@takes()
def figures(request: HttpRequest) -> HttpResponse:
    """List the figures of which the reader is told anything."""
    rows = [
        (title_of(one), reverse("reporting:figure", args=[one.definition.code]), rule_of(one), _kind_of(one))
        for one in definitions_for(actor_of(request))
    ]
    lede = _("Each figure says what it counts, of which days, from which records, and can be counted again.")
    ways = [Link(_("Published figures, counted again"), reverse("reporting:published"))]
    context = {"title": _("Figures"), "lede": lede, "rows": rows, "ways": ways}
    return render(request, "reporting/figures.html", context)


@opens_to(PUBLIC)
def figure_page(request: HttpRequest, figure: str) -> HttpResponse:
    """Show one figure: the value, what it counts, its records as far as the reader may see them, and its hash."""
    actor, described = actor_of(request), definitions().get(figure)
    if described is None or not is_there_for(actor, SOURCES[figure]):
        raise Refused
    question = FigureQuestion()
    written = {name: request.GET[name] for name in request.GET if name != "page"}
    parameters = question.read(described.definition, written)
    question.done()
    answer = answer_for(actor, described, parameters, today=clock.today())
    context = {**_shown(answer), "fields": _fields(described, parameters), "ways": _ways(answer)}
    if answer.figure is not None:
        page = page_of(answer.figure.records, request=request, per_page=_PER_PAGE)
        is_money = described.definition.unit is Unit.DOLLARS
        records = [(one, format_amount(one.amount) if is_money else "") for one in shown_records(page.items)]
        context |= {"page": page, "records": records, "is_money": is_money}
    return render(request, "reporting/figure.html", context)


@opens_to(PUBLIC)
@takes()
def published_page(request: HttpRequest) -> HttpResponse:
    """Show the figures that the programme published beside what this record makes of them."""
    rows = [
        {
            "said": one.said,
            "source": one.source,
            "published": number_words(Unit.STATES, one.value),
            "ours": value_words(one.ours.described.definition.unit, one.ours.told) if one.ours else "",
            "address": address_of(one.ours) if one.ours else "",
            "title": title_of(one.ours.described) if one.ours else "",
            "difference": _difference(one),
            "unknown": one.ours.figure.unknown if one.ours and one.ours.figure else 0,
            "why": str(WHY[one.why]) if one.why else "",
        }
        for one in published_figures(today=clock.today())
    ]
    context = {
        "title": _("Published figures, counted again"),
        "lede": _(
            "What United Nations documents and others published, in their words, beside what this record makes of it. "
            "Where they differ, the difference is shown; where no record here carries the figure, that is said."
        ),
        "ways": [Link(_("All figures"), reverse("reporting:figures"))],
        "rows": rows,
    }
    return render(request, "reporting/published.html", context)


def _difference(one: Published) -> str:
    if one.difference is None:
        return ""
    sign = "+" if one.difference > 0 else "−" if one.difference < 0 else ""
    return f"{sign}{number_words(Unit.STATES, abs(one.difference))}"


def _shown(answer: Answer) -> dict[str, object]:
    described, figure = answer.described, answer.figure
    return {
        "title": title_of(described),
        "notice": sample_words() if SOURCES[described.definition.code].needs is not None else "",
        "value": value_words(described.definition.unit, answer.told),
        "unit": UNITS[described.definition.unit],
        "rule": rule_of(described),
        "kind": _kind_of(described),
        "told": TOLD[answer.told.how],
        "is_part": answer.is_part,
        "knowledge": knowledge_words(answer.parameters),
        "asked": asked_in_words(answer.parameters),
        "definition": described.definition,
        "digest": figure.digest if figure is not None else "",
        "unknown": figure.unknown if figure is not None else 0,
        "count": len(figure.records) if figure is not None else 0,
        "faults": faults_in_words(answer.faults),
        "has_records": figure is not None,
    }


def _kind_of(described: Described) -> str:
    return str(SPANS[described.definition.span])


def _fields(described: Described, parameters: dict[str, str]) -> list[dict[str, object]]:
    """Return what the form of a figure asks; a field with options is a choice."""
    definition, options = described.definition, _options()
    return [
        {
            "name": name,
            "label": str(PARAMETERS[name]),
            "value": parameters.get(name, ""),
            "type": "date" if name in {*definition.days, KNOWN} else "text",
            "options": options.get(name, []),
        }
        for name in (*definition.days, KNOWN, *definition.parameters)
        if name not in {"donor"}
    ]


def _options() -> dict[str, list[Option]]:
    return {
        "kind": [Option(code, str(words)) for code, words in KINDS.items()],
        "object": [Option(code, str(words)) for code, words in OBJECTS.items()],
    }


def _ways(answer: Answer) -> list[Link]:
    address = f"/api/v1/reporting/figures/{answer.described.definition.code}/?{urlencode(answer.parameters)}"
    return [Link(_("As JSON, to be kept and verified"), address), Link(_("All figures"), reverse("reporting:figures"))]


urlpatterns = [
    path("figures/", figures, name="figures"),
    path("figures/published/", published_page, name="published"),
    path("figures/<slug:figure>/", figure_page, name="figure"),
]
