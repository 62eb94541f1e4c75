#!/usr/bin/env bash
# The official languages of a State hold one that its constitution does not name, and lack one that it does.
# Expected: Babel documents get_official_languages(territory) as the official languages, and those official only in fact
#   as an option, off by default. Articles 3 and 4 of the Constitution of Algeria name Arabic and Tamazight.
# Seen: for Algeria Arabic and French, for Tunisia (article 1 of its Constitution: Arabic) the same; with the option nothing
#   is added, as it is for Morocco, where French is told apart as it should be.
# Hurts: a letter to a ministry is written in a language that its law does not know.
# Versions: babel 2.19.0. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check babel==2.19.0
"$work/venv/bin/python" - <<'PY'
from babel.languages import get_official_languages

seen = {
    state: (get_official_languages(state), get_official_languages(state, de_facto=True)) for state in ("DZ", "TN", "MA")
}
print(seen)
KNOWN = {
    "DZ": (("ar", "fr"), ("ar", "fr")),
    "TN": (("ar", "fr"), ("ar", "fr")),
    "MA": (("ar", "tzm"), ("ar", "fr", "tzm")),
}
assert seen == KNOWN, seen
PY
