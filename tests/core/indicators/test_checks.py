"""What is looked at before a figure is published: each fault is seeded, and caught."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from accede.core.indicators.checks import faults_of
from accede.core.indicators.definitions import Counting, Definition, Span, Unit
from accede.core.indicators.figures import Counted, Figure, Record, differences, figure_of

GIVEN = Definition("adherences-given", 1, Unit.ADHERENCES, Span.CUMULATIVE, Counting.EACH, ("geography",), "Pairs.")
PUBLISHED = {GIVEN.code: (1, GIVEN.digest)}
STATES = frozenset({"XSA", "XSB", "XSC"})
RECORDS = (Record("act:a", "FIN/XSA", date(2008, 1, 2)), Record("act:b", "FIN/XSB", date(2008, 5, 4)))


def figure(*records: Record, on: str = "2008-12-31") -> Figure:
    return figure_of(GIVEN, {"on": on}, Counted(records))


def faults(made: Figure, **beside: object) -> list[str]:
    looked_at = beside.pop("looked_at", STATES)
    counted = Counted(made.records, STATES, looked_at)  # type: ignore[arg-type]  # (a set of States)
    asked = {"earlier": None, "published": PUBLISHED, **beside}
    return [one.code for one in faults_of(made, counted, **asked)]  # type: ignore[arg-type]  # (as above)


def test_a_sound_figure_may_be_published():
    assert faults(figure(*RECORDS), earlier=figure(RECORDS[0], on="2007-12-31")) == []


def test_a_record_that_stands_there_twice_is_caught():
    assert faults(figure(*RECORDS, RECORDS[0])) == ["figure.counted_twice"]


def test_a_thing_that_two_records_count_is_caught():
    assert faults(figure(*RECORDS, Record("act:c", "FIN/XSA", date(2008, 6, 1)))) == ["figure.counted_twice"]


def test_a_state_that_asked_twice_is_one_state():
    asking = replace(GIVEN, counting=Counting.DISTINCT)
    made = figure_of(asking, {"on": "2008-12-31"}, Counted((Record("request:1", "XSA"), Record("request:2", "XSA"))))

    assert made.value == 1
    assert faults(made, published={asking.code: (1, asking.digest)}) == []


def test_a_state_that_was_not_looked_at_is_caught():
    assert faults(figure(*RECORDS), looked_at=STATES - {"XSC"}) == ["figure.left_out"]


def test_a_cumulative_total_that_falls_is_caught():
    assert faults(figure(RECORDS[0]), earlier=figure(*RECORDS, on="2007-12-31")) == ["figure.total_falls"]


def test_a_number_as_at_a_day_may_fall():
    held = replace(GIVEN, span=Span.AS_AT)
    before, after = (
        figure_of(held, {"on": f"{year}-12-31"}, Counted(records)) for year, records in ((2008, RECORDS), (2009, ()))
    )

    assert faults(after, earlier=before, published={held.code: (1, held.digest)}) == []


@pytest.mark.parametrize(
    "changed", [{"rule": "Other pairs."}, {"version": 2}, {"counting": Counting.DISTINCT}, {"parameters": ()}]
)
def test_a_changed_definition_is_caught(changed):
    other = replace(GIVEN, **changed)

    assert faults(figure_of(other, {"on": "2008-12-31"}, Counted(RECORDS))) == ["figure.definition_changed"]


def test_a_value_that_its_records_do_not_make_is_caught():
    assert faults(replace(figure(*RECORDS), value=Decimal(3))) == ["figure.value_not_of_records"]


def test_a_record_outside_the_days_is_caught():
    assert faults(figure(*RECORDS, on="2008-02-01")) == ["figure.outside"]


def test_the_hash_covers_definition_parameters_value_and_records():
    made = figure(*RECORDS)
    others = (
        replace(made, definition=replace(GIVEN, rule="Other pairs.")),
        replace(made, parameters={"on": "2008-12-30"}),
        replace(made, value=Decimal(3)),
        replace(made, unknown=1),
        figure(RECORDS[0], replace(RECORDS[1], on=date(2008, 5, 5))),
        figure(RECORDS[0], replace(RECORDS[1], amount=Decimal(2))),
    )

    assert len({made.digest, *(one.digest for one in others)}) == 7


def test_the_order_of_records_does_not_matter():
    assert figure(*RECORDS).digest == figure(*reversed(RECORDS)).digest


def test_what_was_written_is_read_again():
    made = figure(*RECORDS)

    assert Figure.read(made.as_values()).digest == made.digest


def test_differences_are_told():
    before, after = figure(*RECORDS), figure(RECORDS[0], Record("act:c", "FIN/XSC", date(2008, 6, 1)))

    (found,) = differences(before, after)

    assert (found.code, found.facts) == ("figure.records_differ", {"came": 1, "went": 1})
