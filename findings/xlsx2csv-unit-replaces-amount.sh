#!/usr/bin/env bash
# An amount whose cell shows a unit in words comes out as the format with a date in it; the amount is gone.
# Expected: ECMA-376 (18.8, number formats): text in quotation marks inside a number format is shown as it stands; the
#   cell's value is the number. A converter writes 1250.5 or what is shown, 1,251 dh.
# Seen: xlsx2csv takes d, m, y, h, s inside the quoted words for parts of a date: the cell becomes the format's own
#   text with digits in it, «#,##0 "0312"» for "dh", «0" se00ion"» for "session". A cell with a unit without these
#   letters is right. Exit code 0, no message.
# Hurts: sheets of ministries in dirhams or dinars, "61 session", "3 Mitglieder": figures become rubbish in the CSV.
# Versions: xlsx2csv 0.8.6; openpyxl 3.1.5 writes the sample. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
cd "$work"
venv/bin/python - <<'PY'
import csv
import subprocess

import openpyxl

KNOWN = {
    '#,##0 "F"': "1250.5",
    '#,##0 "dh"': '#,##0 "0312"',
    '"USD" #,##0': '"us03" #,##0',
    '0" session"': '0" se00ion"',
    '0 "Mitglieder"': '0 "06itglie03er"',
}
book = openpyxl.Workbook()
for row, form in enumerate(KNOWN, start=1):
    cell = book.active.cell(row, 1, 1250.5)
    cell.number_format = form
book.save("amounts.xlsx")
text = subprocess.run(["venv/bin/xlsx2csv", "amounts.xlsx"], capture_output=True, text=True, check=True).stdout
seen = dict(zip(KNOWN, (row[0] for row in csv.reader(text.splitlines())), strict=True))
for form, value in seen.items():
    print(f"{form!r}: {value!r}")
assert seen == KNOWN, seen
PY
