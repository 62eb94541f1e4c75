#!/usr/bin/env bash
# Algeria's working days of 2008 are counted with the weekend that began in 2009.
# Expected: a calendar library that gives holidays for any year knows that the week changed: Algeria rested on
#   Thursday and Friday until August 2009, on Friday and Saturday since; holidays says so for both years.
# Seen: workalendar calls Thursday 8 May 2008 a working day and Saturday 10 May 2008 a day of rest; it has one weekend
#   for all years. It warns that dates of the Islamic calendar may be wrong, not of the weekend.
# Hurts: whether a reply of 2008 came within the days that a treaty allows is judged on days when the ministry was
#   shut.
# Versions: workalendar 17.0.0, holidays 0.109. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  workalendar==17.0.0 holidays==0.109
"$work/venv/bin/python" -W ignore - <<'PY'
from datetime import date

import holidays
from workalendar.africa import Algeria

KNOWN = {  # is Thursday, is Saturday a working day?
    "holidays, May 2008": (False, True),
    "holidays, May 2012": (True, False),
    "workalendar, May 2012": (True, False),
    "workalendar, May 2008": (True, False),
}
seen = {}
for thursday, saturday in ((date(2008, 5, 8), date(2008, 5, 10)), (date(2012, 5, 10), date(2012, 5, 12))):
    for name, library in (("holidays", holidays.country_holidays("DZ")), ("workalendar", Algeria())):
        pair = library.is_working_day(thursday), library.is_working_day(saturday)
        seen[f"{name}, May {thursday.year}"] = pair
        print(name, thursday, pair[0], saturday, pair[1])
assert seen == KNOWN, seen
PY
