#!/usr/bin/env bash
# Struck words and hidden words of an RTF draft stand in the text, and its footnotes do not.
# Expected: RTF 1.9.1: \deleted marks text that a revision removed and \v text that is not shown; a \footnote group is
#   text of the document. striprtf turns RTF into the text that a reader sees.
# Seen: "The court mayshall order it." holds the deleted word, glued to its successor; hidden words are printed, the
#   footnote is not. pandoc marks the deletion, omits the hidden words and prints the footnote.
# Hurts: old drafts come as RTF: "may" and "shall" cannot be told, and the footnote that carries
#   the reservation is lost.
# Versions: striprtf 0.0.35, pypandoc-binary 1.17. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  striprtf==0.0.35 pypandoc-binary==1.17
"$work/venv/bin/python" - <<'PY'
import pypandoc
from striprtf.striprtf import rtf_to_text

DRAFT = r"""{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}{\*\revtbl{Unknown;}{Drafter;}}
The court {\deleted\revauthdel1 may}{\revised\revauth1 shall} order it.{\footnote Save article 5.}\par
{\v Note to self.} Second paragraph.\par}"""
seen = {
    "striprtf": rtf_to_text(DRAFT),
    "pandoc": pypandoc.convert_text(DRAFT, "plain", format="rtf", extra_args=["--wrap=none"]),
}
print(seen)
KNOWN = {
    "pandoc": "The court ~~may~~shall order it.[1]\n\nSecond paragraph.\n\n[1] Save article 5.\n",
    "striprtf": "The court mayshall order it.\nNote to self. Second paragraph.\n",
}
assert seen == KNOWN, seen
PY
