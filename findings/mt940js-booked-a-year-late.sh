#!/usr/bin/env bash
# A payment valued on 2 January and booked on 31 December is booked a whole year late.
# Expected: SWIFT MT940, field 61: the value date has a year, the entry date has month and day only and lies near it; at
#   the turn of the year its year is the one that brings the two together. mt-940 for Python reckons so.
# Seen: mt940js gives the entry date the year of the value date: value 2 January 2008 with entry 1231 is 31 December
#   2008, value 31 December 2007 with entry 0101 is 1 January 2007. The rest of the year is right. Nothing warns.
# Hurts: the books of a biennium close on 31 December: contributions of that week are booked a year off.
# Versions: mt940js 1.3.5 of npm (Node 20), mt-940 5.1.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts mt940js@1.3.5 >/dev/null
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check mt-940==5.1.1
cat >statement.txt <<'MT940'
:20:REF
:25:SAMPLE/1
:28C:1/1
:60F:C071231USD1000,00
:61:0707260726C100,00NTRFREF1//B1
:86:Midsummer
:61:0801021231C100,00NTRFREF2//B2
:86:Booked before its value
:61:0712310101C100,00NTRFREF3//B3
:86:Booked after its value
:62F:C080102USD1300,00
MT940
TZ=UTC node -e '
const { Parser } = require("mt940js");
const text = require("fs").readFileSync("statement.txt", "utf8");
const lines = new Parser().parse(text)[0].transactions;
console.log(lines.map((line) => line.entryDate.toISOString().slice(0, 10)).join(" "));
' >booked
venv/bin/python - <<'PY'
from pathlib import Path

import mt940

seen = {
    "mt-940": [str(line.data["entry_date"]) for line in mt940.parse("statement.txt")],
    "mt940js": Path("booked").read_text().split(),
}
print(seen)
KNOWN = {
    "mt-940": ["2007-07-26", "2007-12-31", "2008-01-01"],
    "mt940js": ["2007-07-26", "2008-12-31", "2007-01-01"],
}
assert seen == KNOWN, seen
PY
