"""Calendars of bodies: on which days their events fall, and what is said of those that cannot be read."""

from datetime import date

import pytest

from accede.foundation.imports import FileRefused
from accede.modules.coordination.services.plan_calendars import Calendar, is_calendar, read_calendar

TODAY = date(2026, 1, 15)
VIENNA = "DTSTART;TZID=Europe/Vienna:20260310T090000\nDTEND;TZID=Europe/Vienna:20260311T170000\n"


def event(lines: str, *, uid: str = "one@example.org", title: str = "Sample workshop") -> str:
    return f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\n{lines.strip()}\nEND:VEVENT\n"


@pytest.fixture
def read(tmp_path):
    def reading(*events: str, before: str = "", ended: bool = True) -> Calendar:
        path = tmp_path / "plans.ics"
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{''.join(events)}" + ("END:VCALENDAR\n" if ended else "")
        path.write_text(text.replace("\n", "\r\n"), encoding="utf-8")
        assert is_calendar(path)
        return read_calendar(path, TODAY)

    return reading


def days(calendar: Calendar) -> list[str]:
    assert calendar.problems == []
    return [one.first.isoformat() for one in calendar.times]


def faults(calendar: Calendar) -> list[tuple[str, int | None, str]]:
    return [(one.code, one.row, one.column) for one in calendar.problems]


def test_days_are_those_of_the_events_own_clock_and_the_end_of_days_is_not_one_of_them(read):
    calendar = read(
        event(VIENNA, uid="a"),
        event("DTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:20260404", uid="b"),
        event("DTSTART;VALUE=DATE:20260501", uid="c"),
        event("DTSTART:20260601T200000\nDURATION:PT4H", uid="d"),
        event("DTSTART;TZID=Egypt Standard Time:20260701T233000\nDTEND:20260702T003000Z", uid="e"),
    )

    assert [(one.first.isoformat(), one.last.isoformat()) for one in calendar.times] == [
        ("2026-03-10", "2026-03-11"),
        ("2026-04-01", "2026-04-03"),
        ("2026-05-01", "2026-05-01"),
        ("2026-06-01", "2026-06-01"),
        ("2026-07-01", "2026-07-02"),
    ]


def test_a_moment_of_world_time_is_on_the_day_of_the_zone_in_which_the_calendar_is_shown(read):
    utc = event("DTSTART:20260310T220000Z")

    assert days(read(utc)) == ["2026-03-10"]
    assert days(read(utc, before="X-WR-TIMEZONE:Asia/Bangkok\n")) == ["2026-03-11"]


def test_a_series_is_taken_with_each_of_its_times_but_those_left_out_and_as_each_is_stated_anew(read):
    series = event(
        f"{VIENNA}RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Vienna:20260317T090000\nRDATE;VALUE=DATE:20260501"
    )
    # 24 March as the world's clock has it; the next one is in summer time.
    moved = event("RECURRENCE-ID:20260324T080000Z\nDTSTART;TZID=Europe/Vienna:20260326T090000", title="Moved")
    off = event("RECURRENCE-ID:20260331T070000Z\nDTSTART;TZID=Europe/Vienna:20260331T090000\nSTATUS:CANCELLED")

    calendar = read(series, moved, off)

    assert days(calendar) == ["2026-03-10", "2026-03-26", "2026-03-31", "2026-04-07", "2026-05-01"]
    assert [one.title for one in calendar.times][1] == "Moved"
    assert [one.is_cancelled for one in calendar.times] == [False, False, True, False, False]
    assert calendar.times[0].last == date(2026, 3, 11)
    assert len({one.known_as for one in calendar.times}) == 5


def test_from_one_time_on_a_series_can_be_stated_anew(read):
    series = event(f"{VIENNA}RRULE:FREQ=WEEKLY;UNTIL=20260331")
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:20260324T090000\n"
        "DTSTART;TZID=Europe/Vienna:20260325T090000"
    )

    assert days(read(series, later)) == ["2026-03-10", "2026-03-17", "2026-03-25", "2026-04-01"]


def test_what_repeats_without_end_is_taken_for_two_years_and_that_is_said(read):
    calendar = read(event("DTSTART;VALUE=DATE:20260201\nRRULE:FREQ=MONTHLY"))

    assert days(calendar)[-1] == "2028-02-01"
    assert [remark.code for remark in calendar.remarks] == ["ical.endless"]


