#!/usr/bin/env bash
# "Accept all" leaves moved articles, joined paragraphs and deleted table rows unaccepted.
# Expected: accept_all() of docx-revisions accepts or rejects all changes, as its page says: a moved article stands in
#   its new place, a deleted paragraph mark joins two paragraphs (ECMA-376, 17.13.5.15), a deleted row is gone
#   (17.13.5.12).
# Seen: insertions and deletions of words are done. The moved text stays marked as moved in both places, the paragraph
#   marks and the row stay marked as deleted, with an empty row in the table. Word still shows changes to be decided.
# Hurts: a "clean" text goes to the parliament with an article in two places and half of the changes open.
# Versions: docx-revisions 0.1.5, python-docx 1.2.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  docx-revisions==0.1.5 python-docx==1.2.0
cd "$work"
venv/bin/python - <<'PY'
import re
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx_revisions import RevisionDocument

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Drafter" w:date="2007-07-26T00:00:00Z"'
BODY = f"""<w:body {SPACE}>
<w:p><w:r><w:t>The court </w:t></w:r><w:del w:id="1" {BY}><w:r><w:delText>may</w:delText></w:r></w:del>
<w:ins w:id="2" {BY}><w:r><w:t>shall</w:t></w:r></w:ins></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="3" {BY}/></w:rPr></w:pPr><w:r><w:t>Funds are</w:t></w:r></w:p>
<w:p><w:r><w:t>frozen.</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:moveFrom w:id="4" {BY}/></w:rPr></w:pPr><w:moveFromRangeStart w:id="5" w:name="m" {BY}/>
<w:moveFrom w:id="6" {BY}><w:r><w:t>Article 5.</w:t></w:r></w:moveFrom></w:p><w:moveFromRangeEnd w:id="5"/>
<w:p><w:r><w:t>Article 6.</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:moveTo w:id="7" {BY}/></w:rPr></w:pPr><w:moveToRangeStart w:id="8" w:name="m" {BY}/>
<w:moveTo w:id="9" {BY}><w:r><w:t>Article 5.</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd w:id="8"/>
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del w:id="10" {BY}/></w:trPr><w:tc><w:p>
<w:del w:id="11" {BY}><w:r><w:delText>row</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body>"""
document = docx.Document()
body = document.element.body
last = body[-1]
for element in list(parse_xml(BODY)):
    last.addprevious(element)
document.save("draft.docx")
draft = RevisionDocument("draft.docx")
draft.accept_all()
draft.save("clean.docx")
xml = ZipFile("clean.docx").read("word/document.xml").decode()
left = sorted(re.findall(r"<w:(ins|del|moveFrom|moveTo)[ />]", xml))
clean = docx.Document("clean.docx")
seen = {
    "still marked": left,
    "paragraphs": [paragraph.text.replace("\n", "") for paragraph in clean.paragraphs],
    "rows": len(clean.tables[0].rows),
}
for item in seen.items():
    print(*item)
KNOWN = {
    "still marked": ["del", "del", "moveFrom", "moveFrom", "moveTo", "moveTo"],
    "paragraphs": ["The court shall", "Funds are", "frozen.", "", "Article 6.", ""],
    "rows": 1,
}
assert seen == KNOWN, seen
PY
