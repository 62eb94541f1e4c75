#!/usr/bin/env bash
# Silla and Jongno, the examples of the official rule, are written Sinra and Jongro.
# Expected: korean-romanizer follows the Revised Romanization (Notification 2000-8 of the Ministry of Culture): names are
#   written as they are spoken, and the rule's own examples of neighbouring consonants are 신라 Silla, 종로 Jongno, 왕십리
#   Wangsimni, 백마 Baengma, 독립문 Dongnimmun. Its source says that it applies the rules of standard pronunciation.
# Seen: some of the rules are applied (좋고 is joko), those of neighbouring consonants are not: sinra, jongro, wangsipri,
#   baekma, dokripmun; nor is that of ㄷ before 이 (haedodi for Haedoji). Nothing tells which.
# Hurts: a place or a person on an invitation is not found under the spelling of passports and maps.
# Versions: korean-romanizer 0.28.0. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check korean-romanizer==0.28.0
"$work/venv/bin/python" - <<'PY'
from korean_romanizer.romanizer import Romanizer

# word: as the rule writes it, as it comes out
KNOWN = {
    "좋고": ("joko", "joko"),
    "신라": ("silla", "sinra"),
    "종로": ("jongno", "jongro"),
    "왕십리": ("wangsimni", "wangsipri"),
    "백마": ("baengma", "baekma"),
    "독립문": ("dongnimmun", "dokripmun"),
    "해돋이": ("haedoji", "haedodi"),
}
for word, (rule, known) in KNOWN.items():
    seen = Romanizer(word).romanize()
    print(f"{word}: {rule} by the rule, {seen} here")
    assert seen == known, (word, seen)
PY
