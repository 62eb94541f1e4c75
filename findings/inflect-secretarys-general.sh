#!/usr/bin/env bash
# Two Secretaries-General are "Secretarys-General", and two chargés d'affaires get an s at their end.
# Expected: inflect says that it generates correct plurals and has a rule for "general" behind a noun (attorneys general, under-
#   secretaries-general come out right); dictionaries have chargés d'affaires and notes verbales.
# Seen: with a capital letter the rule for y is not applied: "Secretarys-General", "State Partys"; "chargé d'affairess"; "note
#   verbales"; "legal people", which are other than the legal persons of a convention.
# Hurts: headings that count ("2 Secretarys-General") stand in a printed report.
# Versions: inflect 7.6.0. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check inflect==7.6.0
"$work/venv/bin/python" - <<'PY'
from inflect import engine

KNOWN = {
    "attorney general": "attorneys general",
    "under-secretary-general": "under-secretaries-general",
    "Secretary-General": "Secretarys-General",
    "State Party": "State Partys",
    "chargé d'affaires": "chargé d'affairess",
    "note verbale": "note verbales",
    "legal person": "legal people",
}
seen = {words: engine().plural(words) for words in KNOWN}
print(seen)
assert seen == KNOWN, seen
PY
