"""What a name, a birth year and a nomination can be; how persons are counted; how long names are kept."""

from datetime import date

import pytest

from accede.core.training.counting import Persons, count_persons
from accede.core.training.keeping import kept_until, months_after
from accede.core.training.nominations import (
    Standing,
    birth_year,
    is_possible_year,
    key_of_name,
    may_be_decided,
    problem_of_name,
)


@pytest.mark.parametrize(
    ("name", "is_given", "wrong"),
    [
        ("Awa", True, ""),
        ("Ortega y Gasset", False, ""),
        ("Ana y Luis", True, "two"),
        ("Li; Wang", False, "two"),
        ("Иван и Пётр", True, "two"),
        ("أحمد و محمد", True, "two"),
        ("Jean-Pierre", True, ""),
        ("محمد عبد الله", True, ""),
        ("O’Neill", False, ""),
        ("1. Awa", True, "figures"),
        ("٣ محمد", True, "figures"),
        ("—", False, "no_letters"),
    ],
)
def test_a_cell_holds_the_name_of_one_person(name, is_given, wrong):
    assert problem_of_name(name, is_given=is_given) == wrong


@pytest.mark.parametrize(
    ("text", "year"), [("1979", 1979), ("١٩٧٩", 1979), ("79", None), ("1979-03-02", None), ("", None)]
)
def test_a_birth_year_is_four_figures_of_any_script(text, year):
    assert birth_year(text) == year


@pytest.mark.parametrize(("year", "possible"), [(1908, False), (1909, True), (1991, True), (1992, False)])
def test_an_official_is_of_an_age_to_be_one(year, possible):
    assert is_possible_year(year, in_year=2009) is possible


def test_a_name_is_known_again_in_another_order_and_case():
    assert key_of_name("Awa  Marie", "DIALLO") == key_of_name("diallo", "marie awa")


def test_what_a_state_confirmed_or_withdrew_is_not_decided_again():
    found = {one for one in Standing if may_be_decided(one, Standing.SELECTED)}
    assert found == {Standing.NOMINATED, Standing.SELECTED, Standing.RESERVE, Standing.NOT_SELECTED}


def test_persons_lie_between_all_proposed_pairs_and_none():
    assert count_persons("abcde", [("a", "b")], [("b", "c"), ("d", "x"), ("x", "e")]) == Persons(2, 4)
    assert count_persons("abcde", [("a", "b"), ("b", "c")]) == Persons(3, 3)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 30), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, then):
    assert months_after(day, months) == then


def test_names_are_kept_five_years():
    assert kept_until(date(2026, 12, 1)) == date(2031, 12, 1)
