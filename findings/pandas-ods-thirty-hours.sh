#!/usr/bin/env bash
# A sheet that adds up hours of training cannot be read by pandas once the sum passes 24 hours.
# Expected: ODF 1.3 (part 3, office:time-value) gives a length of time as an XML Schema duration: PT30H15M00S is 30
#   hours 15 minutes, the way every OpenDocument spreadsheet stores the sum of hours. pandas.read_excel reads ODS.
# Seen: pandas takes the words shown, 30:15, for a time of day, and the whole sheet ends in DateParseError "hour must
#   be in 0..23", whatever the other cells hold. Sums below 24 hours are read, so small tables hide it. pyexcel-ods3
#   reads 30 hours 15 minutes.
# Hurts: the attendance sheet of a three-day workshop is refused because it is long enough.
# Versions: pandas 2.3.3 with odfpy 1.4.1, pyexcel-ods3 0.6.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  pandas==2.3.3 odfpy==1.4.1 pyexcel-ods3==0.6.1
cd "$work"
venv/bin/python - <<'PY'
import pandas
import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def sheet(value, shown):
    book = OpenDocumentSpreadsheet()
    table = Table(name="Hours")
    book.spreadsheet.addElement(table)
    row = TableRow()
    table.addElement(row)
    cell = TableCell(valuetype="time", timevalue=value)
    cell.addElement(P(text=shown))
    row.addElement(cell)
    book.save("hours.ods")
    other = str(pyexcel_ods3.get_data("hours.ods")["Hours"][0][0])
    try:
        return str(pandas.read_excel("hours.ods", header=None, engine="odf").iloc[0, 0]), other
    except ValueError as error:
        return f"{type(error).__name__}: {error}", other


seen = [sheet("PT08H15M00S", "8:15"), sheet("PT30H15M00S", "30:15")]
KNOWN = [
    ("08:15:00", "08:15:00"),
    ("DateParseError: hour must be in 0..23: 30:15", "1 day, 6:15:00"),
]
for line in seen:
    print(line)
assert seen == KNOWN, seen
PY
