#!/usr/bin/env bash
# The link of a cited document ends at its first per-cent sign.
# Expected: the middleware that turns LaTeX into letters leaves the url field alone; an address is typed as it stands,
#   and blanks and Arabic letters in it are per-cent signs with digits (RFC 3986, 2.1).
# Seen: LatexDecodingMiddleware reads the sign as the start of a LaTeX comment: everything after it is gone, from the
#   url and from a note alike. No failed block, no message.
# Hurts: citations of documents with Arabic or Chinese names lead to a page that does not exist.
# Versions: bibtexparser 2.1.0 (pylatexenc 2.11). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  bibtexparser==2.1.0 pylatexenc==2.11
"$work/venv/bin/python" - <<'PY'
import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

ENTRY = r"""@misc{guide, title = {L'{\'E}tat de droit}, url = {https://example.org/docs/A%2F60%2F288?lang=ar}}"""
library = bibtexparser.parse_string(ENTRY, append_middleware=[LatexDecodingMiddleware()])
seen = {field.key: field.value for field in library.entries[0].fields} | {"failed": len(library.failed_blocks)}
print(seen)
KNOWN = {
    "failed": 0,
    "title": "L'État de droit",
    "url": "https://example.org/docs/A",
}
assert seen == KNOWN, seen
PY
