#!/usr/bin/env bash
# Asked for Eswatini by that name, the library answers for Swaziland.
# Expected: a library of facts on States that finds a State by its present name calls it so.
# Seen: CountryInfo("Eswatini").name() is "Swaziland", "North Macedonia" is "Republic of Macedonia", "Türkiye" is
#   "Turkey", "Czechia" is "Czech Republic", in version 1.0.1, while the keys of the present names are known.
# Hurts: a letter is addressed under a name that the State gave up; in one case a name that was long in dispute.
# Versions: countryinfo 1.0.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check countryinfo==1.0.1
"$work/venv/bin/python" - <<'PY'
from countryinfo import CountryInfo

KNOWN = {
    "Cabo Verde": "Cape Verde",
    "Czechia": "Czech Republic",
    "Türkiye": "Turkey",
    "North Macedonia": "Republic of Macedonia",
    "Eswatini": "Swaziland",
}
seen = {name: CountryInfo(name).name() for name in KNOWN}
print(seen)
assert seen == KNOWN, seen
PY
