#!/usr/bin/env bash
# Asked for the Republic of Korea, a search by name answers with the other State alone.
# Expected: pycountry's fuzzy search gives the best match first, and finds a State by the name under which it sits in the
#   United Nations; the list of Member States has "Republic of Korea".
# Seen: the name stands within "Democratic People's Republic of Korea", while ISO 3166 writes "Korea, Republic of": one
#   result, and it is PRK. KOR is found by the words of ISO only.
# Hurts: acts, visits and money of one State are entered for the other; with one result nobody is asked to choose.
# Versions: pycountry 26.2.16. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check pycountry==26.2.16
"$work/venv/bin/python" - <<'PY'
from pycountry import countries

KNOWN = {
    "Republic of Moldova": ["MDA"],
    "Republic of the Congo": ["COG"],
    "Korea, Republic of": ["KOR"],
    "Democratic People's Republic of Korea": ["PRK"],
    "Republic of Korea": ["PRK"],
}
seen = {name: [one.alpha_3 for one in countries.search_fuzzy(name)] for name in KNOWN}
for name, codes in seen.items():
    print(name, codes)
assert seen == KNOWN, seen
PY
