"""Figures as a reader gets them: with their records, or told by the rule of disclosure, or not there at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accede.core.explain import Reason
from accede.core.indicators.checks import faults_of
from accede.core.indicators.definitions import Span
from accede.core.indicators.disclosure import Disclosed, disclosed, exact
from accede.core.indicators.figures import Counted, Figure, figure_of
from accede.foundation.access import ALL, SYSTEM, Actor, can
from accede.foundation.access.acting import acting
from accede.modules.reporting.queries.counting import SOURCES, Asking, Source
from accede.modules.reporting.queries.definitions import Described, definitions, published


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure as one reader gets it.

    Attributes:
        told: the value as the reader is told it.
        figure: with its records; None for a reader who may not see them.
        is_part: it is counted over a part of the records: those that the reader may see.
        faults: what would keep it from being published; of a reader without records, nothing.
    """

    described: Described
    parameters: Mapping[str, str]
    told: Disclosed
    figure: Figure | None = None
    is_part: bool = False
    faults: tuple[Reason, ...] = ()


def definitions_for(reader: Actor) -> list[Described]:
    """Return the definitions of which a reader is told anything."""
    return [one for code, one in definitions().items() if is_there_for(reader, SOURCES[code])]


def is_there_for(reader: Actor, source: Source) -> bool:
    """Return whether a reader is told anything of a source."""
    return source.is_told or source.needs is None or can(reader, source.needs)


def answer_for(reader: Actor, described: Described, parameters: Mapping[str, str], *, today: date) -> Answer:
    """Return a figure as a reader gets it; whoever is told nothing of it is not to ask."""
    source = SOURCES[described.definition.code]
    if source.needs is not None and not can(reader, source.needs):
        with acting(SYSTEM):
            whole, _counted = _figure(SYSTEM, described, parameters)
        return Answer(described, parameters, disclosed(whole, today=today))
    figure, counted = _figure(reader, described, parameters)
    return Answer(
        described,
        parameters,
        exact(figure),
        figure,
        is_part=source.needs is not None and not can(reader, source.whole or source.needs, on=ALL),
        faults=faults_of(figure, counted, earlier=_earlier(reader, figure, described), published=published()),
    )


def counted_again(figure: Figure, reader: Actor) -> Figure | None:
    """Return a figure counted again from what the record says now; None where its code is no definition's."""
    described = definitions().get(figure.definition.code)
    return _figure(reader, described, figure.parameters)[0] if described is not None else None


def _figure(reader: Actor, described: Described, parameters: Mapping[str, str]) -> tuple[Figure, Counted]:
    definition = described.definition
    counted = SOURCES[definition.code].count(Asking(reader, parameters))
    return figure_of(definition, parameters, counted), counted


def _earlier(reader: Actor, figure: Figure, described: Described) -> Figure | None:
    """Return the same figure a year earlier, where it is cumulative."""
    if figure.definition.span is not Span.CUMULATIVE:
        return None
    on = date.fromisoformat(figure.parameters["on"])
    before = date(on.year - 1, on.month, min(on.day, 28))
    return _figure(reader, described, {**figure.parameters, "on": before.isoformat()})[0]
