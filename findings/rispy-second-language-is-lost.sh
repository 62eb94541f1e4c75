#!/usr/bin/env bash
# A guide published in six languages is in its first one only after rispy has read its record.
# Expected: RIS repeats a tag for a further value, and a record that is read and written again keeps its lines; rispy
#   does so for AU, KW, UR, N1.
# Seen: of repeated LA (language), PB (publisher), CY (place) and SN (number) lines the first alone is kept, and
#   writing the record back drops the rest. Nothing is raised, and the key of each is a plain string.
# Hurts: the catalogue of publications, exchanged with libraries as RIS, loses five of six languages.
# Versions: rispy 0.10.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check rispy==0.10.0
"$work/venv/bin/python" - <<'PY'
import rispy

RECORD = """TY  - RPRT
AU  - Example, A.
AU  - Sample, B.
TI  - Guide to the universal instruments
LA  - en
LA  - fr
LA  - ar
PB  - First publisher
PB  - Second publisher
SN  - 978-92-1-133795-2
SN  - 978-92-1-133796-9
ER  - 
"""
lines = [line for line in rispy.dumps(rispy.loads(RECORD)).splitlines() if line[:2] in {"AU", "LA", "PB", "SN"}]
print("\n".join(lines))
KNOWN = [
    "AU  - Example, A.",
    "AU  - Sample, B.",
    "LA  - en",
    "PB  - First publisher",
    "SN  - 978-92-1-133795-2",
]
assert lines == KNOWN, lines
PY
