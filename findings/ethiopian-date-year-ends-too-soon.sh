#!/usr/bin/env bash
# The last days of each Ethiopian year cannot be had: the day of a law of September is refused.
# Expected: the Ethiopian year has twelve months of thirty days and a thirteenth of five, in a leap year six; the package says
#   that it converts to and from that calendar, and from it it does.
# Seen: to_ethiopian puts what it found into a date of Python, which knows twelve months and a short second one: from 6 to 10
#   September and for the 30th of Tikimt (10 November 2007) it raises ValueError; to_gregorian takes the same days.
# Hurts: an act or a gazette of these days stops the import of a whole year.
# Versions: ethiopian-date 1.0. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check ethiopian-date==1.0
"$work/venv/bin/python" - <<'PY'
from datetime import date, timedelta

from ethiopian_date import EthiopianDateConverter

refused = []
day = date(2007, 1, 1)
while day < date(2009, 1, 1):
    try:
        EthiopianDateConverter.to_ethiopian(day.year, day.month, day.day)
    except ValueError:
        refused.append(day.isoformat())
    day += timedelta(days=1)
print(refused, EthiopianDateConverter.to_gregorian(1999, 13, 5))
KNOWN = [f"2007-09-{day:02}" for day in range(6, 12)] + [f"2008-09-{day:02}" for day in range(6, 11)]
KNOWN = sorted([*KNOWN, "2007-11-10", "2008-11-08", "2008-11-09"])
assert refused == KNOWN, refused
assert EthiopianDateConverter.to_gregorian(1999, 13, 5) == date(2007, 9, 10)
PY
