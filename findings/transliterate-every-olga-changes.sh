#!/usr/bin/env bash
# Olga, Natalya and Ilya come back from Latin letters with a capital sign in the middle.
# Expected: transliterate writes Russian in Latin letters and, by the same table, back; its documentation shows both ways,
#   and the soft sign has a sign of its own (an apostrophe) that stands for nothing else.
# Seen: Ольга → Ol'ga → ОлЬга: each soft sign after a small letter comes back as a capital one; so Наталья, Илья and
#   every surname on -ьев. A name without it (Юлия) comes back whole. In Greek the last letter of Γεώργιος comes back as
#   the sigma of the middle of a word.
# Hurts: a list of participants that went through Latin letters holds new persons: no comparison by sign finds the old ones.
# Versions: transliterate 1.10.2. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check transliterate==1.10.2
"$work/venv/bin/python" - <<'PY'
from transliterate import translit

KNOWN = {
    ("Юлия", "ru"): "Юлия",
    ("Ольга", "ru"): "ОлЬга",
    ("Наталья", "ru"): "НаталЬя",
    ("Илья", "ru"): "ИлЬя",
    ("Γεωργιος", "el"): "Γεοργιοσ",
}
for (name, language), back in KNOWN.items():
    latin = translit(name, language, reversed=True)
    seen = translit(latin, language)
    print(f"{name} → {latin} → {seen}")
    assert seen == back, (name, seen)
PY
