#!/usr/bin/env bash
# A task due on a day is due at midnight UTC once ics.py has written it, and a series loses its time zone.
# Expected: RFC 5545: DUE;VALUE=DATE is a day everywhere (3.8.2.3), a time without zone stays without (3.3.5, form 1),
#   a series with TZID keeps its local hour (form 3), and the only calendar scale is GREGORIAN (3.7.1).
# Seen: reading a valid calendar and writing it again gives DUE:20240310T000000Z (9 March in New York),
#   DTSTART:…T090000Z for a time without zone, and a series in UTC whose EXDATE alone keeps the zone. Every calendar
#   says CALSCALE:GEORGIAN. Nothing is raised.
# Hurts: the due day of a reply shows a day early west of Greenwich; weekly calls shift by an hour in summer.
# Versions: ics 0.7.3. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check ics==0.7.3
"$work/venv/bin/python" - <<'PY'
import ics

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sample//EN
BEGIN:VTODO
UID:1
DTSTAMP:20240101T000000Z
DUE;VALUE=DATE:20240310
SUMMARY:Reply due
END:VTODO
BEGIN:VEVENT
UID:2
DTSTAMP:20240101T000000Z
DTSTART:20240310T090000
DTEND:20240310T100000
SUMMARY:No zone
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20240101T000000Z
DTSTART;TZID=Europe/Vienna:20240310T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=5
EXDATE;TZID=Europe/Vienna:20240317T090000
SUMMARY:Weekly call
END:VEVENT
END:VCALENDAR
"""
written = ics.Calendar(TEXT.replace("\n", "\r\n")).serialize().split("\r\n")
dates = sorted(line for line in written if line.startswith(("DUE", "DTSTART", "EXDATE", "CALSCALE")))
print("\n".join(dates))
assert dates == [
    "CALSCALE:GEORGIAN",
    "DTSTART:20240310T080000Z",
    "DTSTART:20240310T090000Z",
    "DUE:20240310T000000Z",
    "EXDATE;TZID=Europe/Vienna:20240317T090000",
], dates
PY
