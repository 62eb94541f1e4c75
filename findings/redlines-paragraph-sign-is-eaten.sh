#!/usr/bin/env bash
# A reference to a paragraph by its sign breaks the sentence in two, and the sign is gone.
# Expected: a comparison of two texts gives both back, with what changed marked; the README promises it for two strings.
# Seen: the package redlines marks the end of a paragraph by the sign for a paragraph within the text, so a law or judgment that
#   cites "¶ 5" comes back with a new paragraph in the middle of a sentence and without the sign, marked as unchanged. Two
#   texts of which one has the sign where the other begins a paragraph are shown without any change.
# Hurts: the sheet of changes that a ministry gets quotes its law wrongly; a deleted reference is not among the changes.
# Versions: redlines 0.6.2 (typing_extensions 4.15.0, which it needs and does not name). Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check redlines==0.6.2 typing_extensions==4.15.0
"$work/venv/bin/python" - <<'PY'
from redlines import Redlines


def shown(before, after):
    return Redlines(before, after, markdown_style="none").output_markdown


seen = (
    shown("As said in ¶ 5, it applies.", "As said in ¶ 5, it now applies."),
    shown("It applies.\n\nIt ends.", "It applies. ¶ It ends."),
)
print(seen)
KNOWN = ("As said in \n\n5, it <ins>now </ins>applies.", "It applies. \n\nIt ends.")
assert seen == KNOWN, seen
PY
