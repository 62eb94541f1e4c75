"""What an earmark covers, how tight it is, and in which order money is drawn."""

from datetime import date
from decimal import Decimal

import pytest

from accede.core.finance.availability import Source, allocate, in_turn
from accede.core.finance.earmarks import Earmark, Purpose, Tightness, covers, tightness_of
from accede.core.values import Period

DAY = date(2009, 3, 1)
FREE = Earmark()
AFRICA = Earmark(regions=frozenset({"africa"}))
MALI_LAWS = Earmark(states=frozenset({"MLI"}), kinds=frozenset({"legislative"}))
PURPOSE = Purpose(states=(("MLI", "africa"),), theme="terrorism", kind="legislative")


def source(
    key: str, earmark: Earmark = FREE, *, free: int = 1130_00, rate: str = "0.13", received: date = date(2009, 1, 1)
) -> Source:
    return Source(key, "crime", earmark, free, received, Decimal(rate))


@pytest.mark.parametrize(
    ("earmark", "tightness"),
    [
        (FREE, Tightness.FREE),
        (Earmark(period=Period(None, DAY)), Tightness.FREE),
        (Earmark(not_states=frozenset({"MLI"})), Tightness.SOFTLY),
        (AFRICA, Tightness.SOFTLY),
        (Earmark(themes=frozenset({"terrorism"})), Tightness.SOFTLY),
        (Earmark(themes=frozenset({"terrorism"}), regions=frozenset({"africa"})), Tightness.EARMARKED),
        (Earmark(kinds=frozenset({"training"})), Tightness.EARMARKED),
        (Earmark(states=frozenset({"MLI"})), Tightness.EARMARKED),
        (MALI_LAWS, Tightness.TIGHTLY),
    ],
)
def test_tightness_follows_the_grand_bargain(earmark, tightness):
    assert tightness_of(earmark).answer == tightness


@pytest.mark.parametrize(
    ("earmark", "purpose", "codes"),
    [
        (FREE, PURPOSE, []),
        (AFRICA, PURPOSE, []),
        (MALI_LAWS, PURPOSE, []),
        (AFRICA, Purpose(), ["earmark.no_region"]),
        (AFRICA, Purpose(states=(("MLI", "africa"), ("FRA", "weog"))), ["earmark.other_region"]),
        (
            MALI_LAWS,
            Purpose(states=(("NER", "africa"),), kind="training"),
            ["earmark.other_state", "earmark.other_kind"],
        ),
        (MALI_LAWS, Purpose(states=(("MLI", "africa"),)), ["earmark.no_kind"]),
        (Earmark(not_states=frozenset({"MLI"})), PURPOSE, ["earmark.not_for_state"]),
        (Earmark(not_themes=frozenset({"terrorism"})), PURPOSE, ["earmark.not_for_theme"]),
        (Earmark(themes=frozenset({"drugs"})), PURPOSE, ["earmark.other_theme"]),
        (Earmark(period=Period(date(2010, 1, 1), None)), PURPOSE, ["earmark.not_begun"]),
        (Earmark(period=Period(None, DAY)), PURPOSE, ["earmark.over"]),
        (Earmark(period=Period(None, date(2009, 3, 2))), PURPOSE, []),
    ],
)
def test_what_an_earmark_covers_and_each_reason_why_not(earmark, purpose, codes):
    found = covers(earmark, purpose, DAY)

    assert found.answer == (not codes)
    assert [one.code for one in found.because] == codes


def test_money_that_lapses_is_drawn_first_then_what_is_tight_then_what_came_first():
    soon = source("lapses", Earmark(period=Period(None, date(2009, 6, 1))))
    tight, old, new = source("tight", MALI_LAWS), source("old"), source("new", received=date(2009, 2, 1))
    other = source("other", Earmark(states=frozenset({"NER"})))

    assert in_turn(PURPOSE, DAY, [new, other, old, tight, soon, source("empty", free=0)]) == (soon, tight, old, new)


def test_an_allocation_says_what_each_contribution_pays_and_prices_the_gap():
    tight = source("tight", MALI_LAWS, free=1130_00)
    sources = [tight, source("seven", free=107_00, rate="0.07"), source("other", Earmark(states=frozenset({"NER"})))]

    found = allocate(1500_00, PURPOSE, DAY, sources)

    assert [(draw.source.key, draw.direct, draw.support) for draw in found.answer.draws] == [
        ("tight", 1000_00, 130_00),
        ("seven", 100_00, 7_00),
    ]
    assert (found.answer.gap, found.answer.gap_support, found.answer.is_whole) == (400_00, 52_00, False)
    assert [one.code for one in found.because] == ["earmark.other_state", "available.gap"]


def test_what_is_free_and_too_little_for_a_cent_pays_nothing():
    found = allocate(100, PURPOSE, DAY, [source("empty", free=0)])

    assert [one.code for one in found.because] == ["available.nothing_free", "available.gap"]
