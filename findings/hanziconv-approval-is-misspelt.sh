#!/usr/bin/env bash
# The words for approving, for only and for surface are misspelt when a text goes into traditional signs.
# Expected: HanziConv says that it converts between simplified and traditional Chinese. Where one simplified sign stands for
#   two traditional ones, the word decides (Unicode Standard Annex 38, kTraditionalVariant: more than one value).
# Seen: each sign becomes one and the same other, so "approval" (a treaty is approved by it), "only", "surface", "kilometre" and
#   "system" come out as words that do not exist. Back again the original returns, so a round trip does not show it.
# Hurts: the instrument of approval that is printed for signature has its own name wrong.
# Versions: hanziconv 0.3.2. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check hanziconv==0.3.2
"$work/venv/bin/python" - <<'PY'
from hanziconv import HanziConv

RIGHT = {"批准书": "批准書", "核准": "核准", "只有": "只有", "表面": "表面", "公里": "公里", "系统": "系統"}
KNOWN = {"批准书": "批準書", "核准": "核準", "只有": "隻有", "表面": "錶麵", "公里": "公裏", "系统": "係統"}
seen = {word: HanziConv.toTraditional(word) for word in KNOWN}
print(seen)
assert seen == KNOWN, seen
assert all(seen[word] != RIGHT[word] for word in KNOWN)
assert all(HanziConv.toSimplified(word) == simple for simple, word in seen.items())
PY
