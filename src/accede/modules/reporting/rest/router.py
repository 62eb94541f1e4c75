"""Figures under /api/v1/reporting/."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from accede.core.indicators.figures import plain
from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.rest import described as parameter
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import item_of, items, list_of, properties, query_of
from accede.foundation.workflow.rest import StepItem, steps_offered
from accede.modules.reporting.fields.reports import SHOWN
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import Described, definitions
from accede.modules.reporting.queries.drafted import would_differ_now
from accede.modules.reporting.queries.drafts import issued_files, report_visible_to, reports_visible_to
from accede.modules.reporting.queries.figures import Answer, answer_for, definitions_for, is_there_for
from accede.modules.reporting.services.flow import REPORTS
from accede.modules.reporting.words.drafts import differing_words
from accede.modules.reporting.words.figures import faults_in_words, rule_of, title_of
from accede.modules.reporting.words.question import FigureQuestion

router = Router(tags=["Reporting"])
ReportItem = item_of("ReportItem", SHOWN)
ReportQuery = query_of("ReportQuery", SHOWN)


class IssuedFileItem(Schema):
    """A file as which a report was issued."""

    language: str
    format: str
    file: str = Field(description="The key of the file, under /files/.")
    sha256: str


class DifferingItem(Schema):
    """A figure of a report that would be told otherwise if it were counted today."""

    title: str
    asked: str = Field(description="What it was asked with, in words.")
    differs: str
    address: str = Field(description="The page of the figure.")


class ReportDetail(Schema):
    """A report, the files as which it was issued, what would differ now, and the steps that the reader can take."""

    report: ReportItem  # type: ignore[valid-type]  # (made of the fields)
    files: list[IssuedFileItem]
    would_differ_now: list[DifferingItem]
    steps: list[StepItem]


class DefinitionItem(Schema):
    """What a figure counts."""

    code: str
    version: int
    unit: str
    span: str
    counting: str
    parameters: list[str]
    title: str
    rule: str = Field(description="What is counted, in the reader’s language.")
    digest: str = Field(description="SHA-256 of the canonical JSON of the definition, its rule in English.")


class FigureItem(Schema):
    """A figure as the reader gets it; `proof` can be kept and verified later."""

    definition: DefinitionItem
    parameters: dict[str, str]
    told: str = Field(description="exact, rounded, few (fewer than five a year) or withheld.")
    value: str | None = Field(description="A decimal in text; null where no number is told.")
    unknown: int | None = Field(description="Of how many things the record cannot say whether they count.")
    faults: list[str] = Field(description="What keeps it from being published.")
    is_part: bool = Field(description="Counted over a part of the records: those that the reader may see.")
    digest: str | None = Field(description="SHA-256 of the canonical JSON of `proof`; null without the records.")
    proof: dict[str, object] | None = Field(description="Definition, parameters, value, unknown and records.")


class FigureQuery(Schema):
    """What a figure is asked for; each takes its days and its own parameters."""

    on: str = parameter("The day, for a figure as at a day or up to a day.", type="string", format="date")
    from_: str = Field("", alias="from", description="The first day of a period.", json_schema_extra={"format": "date"})
    until: str = parameter("The last day of a period.", type="string", format="date")
    known: str = parameter("As the record knew it on that day.", type="string", format="date")
    geography: str = parameter("A regional group by its key, or a State.")
    instrument: str = parameter("An instrument by key or title.")
    of: str = parameter("Of the first so many instruments.", type="integer", minimum=1, maximum=19)
    kind: str = parameter("A kind of assistance, as a code.")
    donor: str = parameter("The key of a donor.", type="string", format="uuid")
    object: str = parameter("An object of expenditure, as a code.")


@router.get("figures/", response=list[DefinitionItem])
@opens_to(PUBLIC)
def figure_list(request: HttpRequest) -> list[dict[str, object]]:
    """The figures of which the reader is told anything."""
    return [_definition(one) for one in definitions_for(actor_of(request))]


@router.get("figures/{figure}/", response=FigureItem)
@opens_to(PUBLIC)
def figure_detail(request: HttpRequest, figure: str, query: Query[FigureQuery]) -> dict[str, object]:
    """One figure with its proof, as far as the reader may see the records."""
    actor, described = actor_of(request), definitions().get(figure)
    if described is None or not is_there_for(actor, SOURCES[figure]):
        raise Refused
    question = FigureQuestion()
    written = {name: text for name, text in query.model_dump(by_alias=True).items() if text}
    parameters = question.read(described.definition, written)
    question.done()
    return _item(answer_for(actor, described, parameters, today=clock.today()))


@router.get("documents/", response=list_of(ReportItem))
@opens_to(PUBLIC)
def report_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ReportQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the reports that the reader may see: everybody those that were issued."""
    return items(request, response, SHOWN, reports_visible_to(actor_of(request)))


@router.get("documents/{document}/", response=ReportDetail)
@opens_to(PUBLIC)
def report_detail(request: HttpRequest, document: int) -> dict[str, object]:
    """Show a report with its files and what would differ now."""
    actor = actor_of(request)
    found = or_refuse(report_visible_to(actor, document))
    differing = would_differ_now(found, today=clock.today()) if found.freeze else []
    return {
        "report": properties(SHOWN, found, request),
        "files": [
            {"language": one.language, "format": one.format, "file": str(one.file), "sha256": one.sha256}
            for one in issued_files(actor, document)
        ],
        "would_differ_now": [
            dict(zip(("title", "asked", "differs", "address"), differing_words(one), strict=True)) for one in differing
        ],
        "steps": steps_offered(request, REPORTS, document),
    }


def _definition(one: Described) -> dict[str, object]:
    values = one.definition.as_values()
    return {**values, "title": title_of(one), "rule": rule_of(one), "digest": one.definition.digest}


def _item(answer: Answer) -> dict[str, object]:
    figure = answer.figure
    return {
        "definition": _definition(answer.described),
        "parameters": dict(answer.parameters),
        "told": answer.told.how.value,
        "value": plain(answer.told.value) if answer.told.value is not None else None,
        "unknown": figure.unknown if figure else None,
        "faults": faults_in_words(answer.faults),
        "is_part": answer.is_part,
        "digest": figure.digest if figure else None,
        "proof": figure.as_values() if figure else None,
    }
