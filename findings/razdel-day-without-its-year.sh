#!/usr/bin/env bash
# A Russian sentence on adoption and entry into force is cut inside both of its dates.
# Expected: razdel, made for Russian, does not end a sentence after an abbreviation; it knows ст., п., ч., г., and
#   months are abbreviated with a full stop in registers of treaties.
# Seen: "9 дек. 1999 г." ends after "дек.", and "1999 г. Вступил в силу 10 апр." is one sentence: the year of adoption
#   stands beside the day of entry into force. Articles and paragraphs (ст. 205.1, п. 3 ч. 1) are kept whole.
# Hurts: a reader of acts sentence by sentence takes 10 April 1999 for the entry into force; it was 2002.
# Versions: razdel 0.5.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check razdel==0.5.0
"$work/venv/bin/python" - <<'PY'
from razdel import sentenize

KNOWN = {
    "Согласно ст. 205.1 УК РФ лицо наказывается. Суд вправе применить п. 3 ч. 1 ст. 63.": [
        "Согласно ст. 205.1 УК РФ лицо наказывается.",
        "Суд вправе применить п. 3 ч. 1 ст. 63.",
    ],
    "Принят 9 дек. 1999 г. Вступил в силу 10 апр. 2002 г.": [
        "Принят 9 дек.",
        "1999 г. Вступил в силу 10 апр.",
        "2002 г.",
    ],
}
seen = {text: [sentence.text for sentence in sentenize(text)] for text in KNOWN}
for sentences in seen.values():
    print(sentences)
assert seen == KNOWN, seen
PY
