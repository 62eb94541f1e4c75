#!/usr/bin/env bash
# "Equat. Guinea" is Guinea and "Congo, Dem. Rep. of the" is Congo, by the matcher's default.
# Expected: process.extractOne of RapidFuzz with its default scorer (WRatio), called on a list of States with an
#   abbreviated name, finds the State that shares the most, or scores both alike so that a person decides.
# Seen: a whole name inside the question scores 90, which no abbreviation of a longer name reaches: Guinea, Congo,
#   Dominica win over Equatorial Guinea (80), the Democratic Republic of the Congo (not among the first two) and the
#   Dominican Republic (81).
# Hurts: acts and contributions of one State are booked on its namesake with a high score.
# Versions: rapidfuzz 3.14.6. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check rapidfuzz==3.14.6
"$work/venv/bin/python" - <<'PY'
from rapidfuzz import process

STATES = [
    "Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea", "Congo", "Democratic Republic of the Congo",
    "Dominica", "Dominican Republic", "Democratic People's Republic of Korea", "Republic of Korea",
]
KNOWN = {
    "Korea, Republic of": ("Republic of Korea", 92),
    "Equat. Guinea": ("Guinea", 90),
    "Congo, Dem. Rep. of the": ("Congo", 90),
    "Dominican Rep.": ("Dominica", 90),
}
seen = {}
for question in KNOWN:
    name, score, _ = process.extractOne(question, STATES)
    seen[question] = (name, round(score))
    print(question, "→", process.extract(question, STATES, limit=2))
assert seen == KNOWN, seen
PY
