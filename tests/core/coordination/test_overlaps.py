"""Overlaps: which plans are told to overlap, and what is said of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accede import data
from accede.core.coordination.overlaps import NEAR_DAYS, OverlapIndex, Planned, Why, overlap
from accede.core.coordination.themes import ThemeWords
from tests.support.planted_calendar import planted

WORDS = ThemeWords(data.document("coordination/theme_words.yaml"))
DAY = date(2026, 3, 10)
MINE = Planned(
    key="activity:1",
    body="programme",
    first=DAY,
    last=DAY + timedelta(days=2),
    states=frozenset({"KEN"}),
    within=frozenset({"african"}),
    topics=frozenset({"financing", "training"}),
)
THEIRS = replace(MINE, key="plan:1", body="CTED", first=DAY + timedelta(days=1), last=DAY + timedelta(days=4))


def codes(theirs: Planned, mine: Planned = MINE) -> list[str]:
    return [str(reason.code) for reason in overlap(mine, theirs, WORDS).because]


def test_two_plans_for_the_same_state_at_the_same_time_on_the_same_theme_overlap_and_it_is_said_why():
    finding = overlap(MINE, THEIRS, WORDS)

    assert finding.answer
    assert [reason.code for reason in finding.because] == [Why.SAME_STATE, Why.SAME_DAYS, Why.SAME_THEME]
    place, days, theme = finding.because
    assert place.facts == {"states": ("KEN",)}
    assert days.facts == {"first": date(2026, 3, 11), "last": date(2026, 3, 12)}
    assert theme.facts == {"themes": ("financing",)}, "how help is given joins nothing where a subject does"


def test_a_region_holds_its_states_and_regions_meet_each_other():
    region = replace(THEIRS, states=frozenset(), within=frozenset(), regions=frozenset({"african"}))

    assert codes(region)[0] == Why.REGION_HOLDS
    assert codes(MINE, region)[0] == Why.REGION_HOLDS
    assert codes(region, replace(region, body="IMF", key="plan:2"))[0] == Why.SAME_REGION
    assert codes(replace(region, regions=frozenset({"grulac"}))) == [Why.OTHER_PLACE]


@pytest.mark.parametrize(("days", "answer"), [(NEAR_DAYS, Why.NEAR_DAYS), (NEAR_DAYS + 1, Why.DAYS_APART)])
def test_days_are_near_up_to_a_bound(days, answer):
    later = replace(THEIRS, first=MINE.last + timedelta(days=days), last=MINE.last + timedelta(days=days + 1))

    assert answer in codes(later)
    assert answer in codes(MINE, later), "whoever asks"


def test_a_body_does_not_overlap_with_itself_and_other_themes_and_states_are_others():
    assert codes(replace(THEIRS, body="programme")) == [Why.SAME_BODY]
    assert codes(replace(THEIRS, states=frozenset({"UGA"}))) == [Why.OTHER_PLACE]
    assert codes(replace(THEIRS, topics=frozenset({"justice", "training"}))) == [Why.OTHER_THEME]
    assert codes(replace(THEIRS, topics=frozenset({"training"}))) == [Why.OTHER_THEME]
    assert Why.NEAR_THEME in codes(replace(THEIRS, topics=frozenset({"authorities"})), _about("cooperation"))


@pytest.mark.parametrize(
    "title",
    [
        "Workshop on countering the financing of terrorism",
        "Atelier sur la lutte contre le blanchiment d’argent",
        "Taller sobre la financiación del terrorismo",
        "Семинар по противодействию финансированию терроризма",
        "ورشة عمل بشأن مكافحة تمويل الإرهاب",
        "打击资助恐怖主义研讨会",
    ],
)
def test_a_theme_is_read_from_a_title_in_any_of_six_languages_and_that_is_said(title):
    titled = replace(THEIRS, topics=frozenset(), title=title)

    assert WORDS.of(title) == {"financing"}
    assert codes(titled)[-2:] == [Why.SAME_THEME, Why.READ_FROM_TITLE]


def test_what_was_planted_is_found_and_little_else():
    calendar = planted(seed=20_07_18, plans=4000)
    index = OverlapIndex((_planned(one) for one in calendar.plans), WORDS)

    found = {
        frozenset((one.key, theirs.key))
        for one in map(_planned, calendar.plans)
        for theirs, _finding in index.overlaps_of(one)
    }
    right = found & calendar.overlapping
    precision, recall = len(right) / len(found), len(right) / len(calendar.overlapping)

    assert len(calendar.overlapping) > 300
    assert calendar.decoys > 300
    assert precision >= 0.95, (precision, sorted(map(sorted, found - calendar.overlapping))[:5])
    assert recall >= 0.95, (recall, sorted(map(sorted, calendar.overlapping - found))[:5])


def test_the_index_finds_what_comparing_everything_with_everything_finds():
    plans = [_planned(one) for one in planted(seed=7, plans=300).plans]
    index = OverlapIndex(plans, WORDS)
    for mine in plans[:60]:
        slowly = {theirs.key for theirs in plans if theirs is not mine and overlap(mine, theirs, WORDS).answer}
        assert {theirs.key for theirs, _finding in index.overlaps_of(mine)} == slowly


def _about(topic: str) -> Planned:
    return replace(MINE, topics=frozenset({topic}))


def _planned(one) -> Planned:
    return Planned(
        key=one.ident,
        body=one.agency,
        first=one.opens,
        last=one.closes,
        states=frozenset(one.countries),
        regions=frozenset(one.area),
        within=frozenset(one.lies_in),
        topics=frozenset(one.tags),
        title=one.headline,
    )
