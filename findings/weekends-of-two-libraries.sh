#!/usr/bin/env bash
# Two libraries that know every State's weekend disagree on 17 of them.
# Expected: holidays (weekend, is_working_day) and Babel (weekend_start, weekend_end from CLDR's week data) name the
#   same days of rest for a State of today.
# Seen: Libya: Saturday and Sunday against Friday and Saturday; Afghanistan: Friday and Saturday against Thursday and
#   Friday; Mauritania, Djibouti, Maldives, Bangladesh: Friday and Saturday against Saturday and Sunday; others differ
#   by one day. holidays falls back on Saturday and Sunday where nobody wrote a State's weekend down, and does not say
#   so.
# Hurts: "within ten working days" ends on another day by the library that was asked, in Arab States first.
# Versions: holidays 0.109, Babel 2.19.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check holidays==0.109 Babel==2.19.0
"$work/venv/bin/python" - <<'PY'
import babel
import holidays

DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
differing = {}
for code in holidays.list_supported_countries(include_aliases=False):
    try:
        locale = babel.Locale.parse(f"und_{code}")
    except (ValueError, babel.UnknownLocaleError):
        continue
    rest = " ".join(DAYS[day] for day in sorted(holidays.country_holidays(code, years=2026).weekend))
    first, last = locale.weekend_start, locale.weekend_end
    cldr = " ".join(DAYS[day] for day in sorted({day % 7 for day in range(first, last + 1 + 7 * (last < first))}))
    if rest != cldr:
        differing[code] = (rest, cldr)
for code, pair in differing.items():
    print(code, "holidays:", pair[0], "| CLDR:", pair[1])
assert len(differing) == 17, len(differing)
assert differing["LY"] == ("Sat Sun", "Fri Sat")
assert differing["AF"] == ("Fri Sat", "Thu Fri")
assert differing["MR"] == differing["DJ"] == differing["MV"] == differing["BD"] == ("Fri Sat", "Sat Sun")
PY
