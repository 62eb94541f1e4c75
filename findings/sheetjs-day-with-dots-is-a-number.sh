#!/usr/bin/env bash
# Days shown with dots, as in Russian, come out of SheetJS as five-digit numbers.
# Expected: ECMA-376 (18.8, number formats): a full stop in a date format is shown as it stands; 39289 in the format
#   dd.mm.yyyy is 26.07.2007, as openpyxl writes and reads it and as spreadsheets show it.
# Seen: the text that xlsx (SheetJS) gives for the cell, to CSV and to JSON without raw values, is 39289, for every
#   order of day, month and year with plain dots; with a stroke, a hyphen, or a backslash before the dot it is a day.
#   The formatting error inside is swallowed.
# Hurts: Russian and German lists of accessions exported to CSV: each day is a number that no reader takes for a day.
# Versions: xlsx 0.18.5 of npm (Node 20); openpyxl 3.1.5 writes the sample. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check openpyxl==3.1.5
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >/dev/null
venv/bin/python - <<'PY'
import json
import subprocess
from datetime import date

import openpyxl

KNOWN = {
    "dd/mm/yyyy": "26/07/2007",
    "dd-mm-yyyy": "26-07-2007",
    r"dd\.mm\.yyyy": "26.07.2007",
    "dd.mm.yyyy": "39289",
    "d.m.yy": "39289",
    "yyyy.mm.dd": "39289",
}
book = openpyxl.Workbook()
for row, form in enumerate(KNOWN, start=1):
    book.active.cell(row, 1, date(2007, 7, 26)).number_format = form
book.save("days.xlsx")
script = (
    'const X = require("xlsx"); const b = X.readFile("days.xlsx");'
    "console.log(JSON.stringify(X.utils.sheet_to_csv(b.Sheets[b.SheetNames[0]]).trim().split(/\\n/)))"
)
lines = json.loads(subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout)
seen = dict(zip(KNOWN, lines, strict=True))
for form, text in seen.items():
    print(f"{form}: {text}")
assert seen == KNOWN, seen
PY
