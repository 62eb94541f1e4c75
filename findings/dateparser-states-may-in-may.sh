#!/usr/bin/env bash
# "Member States may request assistance" is a day in May, and "Law No. 12 of 2007" a day in December.
# Expected: dateparser.search finds the dates in a text; a modal verb in small letters is no month, and a law's number
#   no month either. It was told the language.
# Seen: "may" is found as a day of May of this year, "12 of 2007" as December 2007; the day of the month is today's,
#   so the answer changes every day. The true date of the same sentence is found as well.
# Hurts: "may" is on every page of a resolution: days taken from texts are mostly verbs.
# Versions: dateparser 1.5.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check dateparser==1.5.0
"$work/venv/bin/python" -W ignore - <<'PY'
from datetime import datetime

from dateparser.search import search_dates

TEXT = "Member States may request assistance under Law No. 12 of 2007, adopted on 9 December 1999."
found = search_dates(TEXT, languages=["en"], settings={"RELATIVE_BASE": datetime(2024, 1, 15)})
seen = [(words, day.date().isoformat()) for words, day in found]
KNOWN = [
    ("may", "2024-05-15"),
    ("12 of 2007", "2007-12-15"),
    ("on 9 December 1999", "1999-12-09"),
]
print(seen)
assert seen == KNOWN, seen
PY
