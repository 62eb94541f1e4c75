#!/usr/bin/env bash
# A meeting at nine in one mission's calendar is read in the time zone of another mission's file.
# Expected: a TZID is defined by the VTIMEZONE of its own calendar object (RFC 5545, 3.2.19: it "MUST" be there), so two files
#   may use one name, such as Outlook's "Customized Time Zone", for two zones, and a name that a file does not define is unknown.
# Seen: icalendar keeps the first definition of a name for the life of the process. A second file that defines "Mission" as
#   three hours behind UTC is read five and a half ahead, as the first said; a third that defines nothing gets it too,
#   while alone it gives a time without zone. The lists of errors stay empty.
# Hurts: a server that reads partners' plans one after another puts sessions hours away, by the order of uploads.
# Versions: icalendar 7.3.2. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check icalendar==7.3.2
"$work/venv/bin/python" - <<'PY'
from datetime import timedelta

from icalendar import Calendar

ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Mission\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:{0}\r\nTZOFFSETTO:{0}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def offset(zone: str) -> timedelta | None:
    file = Calendar.from_ical(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sample//\r\n{zone}BEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTART;TZID=Mission:20260504T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert file.errors == [] and file.walk("VEVENT")[0].errors == []
    return file.walk("VEVENT")[0]["DTSTART"].dt.utcoffset()


seen = [offset(zone) for zone in ("", ZONE.format("+0530"), ZONE.format("-0300"), "")]
for words, one in zip(("no definition", "+05:30", "-03:00", "no definition"), seen):
    print(f"the file says {words:>13}: read as {one}")
ahead = timedelta(hours=5, minutes=30)
assert seen == [None, ahead, ahead, ahead], seen
PY
