#!/usr/bin/env bash
# In Arabic the eleventh is "zero", and 1.1 million is "1.1 two millions"; in French the 21st is "21er".
# Expected: humanize lists Arabic, French and Chinese among its languages; ordinal(11) is said in them as their rules have it
#   (CLDR: French has a form of its own for 1 only; Chinese puts the sign before the number).
# Seen: the suffix goes by the last digit as in English: in Arabic 11 is written with the word for zero and 21 with that for
#   first, in French 21 gets the suffix of 1, in Chinese the sign stands behind. A million and a tenth has the dual in Arabic.
# Hurts: "the eleventh session" of an Arabic agenda reads as session zero.
# Versions: humanize 4.17.0. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check humanize==4.17.0
"$work/venv/bin/python" - <<'PY'
from humanize import i18n, intword, ordinal

seen = {}
for language in ("ar", "fr_FR", "zh_CN"):
    i18n.activate(language)
    seen[language] = [ordinal(11), ordinal(21), intword(1_130_000)]
print(seen)
KNOWN = {
    "ar": ["11 صفر", "21 أول", "1.1 مليونين"],
    "fr_FR": ["11e", "21er", "1,1 millions"],
    "zh_CN": ["11第", "21第", "1.1 百万"],
}
assert seen == KNOWN, seen
PY
