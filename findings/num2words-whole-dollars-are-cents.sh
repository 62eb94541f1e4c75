#!/usr/bin/env bash
# Two million dollars are written out as twenty thousand, in every language but Arabic.
# Expected: num2words(amount, to="currency") writes the amount in words; 2000000 and 2000000.00 are the same amount,
#   and the same call means the same in every language. The README does not say that whole numbers are anything else.
# Seen: a Python int is taken for cents in English, French, Spanish, Russian ("twenty thousand dollars, zero cents"),
#   a float for dollars. In Arabic the int is whole units. Nothing is raised.
# Hurts: receipts and letters to donors: a whole amount, as most pledges are, is a hundredth of itself, and the Arabic
#   letter beside it says another sum.
# Versions: num2words 0.5.14. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check num2words==0.5.14
"$work/venv/bin/python" - <<'PY'
from num2words import num2words

KNOWN = [
    ("en", 2000000.0, "two million dollars, zero cents"),
    ("en", 2000000, "twenty thousand dollars, zero cents"),
    ("fr", 2000000, "vingt mille dollars et zéro cents"),
    ("es", 2000000, "veinte mil dólares con cero centavos"),
    ("ru", 2000000, "двадцать тысяч долларов, ноль центов"),
    ("ar", 2000000, "مليونا ريال"),
]
seen = [
    (language, amount, num2words(amount, lang=language, to="currency", currency="USD"))
    for language, amount, _ in KNOWN
]
for line in seen:
    print(*line)
assert seen == KNOWN, seen
PY
