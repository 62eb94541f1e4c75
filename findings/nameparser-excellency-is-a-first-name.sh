#!/usr/bin/env bash
# The first name of every ambassador is "H.E.".
# Expected: nameparser takes titles off, also several; it knows Minister of Justice, Judge, Sheikh, Sra., Mme. "H.E.
#   Mr." and "H.E. Ms." stand before names of ministers and ambassadors in UN lists; "M." is Monsieur beside Mme.
# Seen: in "H.E. Ms. Ada Sample" the first name is H.E., the middle names are "Ms. Ada" and no title is left; "M. Jean
#   Essai" has the first name M. Nothing tells.
# Hurts: officials of delegations are sorted, greeted and matched as "H.E."; the same person without it is another.
# Versions: nameparser 2.6.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check nameparser==2.6.0
"$work/venv/bin/python" - <<'PY'
from nameparser import HumanName

KNOWN = {
    "Mme Ada Essai": {"title": "Mme", "first": "Ada", "last": "Essai"},
    "Minister of Justice Ada Sample": {"title": "Minister of Justice", "first": "Ada", "last": "Sample"},
    "M. Jean Essai": {"first": "M.", "middle": "Jean", "last": "Essai"},
    "H.E. Ms. Ada Sample": {"first": "H.E.", "middle": "Ms. Ada", "last": "Sample"},
}
seen = {name: HumanName(name).as_dict(False) for name in KNOWN}
for name, parts in seen.items():
    print(name, parts)
assert seen == KNOWN, seen
PY
