#!/usr/bin/env bash
# Asked by its code for a State of the past, the library knows one of the two that had it.
# Expected: pycountry keeps ISO 3166-3, the codes that were withdrawn, each with the name it stood for; CS stood for
#   Czechoslovakia until 1993 and for Serbia and Montenegro from 2003 to 2006, so a search by it gives both or asks which.
# Seen: get(alpha_2="CS") gives Serbia and Montenegro, though both are in its list; Czechoslovakia is had by its code of
#   three or four letters only. Every other code of two letters in the list stands there once.
# Hurts: what Czechoslovakia signed in the nineteen seventies is booked for a State that began thirty years later.
# Versions: pycountry 26.2.16. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check pycountry==26.2.16
"$work/venv/bin/python" - <<'PY'
from collections import Counter

from pycountry import historic_countries as past

seen = {
    "with the code CS": sorted(one.alpha_4 for one in past if one.alpha_2 == "CS"),
    "found by it": past.get(alpha_2="CS").alpha_4,
    "found by three letters": past.get(alpha_3="CSK").alpha_4,
    "codes that stand twice": [code for code, count in Counter(one.alpha_2 for one in past).items() if count > 1],
}
print(seen)
KNOWN = {
    "with the code CS": ["CSHH", "CSXX"],
    "found by it": "CSXX",
    "found by three letters": "CSHH",
    "codes that stand twice": ["CS"],
}
assert seen == KNOWN, seen
PY
