"""Figures inserted in standing text by name: what is wrong is told with its place."""

import pytest

from accede.core.indicators.definitions import Counting, Definition, Span, Unit
from accede.core.indicators.inserting import Call, faults_in_text, parts_of

NEW = Definition("adherences-new", 1, Unit.ADHERENCES, Span.PERIOD, Counting.EACH, ("geography",), "Pairs.")
KNOWN = {NEW.code: NEW}


def test_calls_stand_between_words():
    found = list(parts_of("New: {figure: adherences-new from=$from until=2008-12-31}."))

    assert found == ["New: ", Call(NEW.code, {"from": "$from", "until": "2008-12-31"}), "."]
    assert isinstance(found[1], Call)
    assert found[1].asked({"from": "2008-01-01"}) == {"from": "2008-01-01", "until": "2008-12-31"}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Nothing.", []),
        ("{figure: adherences-new from=$from until=$until}", []),
        ("A {figure: adherence-new from=$from until=$until}", [(3, "call.unknown")]),
        ("{figure: adherences-new from=$from}", [(1, "call.missing")]),
        ("{figure: adherences-new from=$first until=$until}", [(1, "call.day")]),
        ("{figure: adherences-new from=$from until=$until kind=x}", [(1, "call.parameter")]),
        ("{figure: adherences-new from=$from until}", [(1, "call.parameter")]),
        ("{number}", [(1, "call.no_figure")]),
        ("{figure:}", [(1, "call.unknown")]),
        ("a } b { c", [(3, "call.bracket"), (7, "call.bracket")]),
        ("{figure: adherences-new from=$from until=$until", [(1, "call.bracket")]),
    ],
)
def test_what_is_wrong_with_a_call_is_told_with_its_place(text, faults):
    assert [(place, one.code) for place, one in faults_in_text(text, KNOWN)] == faults
