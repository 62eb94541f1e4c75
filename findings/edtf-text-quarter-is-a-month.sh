#!/usr/bin/env bash
# "Q3 2007" is March 2007, and "2008–2009" is 2009, for the reader of dates written in words.
# Expected: edtf.text_to_edtf turns a date in words into an EDTF expression or says None; its README lists what it
#   assumes (the order month, day among it), nothing on quarters. EDTF has a code for quarters (ISO 8601-2: 2007-35).
# Seen: "Q3 2007" becomes 2007-03; a range of years with the en dash that print uses becomes its last year, while the
#   same range with a hyphen is right; "26/07/2007" is 26 July and "05/07/2007" beside it is 7 May.
# Hurts: periods of reports and budgets are read from the drafts of others: a quarter becomes one month, a biennium
#   half.
# Versions: edtf 5.0.2. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check edtf==5.0.2
"$work/venv/bin/python" - <<'PY'
from edtf import text_to_edtf

KNOWN = {
    "July 2007": "2007-07",
    "Q3 2007": "2007-03",
    "2008-2009": "2008/2009",
    "2008–2009": "2009",
    "26/07/2007": "2007-07-26",
    "05/07/2007": "2007-05-07",
    "between 2005 and 2007": None,
}
seen = {words: text_to_edtf(words) for words in KNOWN}
for words, expression in seen.items():
    print(f"{words!r}: {expression!r}")
assert seen == KNOWN, seen
PY
