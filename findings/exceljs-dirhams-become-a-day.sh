#!/usr/bin/env bash
# Fifteen hundred dirhams become 8 February 1904 when ExcelJS reads the sheet.
# Expected: ECMA-376 (18.8, number formats): a backslash shows the next letter as it stands, which is how spreadsheets
#   store a unit typed into a number format (#,##0 \d\h). The cell's value stays the number 1500.
# Seen: ExcelJS gives a Date for that cell, for it finds d and h in the format; with the same unit in quotation marks
#   it gives 1500. openpyxl reads 1500 in both. No warning.
# Hurts: amounts in dh, dn or "hours" in an uploaded sheet become days of 1904 and are left out of the sum.
# Versions: exceljs 4.4.0 (Node 20), openpyxl 3.1.5. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check openpyxl==3.1.5
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 >/dev/null
venv/bin/python - <<'PY'
import openpyxl

book = openpyxl.Workbook()
for row, form in enumerate(('#,##0 "dh"', r"#,##0 \d\h", r"#,##0 \F"), start=1):
    book.active.cell(row, 1, 1500).number_format = form
book.save("amounts.xlsx")
PY
TZ=UTC node -e '
const { Workbook } = require("exceljs");
const book = new Workbook();
book.xlsx.readFile("amounts.xlsx").then(() => {
  const seen = [1, 2, 3].map((row) => book.worksheets[0].getCell(row, 1).value);
  console.log(JSON.stringify(seen));
});
' >seen.json
venv/bin/python - <<'PY'
import json
from pathlib import Path

import openpyxl

exceljs = json.loads(Path("seen.json").read_text())
values = [row[0] for row in openpyxl.load_workbook("amounts.xlsx").active.values]
print("ExcelJS: ", exceljs)
print("openpyxl:", values)
KNOWN = {
    "openpyxl": [1500, 1500, 1500],
    "ExcelJS": [1500, "1904-02-08T00:00:00.000Z", 1500],
}
assert {"openpyxl": values, "ExcelJS": exceljs} == KNOWN
PY
