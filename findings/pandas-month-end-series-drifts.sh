#!/usr/bin/env bash
# Four instalments from 31 January fall on the 28th for ever after February.
# Expected: pandas' DateOffset(months=n) goes to the same day of the month, or the last if there is none, as adding
#   offsets of 1, 2, 3 months to 31 January does: 28 February, 31 March, 30 April.
# Seen: date_range with that offset adds one month to the day before it, so 31 January is followed by 28 February, 28
#   March, 28 April. Nothing warns.
# Hurts: a grant's instalments or a reporting calendar generated as a series falls due up to three days early.
# Versions: pandas 2.3.3. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check pandas==2.3.3
"$work/venv/bin/python" - <<'PY'
import pandas

first = pandas.Timestamp("2007-01-31")
seen = {
    "one by one": [str((first + pandas.DateOffset(months=n)).date()) for n in range(4)],
    "as a series": [str(day.date()) for day in pandas.date_range(first, periods=4, freq=pandas.DateOffset(months=1))],
}
KNOWN = {
    "one by one": ["2007-01-31", "2007-02-28", "2007-03-31", "2007-04-30"],
    "as a series": ["2007-01-31", "2007-02-28", "2007-03-28", "2007-04-28"],
}
print(seen)
assert seen == KNOWN, seen
PY
