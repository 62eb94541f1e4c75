#!/usr/bin/env bash
# Two programs that name the same Hijri calendar begin most months before 2000 on different days.
# Expected: hijridate and the JavaScript engine's islamic-umalqura calendar (CLDR) are both the Umm al-Qura calendar of
#   Saudi Arabia; the first day of each month is a fact of that calendar.
# Seen: of 742 months that begin in 1940 to 1999, 466 begin a day or two apart; from 2000 to 2028 all agree; from 2029
#   to 2068, 172 of 495 differ. Tests with dates of today pass.
# Hurts: laws and royal decrees of the 1980s bear Hijri dates: the server and the page show different days for one act,
#   and a term that ends in 1452 AH ends twice.
# Versions: hijridate 2.6.0, Node 20 (ICU 78.2, CLDR 48). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check hijridate==2.6.0
node -e '
const form = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura",
  { timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric" });
for (let day = Date.UTC(1940, 0, 1); day < Date.UTC(2069, 0, 1); day += 86400000) {
  const part = Object.fromEntries(form.formatToParts(day).map(({ type, value }) => [type, value]));
  if (part.day === "1") console.log(part.year, part.month, new Date(day).toISOString().slice(0, 10));
}' >months
venv/bin/python - <<'PY'
from pathlib import Path

from hijridate import Hijri

months, differing, days = {}, {}, {}
for line in Path("months").read_text().splitlines():
    year, month, begins = line.split()
    other = Hijri(int(year), int(month), 1).to_gregorian().isoformat()
    span = "before 2000" if begins < "2000" else "2000-2028" if begins < "2029" else "from 2029"
    months[span] = months.get(span, 0) + 1
    differing[span] = differing.get(span, 0) + (other != begins)
    days[f"{year}-{month}"] = (begins, other)
seen = {"months": months, "differing": differing, "1409-1": days["1409-1"], "1452-1": days["1452-1"]}
print(seen)
KNOWN = {
    "months": {"before 2000": 742, "2000-2028": 359, "from 2029": 495},
    "differing": {"before 2000": 466, "2000-2028": 0, "from 2029": 172},
    "1409-1": ("1988-08-14", "1988-08-13"),
    "1452-1": ("2030-05-04", "2030-05-03"),
}
assert seen == KNOWN, seen
PY
