#!/usr/bin/env bash
# In a table that names a State once for two years, the second year's amount stands under "State".
# Expected: HTML (4.9.11): a cell with rowspan takes its column in the rows below it. A converter repeats the cell or
#   leaves it empty, as trafilatura does, so that amounts stay in their column.
# Seen: html2text and markdownify write the row below with one cell less, from the left: the year is in the column of
#   States, the amount in the column of years. No warning.
# Hurts: pages of contributions turned into Markdown for a report: figures of 2008 in the wrong column.
# Versions: html2text 2025.4.15, markdownify 1.2.3, trafilatura 2.3.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  html2text==2025.4.15 markdownify==1.2.3 trafilatura==2.3.1 lxml-html-clean==0.4.6
"$work/venv/bin/python" - <<'PY'
import html2text
import markdownify
import trafilatura

PAGE = """<html><body><article><p>Contributions received from the States that gave to the programme in two years.</p>
<table><tr><th>State</th><th>Year</th><th>Amount</th></tr><tr><td rowspan="2">Exampleland</td><td>2007</td><td>100</td>
</tr><tr><td>2008</td><td>250</td></tr></table></article></body></html>"""


def last_row(text):
    line = next(line for line in text.splitlines() if "250" in line).strip()
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


seen = {
    "html2text": last_row(html2text.html2text(PAGE)),
    "markdownify": last_row(markdownify.markdownify(PAGE)),
    "trafilatura": last_row(trafilatura.extract(PAGE, include_tables=True)),
}
print(seen)
KNOWN = {
    "trafilatura": ["", "2008", "250"],
    "html2text": ["2008", "250"],
    "markdownify": ["2008", "250"],
}
assert seen == KNOWN, seen
PY
