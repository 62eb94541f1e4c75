#!/usr/bin/env bash
# Of a sentence with a bold word or a placeholder in it, the memory keeps what stands before.
# Expected: TMX 1.4b: the text of a segment goes on behind bpt, ept and ph; a reader gives the whole sentence, with or without
#   the codes.
# Seen: tmx2dataframe gives "States " for "States shall co-operate." with "shall" in bold, on both sides of the pair. No error,
#   and the count of pairs is right.
# Hurts: the memory of translated resolutions, where every operative verb is set in italics, becomes one of half sentences.
# Versions: tmx2dataframe 0.3.0, pandas 3.1.1. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check tmx2dataframe==0.3.0 pandas==3.1.1
"$work/venv/bin/python" - <<'PY'
from pathlib import Path
from tempfile import TemporaryDirectory

from tmx2dataframe.tmx2dataframe import read

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
srclang="en" datatype="xml"/><body>
<tu><tuv xml:lang="en"><seg>States <bpt i="1">&lt;b&gt;</bpt>shall<ept i="1">&lt;/b&gt;</ept> co-operate.</seg></tuv>
<tuv xml:lang="fr"><seg>Les États <bpt i="1">&lt;b&gt;</bpt>coopèrent<ept i="1">&lt;/b&gt;</ept>.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>No reply is needed.</seg></tuv><tuv xml:lang="fr"><seg>Aucune suite n'est due.</seg></tuv></tu>
</body></tmx>"""
with TemporaryDirectory() as folder:
    path = Path(folder) / "memory.tmx"
    path.write_text(FILE, encoding="utf-8")
    _head, pairs = read(str(path))
seen = list(zip(pairs["source_sentence"], pairs["target_sentence"]))
print(seen)
KNOWN = [("States ", "Les États "), ("No reply is needed.", "Aucune suite n'est due.")]
assert seen == KNOWN, seen
PY
