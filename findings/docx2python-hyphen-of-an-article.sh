#!/usr/bin/env bash
# Article 205‑1, typed with the hyphen that does not break, is read as article 2051.
# Expected: ECMA-376 (17.3.3.18): w:noBreakHyphen, which Word writes for Ctrl+Shift+Hyphen, is a hyphen of the text.
#   python-docx gives "-" for it, mammoth the sign U+2011.
# Seen: docx2python gives nothing: "205" and "1" are joined, and "2006‑2007" is 20062007. Nothing is raised.
# Hurts: drafters use this hyphen so that numbers of articles stay on one line: references lead to laws that do not
#   exist.
# Versions: docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
cd "$work"
venv/bin/python - <<'PY'
import docx
import mammoth
from docx.oxml import OxmlElement
from docx2python import docx2python

document = docx.Document()
paragraph = document.add_paragraph("Article 205")
paragraph.add_run()._r.append(OxmlElement("w:noBreakHyphen"))
paragraph.add_run("1 of the Penal Code")
document.save("law.docx")
with open("law.docx", "rb") as file:
    by_mammoth = mammoth.extract_raw_text(file).value.strip()
seen = {
    "python-docx": docx.Document("law.docx").paragraphs[0].text,
    "mammoth": by_mammoth,
    "docx2python": docx2python("law.docx").text.strip(),
}
KNOWN = {
    "python-docx": "Article 205-1 of the Penal Code",
    "mammoth": "Article 205\u20111 of the Penal Code",
    "docx2python": "Article 2051 of the Penal Code",
}
print(seen)
assert seen == KNOWN, seen
PY