def test_all_faults_are_told_at_once_each_with_its_line_and_its_property(read):
    calendar = read(
        event("DTSTART;TZID=Mars/Olympus:20260310T090000", uid="a"),
        event("DTSTART;VALUE=DATE:20260230", uid="b"),
        event(f"{VIENNA}RRULE:FREQ=FORTNIGHTLY", uid="c"),
        event(f"{VIENNA}RRULE:FREQ=HOURLY;COUNT=3", uid="d"),
        event(f"{VIENNA}RRULE:FREQ=DAILY;COUNT=9;UNTIL=20260601", uid="e"),
        event(f"{VIENNA}RRULE:FREQ=DAILY;COUNT=5000;BYHOUR=9,10", uid="f"),
        event(f"{VIENNA}RRULE:FREQ=DAILY;UNTIL=20281231\nRRULE:FREQ=WEEKLY", uid="g"),
        event("DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260301", uid="h"),
        event(f"{VIENNA}RRULE:RSCALE=HEBREW;FREQ=YEARLY", uid="i"),
        event(VIENNA, uid="j", title=" "),
        event("DTSTART;VALUE=DATE:19000101", uid="k"),
        event(VIENNA, uid="l"),
        event(VIENNA, uid="l"),
        event(f"{VIENNA}RRULE:FREQ=DAILY;UNTIL=20300101", uid="m"),
        event("DTSTART;VALUE=DATE:20230101\nRRULE:FREQ=DAILY;UNTIL=20300101", uid="n"),
        event("DTSTART;VALUE=DATE:19900101\nRRULE:FREQ=YEARLY", uid="o"),
        event("SUMMARY:no day", uid="p"),
    )

    assert len(calendar.problems) == 16
    assert {code for code, _row, _column in faults(calendar)} == {
        "ical.zone", "ical.no_day", "ical.rule", "ical.too_often", "ical.two_rules", "ical.ends_before", "ical.scale",
        "cell.blank", "ical.twice", "ical.too_many_times", "ical.begun_long_ago",
    }  # fmt: skip
    assert calendar.problems[0].params == {"text": "Mars/Olympus"}
    assert faults(calendar)[0] == ("ical.zone", 3, "DTSTART")


def test_a_zone_that_one_file_defines_is_none_of_the_next(read):
    defined = (
        "BEGIN:VTIMEZONE\nTZID:Headquarters\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\n"
        "TZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    late = event("DTSTART;TZID=Headquarters:20260310T010000\nDTEND:20260310T223000Z")

    assert [one.last for one in read(late, before=defined).times] == [date(2026, 3, 11)]
    assert faults(read(late)) == [("ical.zone", 3, "DTSTART")]


def test_a_file_that_is_cut_off_says_where_and_keeps_what_is_whole(read):
    calendar = read(event(VIENNA), "BEGIN:VEVENT\nUID:two\nSUMMARY:Cut off\n", ended=False)

    assert len(calendar.times) == 1
    assert [(code, row) for code, row, _column in faults(calendar)] == [("ical.unclosed", 9), ("ical.unclosed", 1)]


def test_a_calendar_without_events_is_refused_and_alarms_and_tasks_are_none(read):
    alarm = event(f"{VIENNA}BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:x\nEND:VALARM")
    with pytest.raises(FileRefused):
        read("BEGIN:VTODO\nUID:t\nSUMMARY:Task\nEND:VTODO\n")

    assert days(read(alarm)) == ["2026-03-10"]


@pytest.mark.parametrize("rule", ["DAILY;BYMONTH=2;BYMONTHDAY=30", "DAILY;BYSETPOS=3", "DAILY;BYMONTH=13"])
def test_a_rule_that_no_day_fits_is_refused_and_not_sought_for(read, rule):
    assert faults(read(event(f"DTSTART;VALUE=DATE:20260110\nRRULE:FREQ={rule}"))) == [("ical.rule", 3, "RRULE")]


def test_private_events_and_their_places_are_read_and_nobody_who_was_invited(read):
    lines = f"{VIENNA}CLASS:PRIVATE\nLOCATION:Nairobi\\, Kenya\nCATEGORIES:financing,Training"
    lines += "\nATTENDEE:mailto:a@example.org"

    (time,) = read(event(lines)).times

    assert time.is_private
    assert set(time.names) >= {"financing", "Training", "Kenya"}
    assert "example.org" not in repr(time).replace("one@example.org", "")
