#!/usr/bin/env bash
# An amendment to a repealed article is applied to the article before it, and reported as applied.
# Expected: diff-match-patch makes a patch from two versions and applies it "best effort" to a third; its second
#   answer says per patch whether it could be applied. Where the place is gone, False.
# Seen: five years become ten in article 5. Applied to a consolidation in which article 5 is repealed, the patch
#   changes article 4, another offence, and answers True. The place is found by likeness of 32 letters, and the
#   articles of a penal law are alike.
# Hurts: a drafter carries an amendment over to a later consolidation: the wrong offence gets the higher penalty.
# Versions: diff-match-patch 20241021. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check diff-match-patch==20241021
"$work/venv/bin/python" - <<'PY'
from diff_match_patch import diff_match_patch

LAW = (
    "Article 4. Whoever finances the offence is punished with imprisonment of five years.\n"
    "Article 5. Whoever recruits for the offence is punished with imprisonment of five years.\n"
    "Article 6. Whoever trains for the offence is punished with imprisonment of five years.\n"
)
RECRUITS = "recruits for the offence is punished with imprisonment of "
engine = diff_match_patch()
amendment = engine.patch_make(LAW, LAW.replace(RECRUITS + "five", RECRUITS + "ten"))
later = "\n".join("Article 5. (repealed)" if line.startswith("Article 5") else line for line in LAW.split("\n"))
text, applied = engine.patch_apply(amendment, later)
print(text, applied)
assert applied == [True], applied
assert text.split("\n")[:2] == [
    "Article 4. Whoever finances the offence is punished with imprisonment of ten years.",
    "Article 5. (repealed)",
], text
PY
