#!/usr/bin/env bash
# "5 marzo 2007" is 1 May, and "1 mars 2007" is 1 January, when a sentence is read loosely.
# Expected: dateutil's parser with fuzzy=True skips unknown words of a text around an English date; its documentation
#   shows a sentence with a date in it. A month that it cannot read leaves no month, so an error, as without fuzzy.
# Seen: the unknown month is skipped and the day becomes the month: 5 marzo → 1 May, 10 agosto → 1 October, 3 dic. → 1
#   March; what is missing comes from the default day. Without fuzzy each of them raises.
# Hurts: days in Spanish and French letters are booked five to seven months off, in a form that looks read.
# Versions: python-dateutil 2.9.0.post0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check python-dateutil==2.9.0.post0
"$work/venv/bin/python" - <<'PY'
from datetime import datetime

from dateutil import parser

KNOWN = {
    "5 marzo 2007": "2007-05-01",
    "10 agosto 2007": "2007-10-01",
    "3 dic. 2007": "2007-03-01",
    "1 mars 2007": "2007-01-01",
    "12 Janvier 2007": "2007-12-01",
    "Law 12 of 2007": "2007-12-01",
}
seen = {}
for text in KNOWN:
    seen[text] = parser.parse(text, fuzzy=True, default=datetime(2000, 1, 1)).date().isoformat()
    try:
        parser.parse(text, default=datetime(2000, 1, 1))
    except parser.ParserError as error:
        print(f"{text!r}: {seen[text]}; strictly: {error}")
    else:
        raise AssertionError(f"changed: {text!r} is read strictly")
assert seen == KNOWN, seen
PY
