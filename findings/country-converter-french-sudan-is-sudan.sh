#!/usr/bin/env bash
# French Sudan, which is Mali, becomes Sudan.
# Expected: country_converter knows former names (Upper Volta, Dahomey, Bechuanaland, Southern Rhodesia) and says "not
#   found" of what it does not know (Yugoslavia). French Sudan is the territory that became independent as Mali in 1960.
# Seen: its pattern for Sudan takes any name with that word in it but South Sudan, so French Sudan is SDN, without a word.
# Hurts: extensions of older treaties to French territories name it: what binds Mali by succession is put down to a State
#   that was never party, and Mali's line stays empty.
# Versions: country_converter 1.3.2 with pandas 2.3.3. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
    country_converter==1.3.2 pandas==2.3.3
"$work/venv/bin/python" - <<'PY'
import logging

import country_converter

logging.disable(logging.CRITICAL)
KNOWN = {
    "Upper Volta": "BFA",
    "Dahomey": "BEN",
    "Bechuanaland": "BWA",
    "South Sudan": "SSD",
    "Federation of Mali": "MLI",
    "Yugoslavia": "not found",
    "French Sudan": "SDN",
}
converter = country_converter.CountryConverter()
seen = {name: converter.convert(name, to="ISO3") for name in KNOWN}
for name, code in seen.items():
    print(name, code)
assert seen == KNOWN, seen
PY
