"""A field declared once, and what follows from it."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from accede.foundation.access import ANONYMOUS, SYSTEM, Permission
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Entry, Field, Given, Texts, fields_for, problems_of, shown_fields

LOOK_INSIDE = Permission("tests.look-inside", "Look inside", changes=False)


@dataclass(frozen=True, slots=True)
class Box:
    name: str = ""
    colours: tuple[str, ...] = ()
    since: date | None = None
    is_open: bool = False
    inside: str = ""
    names: Texts = field(default_factory=Texts)


COLOURS = {"red": "Red", "blue": "Blue"}
NAME = Field[Box]("name", "Name", lambda box: box.name, entry=Entry(needed="Write a name.", most=5))
COLOUR = Field[Box]("colours", "Colours", lambda box: box.colours, choices=COLOURS, several=True, entry=Entry())
SINCE = Field[Box]("since", "Since", lambda box: box.since, Kind.DAY)
OPEN = Field[Box]("open", "Open", lambda box: box.is_open, Kind.YES_OR_NO, entry=Entry())
INSIDE = Field[Box]("inside", "Inside", lambda box: box.inside, needs=LOOK_INSIDE)
NAMES = Field[Box]("names", "Names", lambda box: box.names, in_languages=True, entry=Entry())
BOX = (NAME, COLOUR, SINCE, OPEN, INSIDE, NAMES)


def test_what_stands_in_a_field_is_shown_in_words():
    box = Box("Ark", ("red", "blue", "green"), names=Texts({"en": "Ark", "ar": "تابوت"}))

    assert COLOUR.cell(box) == "Red, Blue, green"
    assert SINCE.cell(Box(since=date(2026, 1, 2))) == date(2026, 1, 2)
    assert NAMES.cell(box) == "Ark"
    with translation.override("ar"):
        assert NAMES.cell(box) == "تابوت"


def test_a_text_in_several_languages_falls_back_to_english_and_then_to_any():
    assert Texts({"fr": "Arche", "en": "Ark"}).nearest("es") == ("en", "Ark")
    assert Texts({"fr": "Arche"}).nearest("es") == ("fr", "Arche")
    assert Texts().nearest("es") == ("es", "")


def test_there_is_no_such_field_for_who_may_not_see_it():
    assert INSIDE not in fields_for(ANONYMOUS, BOX)
    assert INSIDE in fields_for(SYSTEM, BOX)
    assert [one.key for one in shown_fields((NAME, INSIDE), Box("Ark"), ANONYMOUS)] == ["name"]


def test_a_thing_shows_its_fields_with_where_they_come_from():
    told = Field[Box]("name", "Name", lambda box: box.name, source=lambda box: Link("The list", "/list/"))

    (shown,) = shown_fields((told,), Box("Ark"), ANONYMOUS)

    assert (shown.label, shown.words, shown.source) == ("Name", "Ark", Link("The list", "/list/"))


def test_all_that_is_wrong_by_the_declarations_is_told_at_once():
    problems = problems_of(BOX, Box("Ark of all", ("green",)))

    assert problems == {
        "name": "At most 5 characters: there are 10.",
        "colours": "“green” is not one of: red, blue.",
    }
    assert problems_of(BOX, Box()) == {"name": "Write a name."}


def test_what_was_given_is_read_with_its_type():
    key = uuid.uuid4()
    given = Given({"name": " Ark ", "colours": ["red", "red"], "open": True, "names": {"en": "Ark", "fr": ""}})

    assert (given.text(NAME), given.texts(COLOUR), given.yes(OPEN)) == ("Ark", ("red",), True)
    assert given.day(SINCE) is None
    assert given.in_languages(NAMES) == Texts({"en": "Ark"})
    assert Given({"name": str(key)}).key_of_thing(NAME) == key
    assert Given({"name": "nonsense"}).key_of_thing(NAME) is None


@pytest.mark.parametrize(
    ("value", "cell"),
    [(datetime(2026, 1, 2, 3, tzinfo=UTC), date(2026, 1, 2)), (None, None), (7, 7), (Link("a", "/"), Link("a", "/"))],
)
def test_a_value_without_codes_is_shown_as_it_is(value, cell):
    assert Field[Box]("any", "Any", lambda box: value).cell(Box()) == cell
