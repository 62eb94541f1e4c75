#!/usr/bin/env bash
# "Fifty cents" in French becomes "50 100".
# Expected: text2num turns numbers written in words into figures and leaves other words; "cents" after a number of
#   cents is the coin, in French as in English, where it is left alone.
# Seen: "un million deux cent mille dollars et cinquante cents" is "1200000 dollars et 50 100"; in English "1200000
#   dollars and 50 cents". "A two thirds majority" is "A two 3rds majority". "Medio millón" is "medio 1000000".
# Hurts: amounts of agreements are written in words; figures taken from the French text carry a stray hundred.
# Versions: text2num 3.1.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check text2num==3.1.0
"$work/venv/bin/python" - <<'PY'
from text_to_num import alpha2digit

KNOWN = {
    ("en", "one million two hundred thousand dollars and fifty cents"): "1200000 dollars and 50 cents",
    ("fr", "un million deux cent mille dollars et cinquante cents"): "1200000 dollars et 50 100",
    ("en", "a two thirds majority"): "a two 3rds majority",
    ("es", "medio millón de dólares"): "medio 1000000 de dólares",
}
seen = {(language, text): alpha2digit(text, language) for language, text in KNOWN}
for (language, text), figures in seen.items():
    print(language, text, "→", figures)
assert seen == KNOWN, seen
PY
