#!/usr/bin/env bash
# An amount typed as text below row 100 of a sheet arrives as "no value", and a tick as one dollar.
# Expected: polars guesses a column's type from the first 100 rows (infer_schema_length); a later cell that does not
#   fit ends in an error that names it, as it does in polars.read_csv with the same rows.
# Seen: polars.read_excel gives null for "1 250.50" typed with a blank in row 151, and 1.0 for TRUE, without a word;
#   the sum is short. read_csv refuses the same column and quotes the cell.
# Hurts: a ministry's long sheet with one amount typed with a blank: the total of contributions is too small,
#   silently.
# Versions: polars 2.1.0 with fastexcel 0.21.0 (its default engine), openpyxl 3.1.5 writes the sample. Seen
#   2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5
cd "$work"
venv/bin/python - <<'PY'
from pathlib import Path

import openpyxl
import polars

AMOUNTS = [*([10.5] * 150), "1 250.50", True]
book = openpyxl.Workbook()
for row in (("State", "Amount"), *((f"State {n}", amount) for n, amount in enumerate(AMOUNTS))):
    book.active.append(row)
book.save("paid.xlsx")
Path("paid.csv").write_text("Amount\n" + "\n".join(map(str, AMOUNTS[:-1])))
amounts = polars.read_excel("paid.xlsx")["Amount"]
try:
    from_csv = str(polars.read_csv("paid.csv")["Amount"].to_list()[-2:])
except polars.exceptions.ComputeError as error:
    from_csv = str(error).splitlines()[0]
seen = {"last": amounts.to_list()[-3:], "type": str(amounts.dtype), "sum": amounts.sum(), "CSV": from_csv[:26]}
KNOWN = {
    "last": [10.5, None, 1.0],
    "type": "Float64",
    "sum": 1576.0,
    "CSV": "could not parse `1 250.50`",
}
print(seen)
assert seen == KNOWN, seen
PY
