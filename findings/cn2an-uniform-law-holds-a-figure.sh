#!/usr/bin/env bash
# Where numbers of a Chinese law are put into figures, words that hold the sign for one are changed too.
# Expected: cn2an documents transform as the turning of the Chinese numbers in a sentence into figures, with numbers as its
#   examples; what is no number stays.
# Seen: "uniformly", "general", "once", "together" and "not in accordance" are words written with the sign for one, and each gets
#   a figure 1 in it. Words with the signs for ten thousand, a thousand and a hundred are left alone.
# Hurts: a law prepared for searching cannot be found by its ordinary words, and what is quoted from it is misprinted.
# Versions: cn2an 0.5.24. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check cn2an==0.5.24
"$work/venv/bin/python" - <<'PY'
from cn2an import transform

KNOWN = {
    "第二百零五条": "第205条",
    "二〇〇七年五月十七日": "2007年5月17日",
    "万国邮政联盟": "万国邮政联盟",
    "统一适用": "统1适用",
    "一般规定": "1般规定",
    "一经查实": "1经查实",
    "一并处理": "1并处理",
    "不一致": "不1致",
}
seen = {words: transform(words) for words in KNOWN}
print(seen)
assert seen == KNOWN, seen
PY
