#!/usr/bin/env bash
# A weekly meeting moves by a day when a calendar's time zone is made standard.
# Expected: x-wr-timezone turns a calendar with X-WR-TIMEZONE into the standard form without changing when anything
#   happens. RFC 5545 (3.3.10) reads BYDAY in the zone of DTSTART, so a start that changes its day takes BYDAY along.
# Seen: DTSTART goes from Sunday 22:30 UTC to Monday 01:30 in Amman, BYDAY stays SU. The first meeting is on Monday,
#   the others on Sunday at 01:30, a day too early, and there are four although COUNT says three. Nothing is raised.
#   recurring-ical-events applies this step by itself to such calendars.
# Hurts: a ministry's shared calendar read into a plan of missions: the interpreter is booked for the wrong day.
# Versions: x-wr-timezone 2.0.1, recurring-ical-events 3.8.2, icalendar 7.3.2. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  x-wr-timezone==2.0.1 recurring-ical-events==3.8.2 icalendar==7.3.2
"$work/venv/bin/python" - <<'PY'
from datetime import UTC

import icalendar
import recurring_ical_events
import x_wr_timezone

LINES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sample//EN
{zone}BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART:20240107T223000Z
DTEND:20240107T233000Z
RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=3
SUMMARY:Weekly meeting
END:VEVENT
END:VCALENDAR
"""


def starts(calendar):
    found = recurring_ical_events.of(calendar).between((2024, 1, 1), (2024, 2, 10))
    days = sorted(event["DTSTART"].dt.astimezone(UTC) for event in found)
    return [day.strftime("%a %d %b %H:%M") for day in days]


def calendar(zone):
    return icalendar.Calendar.from_ical(LINES.format(zone=zone).replace("\n", "\r\n"))


plain = starts(calendar(""))
print("without X-WR-TIMEZONE, UTC:", plain)
assert plain == ["Sun 07 Jan 22:30", "Sun 14 Jan 22:30", "Sun 21 Jan 22:30"], plain

named = calendar("X-WR-TIMEZONE:Asia/Amman\n")
moved = starts(x_wr_timezone.to_standard(named))
print("made standard, UTC:      ", moved)
assert moved == ["Sun 07 Jan 22:30", "Sat 13 Jan 22:30", "Sat 20 Jan 22:30", "Sat 27 Jan 22:30"], moved
assert starts(calendar("X-WR-TIMEZONE:Asia/Amman\n")) == moved
PY
