#!/usr/bin/env bash
# A figure with a footnote mark becomes a figure ten times as large when the table of a PDF is read.
# Expected: table readers give the cell's figure, with the raised mark apart (a blank, or a mark that can be told),
#   since size and height of every sign are known to them; the blank between thousands stays.
# Seen: "1 250" with a raised 1 is '1 2501' in pdfplumber and '12501' in PyMuPDF, which drops the blank between
#   thousands as well; "12" with a raised 2 is '122' in both. Nothing marks the cells.
# Hurts: UN tables carry footnotes on figures by custom: 1,250 requests are counted as 12,501.
# Versions: PyMuPDF 2.0, pdfplumber 0.11.10; the sample is set by typst 0.15.2. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  pymupdf==2.0 pdfplumber==0.11.10 typst==0.15.2
cd "$work"
venv/bin/python - <<'PY'
import contextlib
import io
from pathlib import Path

import pdfplumber
import pymupdf
import typst

Path("table.typ").write_text(
    "#set page(width: 14cm, height: 12cm)\n#table(columns: 3, [State], [2006], [2007],"
    " [Exampleland], [1 250#super[1]], [300], [Sampleton], [12#super[2]], [4 500])"
)
typst.compile("table.typ", output="table.pdf")
plumber = pdfplumber.open("table.pdf").pages[0].extract_tables()[0]
with contextlib.redirect_stdout(io.StringIO()):
    mupdf = pymupdf.open("table.pdf")[0].find_tables().tables[0].extract()
print("pdfplumber:", plumber)
print("PyMuPDF:   ", mupdf)
assert plumber[1:] == [["Exampleland", "1 2501", "300"], ["Sampleton", "122", "4 500"]], plumber
assert mupdf[1:] == [["Exampleland", "12501", "300"], ["Sampleton", "122", "4500"]], mupdf
PY
