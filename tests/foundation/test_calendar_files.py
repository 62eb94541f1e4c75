"""What calendar programs are given (RFC 5545), and the weeks and days that a page shows."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from icalendar import Calendar
from icalendar import Event as Made

from accede.foundation.calendar.entries import Status
from accede.foundation.calendar.icalendar import Event, icalendar
from accede.foundation.calendar.months import Month, first_weekday, read_calendar_day, read_month, read_span
from accede.foundation.texts import format_month

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def event(**beside: object) -> Event:
    stated = {"uid": "1", "first": date(2027, 2, 27), "last": date(2027, 2, 28), "title": "A report", "changed_at": AT}
    return Event(**{**stated, **beside})  # type: ignore[arg-type]


def read(*events: Event) -> tuple[list[str], list[dict[str, object]]]:
    body = icalendar(events, name="Accede", language="en")
    lines = body.decode().split("\r\n")
    return lines, [dict(one) for one in Calendar.from_ical(body).walk("VEVENT")]


def test_days_are_days_and_the_end_is_the_day_after_the_last():
    lines, ((found),) = read(event())

    assert "DTSTART;VALUE=DATE:20270227" in lines
    assert "DTEND;VALUE=DATE:20270301" in lines
    assert "DTSTAMP:20261130T090000Z" in lines
    assert {"STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "CLASS:PUBLIC"} <= set(lines)
    assert found["UID"] == "1"


@pytest.mark.parametrize("letter", ["a", "é", "ж", "م", "法", "😀", "\\", ";"])
def test_lines_are_folded_by_octets_and_text_comes_back_as_it_was(letter):
    title = f"x{letter * 200}"
    lines, (found,) = read(event(title=title, language="ar"))

    assert max(len(line.encode()) for line in lines) <= 75
    assert str(found["SUMMARY"]) == title


def test_signs_that_mean_something_are_escaped_and_those_that_may_not_be_there_are_left_out():
    words = "One, two; \\three\nfour\x07\x00"
    lines, (found,) = read(event(words=words))

    assert str(found["DESCRIPTION"]) == "One, two; \\three\nfour"
    assert r"DESCRIPTION:One\, two\; \\three\nfour" in lines


def by_library(one: Event) -> bytes:
    made, language = Made(), {"language": one.language} if one.language else {}
    for name, value in (("uid", one.uid), ("dtstamp", one.changed_at), ("dtstart", one.first)):
        made.add(name, value)
    made.add("dtend", one.last + timedelta(days=1))
    made.add("summary", "".join(sign for sign in one.title if sign >= " " or sign in "\n\t"), parameters=language)
    made.add("url", one.address)
    made.add("status", "CONFIRMED")
    made.add("class", "PUBLIC")
    made.add("transp", "TRANSPARENT")
    return bytes(made.to_ical())


@pytest.mark.parametrize("seed", range(40))
def test_the_bytes_are_those_that_the_library_writes(seed):
    dice = random.Random(seed)  # noqa: S311  (a sample, no secret)
    title = "".join(dice.choice('ab ,;:\\^"=N\n\r\té中ش😀\u2066') for _sign in range(dice.randrange(1, 260)))
    one = event(title=title, language="zh-hans", address="https://example.org/en/x/?a=1&b=2" + "é" * 30)

    assert by_library(one) in icalendar([one], name="Accede", language="en")


def test_no_property_can_be_put_in_by_words():
    _lines, found = read(event(title="x\r\nATTENDEE:mailto:a@example.org\nEND:VEVENT\nBEGIN:VEVENT"))

    assert len(found) == 1
    assert "ATTENDEE" not in found[0]


def test_what_will_not_happen_stands_there_as_cancelled():
    lines, _found = read(event(status=Status.CANCELLED, is_public=False))

    assert {"STATUS:CANCELLED", "CLASS:PRIVATE"} <= set(lines)


def test_the_same_entries_are_the_same_bytes():
    assert icalendar([event()], name="x", language="fr") == icalendar([event()], name="x", language="fr")


@pytest.mark.parametrize(
    ("language", "weekday"), [("en", 0), ("fr", 0), ("es", 0), ("ru", 0), ("zh-hans", 0), ("ar", 5)]
)
def test_weeks_begin_as_the_language_has_it(language, weekday):
    with translation.override(language):
        weeks = Month(2027, 2).weeks()

        assert first_weekday() == weekday
        assert {week[0].weekday() for week in weeks} == {weekday}
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][0] <= date(2027, 2, 1) <= weeks[0][-1]
    assert weeks[-1][0] <= date(2027, 2, 28) <= weeks[-1][-1]


@pytest.mark.parametrize("month", [Month(1900, 1), Month(2199, 12), Month(2024, 2), Month(2027, 2), Month(2026, 5)])
def test_each_day_of_a_month_stands_in_its_weeks_once(month):
    days = [day for week in month.weeks() for day in week if Month.of(day) == month]

    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (month.first, month.last)


def test_months_follow_each_other_up_to_the_ends_of_the_calendar():
    assert Month(2026, 12).later(1) == Month(2027, 1)
    assert Month(2027, 1).later(-1) == Month(2026, 12)
    assert Month(2199, 12).later(1) is None
    assert Month(1900, 1).later(-1) is None
    assert Month(2026, 11).quarter() == (Month(2026, 10), Month(2026, 11), Month(2026, 12))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-13", "is not a month"),
        ("2026-00", "is not a month"),
        ("9999-12", "outside of the calendar"),
        ("0000-01", "outside of the calendar"),
        ("٢٠٢٦-١٢", "is not a month"),
        ("2026-1", "is not a month"),
        ("soon", "is not a month"),
    ],
)
def test_a_month_that_cannot_be_is_told(text, words):
    problems: list[str] = []

    assert read_month(text, problems=problems) is None
    assert words in problems[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-02-30", "is not a day"), ("9999-12-31", "outside of the calendar"), ("20260101", "is not a day")],
)
def test_a_day_that_cannot_be_is_told(text, words):
    problems: list[str] = []

    assert read_calendar_day(text, problems=problems) is None
    assert words in problems[0]


def test_days_are_told_together_and_in_order():
    problems: list[str] = []
    read_span("x", "y", on=AT.date(), problems=problems)
    assert len(problems) == 2

    for since, until, words in (
        ("2027-01-02", "2027-01-01", "lies after the last"),
        ("1900-01-01", "2199-12-31", "ten years"),
    ):
        problems = []
        read_span(since, until, on=AT.date(), problems=problems)
        assert words in problems[0]
    assert read_span("", "", on=date(2199, 6, 1), problems=[]) == (date(2199, 6, 1), date(2199, 12, 31))


def test_months_are_named_in_each_language():
    found = {
        language: format_month(date(2027, 2, 1), language) for language in ("ar", "zh-hans", "en", "fr", "ru", "es")
    }

    assert found == {
        "ar": "شباط/فبراير 2027",
        "zh-hans": "2027年2月",
        "en": "February 2027",
        "fr": "Février 2027",
        "ru": "Февраль 2027",
        "es": "Febrero de 2027",
    }
