#!/usr/bin/env bash
# One column of days, read in the language of its office: day and month change places from row to row.
# Expected: parse_date with locale="fr" reads day, month, year (its docstring: the order of the parts is found from the
#   language) and refuses 09/24/2003, whose month would be the 24th. A day written out, "24 septembre 2003", is read
#   or refused with the ParseError that the docstring names.
# Seen: 09/24/2003 is taken as 24 September without a word, while 09/12/2003, two rows on and from the same American list,
#   is 9 December. The day written out ends in an IndexError. 31/04/2003 is refused properly.
# Hurts: a depositary's list read in another office has right days wherever the day is above twelve, wrong ones elsewhere;
#   a check of the first rows finds nothing, and handlers of ParseError do not catch the written-out day.
# Versions: babel 2.19.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check babel==2.19.0
"$work/venv/bin/python" - <<'PY'
from babel.dates import ParseError, parse_date

seen: dict[str, str] = {}
for written in ("09/24/2003", "09/12/2003", "24/09/2003", "31/04/2003", "24 septembre 2003"):
    try:
        seen[written] = parse_date(written, locale="fr").isoformat()
    except (ParseError, IndexError) as error:
        seen[written] = type(error).__name__
print(seen)
KNOWN = {
    "09/24/2003": "2003-09-24",
    "09/12/2003": "2003-12-09",
    "24/09/2003": "2003-09-24",
    "31/04/2003": "ParseError",
    "24 septembre 2003": "IndexError",
}
assert seen == KNOWN, seen
PY
