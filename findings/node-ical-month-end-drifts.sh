#!/usr/bin/env bash
# An all-day event repeated monthly from the 31st happens on the 29th, for good, when node-ical reads it.
# Expected: RFC 5545 (3.3.10): a rule that gives an invalid day, such as 30 February, skips it; from 31 January
#   monthly comes 31 March, 31 May, 31 July. dateutil, which implements the rules for Python, does so.
# Seen: node-ical gives 31 January, 29 February, 29 March, 29 April. An EXDATE on 31 March then excludes nothing.
# Hurts: monthly reports and payments fall due two days early, and a cancelled one is still announced.
# Versions: node-ical 0.26.1 (Node 20), python-dateutil 2.9.0.post0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 >/dev/null
cat >series.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sample//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:20240131
RRULE:FREQ=MONTHLY;COUNT=4
EXDATE;VALUE=DATE:20240331
SUMMARY:Monthly return due
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' series.ics
TZ=UTC node -e '
const ical = require("node-ical");
const event = ical.sync.parseFile("series.ics")["1"];
const range = { from: new Date("2024-01-01"), to: new Date("2025-01-01") };
console.log(ical.expandRecurringEvent(event, range).map((one) => one.start.toISOString().slice(0, 10)).join(" "));
' >seen
venv/bin/python - <<'PY'
from datetime import datetime
from pathlib import Path

from dateutil.rrule import rrulestr

by_rule = [day.date().isoformat() for day in rrulestr("FREQ=MONTHLY;COUNT=4", dtstart=datetime(2024, 1, 31))]
seen = Path("seen").read_text().split()
print("dateutil: ", by_rule)
print("node-ical:", seen)
assert by_rule == ["2024-01-31", "2024-03-31", "2024-05-31", "2024-07-31"], by_rule
assert seen == ["2024-01-31", "2024-02-29", "2024-03-29", "2024-04-29"], seen
PY
