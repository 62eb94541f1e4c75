#!/usr/bin/env bash
# The same EDTF code for spring covers other months in Python than in JavaScript.
# Expected: EDTF (ISO 8601-2, level 1) codes spring 2007 as 2007-21, without naming months. Two kept libraries for one
#   standard place it in the same months, or refuse to place it.
# Seen: Python's edtf: March to May. npm's edtf: January to March, so spring begins in winter. For winter (2007-24)
#   one says December only, the other October to December. Neither warns.
# Hurts: "entered into force in spring 2007": a list made by the server and a filter in the page disagree for two
#   months.
# Versions: edtf 5.0.2 (PyPI), edtf 4.11.1 (npm, Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check edtf==5.0.2
npm install --silent --no-audit --no-fund --ignore-scripts edtf@4.11.1 >/dev/null
node -e '
const module_ = require("edtf"); const edtf = module_.default || module_;
const day = (number) => new Date(number).toISOString().slice(0, 10);
for (const code of ["2007-21", "2007-24"]) { const s = edtf(code); console.log(code, day(s.min), day(s.max)); }
' >javascript
venv/bin/python - <<'PY'
from pathlib import Path

from edtf import parse_edtf


def months(code):
    season = parse_edtf(code)
    return " ".join([code, *("-".join(f"{part:02d}" for part in bound[:3])
                             for bound in (season.lower_strict(), season.upper_strict()))])


python = [months("2007-21"), months("2007-24")]
javascript = Path("javascript").read_text().splitlines()
print("Python:    ", python)
print("JavaScript:", javascript)
assert python == ["2007-21 2007-03-01 2007-05-31", "2007-24 2007-12-01 2007-12-31"], python
assert javascript == ["2007-21 2007-01-01 2007-03-31", "2007-24 2007-10-01 2007-12-31"], javascript
PY
