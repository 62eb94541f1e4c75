#!/usr/bin/env bash
# A deadline that passed two months ago passed "a month ago", and one that passed on 1 February "0 months ago".
# Expected: arrow's humanize with granularity="month" counts months; from 1 January to 1 March there are two, in every
#   calendar, and arrow's own shift(months=2) agrees.
# Seen: days are divided by 30.5 and cut: 59 days are one month, the 28 of February none.
# Hurts: reminders to a focal point understate how long a reply is due, by a whole month in spring.
# Versions: arrow 1.4.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check arrow==1.4.0
"$work/venv/bin/python" - <<'PY'
import arrow

today = arrow.get("2007-03-01")
KNOWN = {
    "2006-12-01": "2 months ago",
    "2007-01-01": "a month ago",
    "2007-02-01": "0 months ago",
}
seen = {day: arrow.get(day).humanize(today, granularity="month") for day in KNOWN}
print(seen)
assert arrow.get("2007-01-01").shift(months=2) == today
assert seen == KNOWN, seen
PY
