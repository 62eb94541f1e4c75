"""What is looked at before a figure is published: each fault that a reader could not see in the number itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from accede.core.explain import Reason
from accede.core.indicators.definitions import Counting, Span
from accede.core.indicators.figures import Counted, Figure, plain, value_of

MOST_NAMED = 5


def faults_of(
    figure: Figure, counted: Counted, *, earlier: Figure | None, published: Mapping[str, tuple[int, str]]
) -> tuple[Reason, ...]:
    """Return what keeps a figure from being published; nothing where it may be.

    - A record that stands there twice, or a thing that two records count where each counts one: double counting.
    - Something that had to be looked at and was not: a missing State.
    - A cumulative total that is lower than it was on an `earlier` day.
    - A definition whose hash is not the one `published` under its code and version (version and hash by code).
    - A value that is not what its records make, and a record outside the days of the figure.
    """
    return (
        *_counted_twice(figure),
        *_left_out(counted),
        *_falls(figure, earlier),
        *_changed(figure, published),
        *_not_its_records(figure),
        *_outside(figure),
    )


def _counted_twice(figure: Figure) -> Iterator[Reason]:
    keys = Counter((one.key, one.counts) for one in figure.records)
    twice = sorted({key for (key, _counts), times in keys.items() if times > 1})
    if figure.definition.counting is Counting.EACH:
        things = Counter(one.counts for one in figure.records)
        twice = sorted({*twice, *(thing for thing, times in things.items() if times > 1)})
    if twice:
        yield Reason("figure.counted_twice", {"what": ", ".join(twice[:MOST_NAMED]), "count": len(twice)})


def _left_out(counted: Counted) -> Iterator[Reason]:
    missing = sorted(counted.expected - counted.looked_at)
    if missing:
        yield Reason("figure.left_out", {"what": ", ".join(missing[:MOST_NAMED]), "count": len(missing)})


def _falls(figure: Figure, earlier: Figure | None) -> Iterator[Reason]:
    if figure.definition.span is Span.CUMULATIVE and earlier is not None and figure.value < earlier.value:
        facts = {"before": plain(earlier.value), "on": earlier.parameters["on"], "after": plain(figure.value)}
        yield Reason("figure.total_falls", facts)


def _changed(figure: Figure, published: Mapping[str, tuple[int, str]]) -> Iterator[Reason]:
    definition = figure.definition
    version, digest = published.get(definition.code, (0, ""))
    if (version, digest) != (definition.version, definition.digest):
        yield Reason("figure.definition_changed", {"code": definition.code, "version": version})


def _not_its_records(figure: Figure) -> Iterator[Reason]:
    made = value_of(figure.definition.counting, figure.records)
    if made != figure.value:
        yield Reason("figure.value_not_of_records", {"value": plain(figure.value), "made": plain(made)})


def _outside(figure: Figure) -> Iterator[Reason]:
    first = figure.parameters.get("from")
    last = figure.parameters.get("until") or figure.parameters.get("on")
    begins = date.fromisoformat(first) if first else date.min
    ends = date.fromisoformat(last) if last else date.max
    outside = sorted(one.key for one in figure.records if one.on is not None and not begins <= one.on <= ends)
    if outside:
        yield Reason("figure.outside", {"what": ", ".join(outside[:MOST_NAMED]), "count": len(outside)})
