#!/usr/bin/env bash
# Article 3 of a law is number 1 again in the HTML that mammoth makes of it.
# Expected: Word goes on counting in one list after a paragraph without a number, and a list may start at 12
#   (ECMA-376, 17.9: w:num, w:start, w:startOverride). HTML can say so (ol start=, li value=), and pandoc does.
# Seen: mammoth closes the list at each plain paragraph and opens a new one without start: the articles that follow
#   are 1, 1, 1; a list that starts at 12 runs on as 2 in the list before it. There is no message about it.
# Hurts: "contrary to article 3" points to the second article of the published page.
# Versions: mammoth 1.13.0, pypandoc-binary 1.17, python-docx 1.2.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  mammoth==1.13.0 pypandoc-binary==1.17 python-docx==1.2.0
cd "$work"
venv/bin/python - <<'PY'
import re

import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
document = docx.Document()
numbering = document.part.numbering_part.element
for number, start in ((90, 1), (91, 12)):
    abstract = f'<w:abstractNum {SPACE} w:abstractNumId="{number}">{LEVEL.format(start=start)}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {SPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )
for text, number in (
    ("Offences", 90), ("Text.", None), ("Financing", 90), ("Text.", None), ("Extradition", 90), ("Repeal", 91),
):
    paragraph = document.add_paragraph(text)
    if number:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {SPACE}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        )
document.save("law.docx")


def shape(html):
    return re.sub(r"\n|</?p>| type=.1.", "", html)


with open("law.docx", "rb") as file:
    by_mammoth = mammoth.convert_to_html(file)
seen = {
    "pandoc": shape(pypandoc.convert_file("law.docx", "html")),
    "mammoth": shape(by_mammoth.value),
    "messages": [str(message) for message in by_mammoth.messages],
}
for item in seen.items():
    print(*item)
KNOWN = {
    "pandoc": '<ol><li>Offences</li></ol>Text.<ol start="2"><li>Financing</li></ol>Text.<ol start="3"><li>Extradition'
    '</li></ol><ol start="12"><li>Repeal</li></ol>',
    "messages": [],
    "mammoth": "<ol><li>Offences</li></ol>Text.<ol><li>Financing</li></ol>Text.<ol><li>Extradition</li>"
    "<li>Repeal</li></ol>",
}
assert seen == KNOWN, seen
PY
