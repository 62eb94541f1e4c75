#!/usr/bin/env bash
# Words struck from an OpenDocument draft come back as its first paragraphs.
# Expected: ODF 1.3 (part 3): deleted text is kept in text:tracked-changes ahead of the body and is not part of the
#   text; the usual recipe of odfpy, teletype.extractText over the paragraphs, gives the text as it stands. pandoc
#   does.
# Seen: the deleted "may" is the first paragraph; the comment of a reviewer stands inside the sentence, glued to the
#   words around it with the reviewer's name, and the footnote is there twice. Nothing is raised.
# Hurts: an opinion quotes "may", which the draft had replaced by "shall", and a private comment with it.
# Versions: odfpy 1.4.1, pypandoc-binary 1.17. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  odfpy==1.4.1 pypandoc-binary==1.17
cd "$work"
venv/bin/python - <<'PY'
from zipfile import ZipFile

import pypandoc
from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import P

OpenDocumentText().save("empty.odt")
INFO = "<office:change-info><dc:creator>Drafter</dc:creator><dc:date>2007-07-26T00:00:00</dc:date></office:change-info>"
TEXT = f"""<office:text><text:tracked-changes><text:changed-region text:id="c"><text:deletion>{INFO}<text:p>may</text:p>
</text:deletion></text:changed-region></text:tracked-changes><text:p>The court <text:change text:change-id="c"/>shall
order<office:annotation><dc:creator>Reviewer</dc:creator><text:p>is this wise?</text:p></office:annotation>
it.<text:note
text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Article 5.</text:p>
</text:note-body></text:note></text:p></office:text>"""
with ZipFile("empty.odt") as empty, ZipFile("draft.odt", "w") as draft:
    for name in empty.namelist():
        data = empty.read(name)
        if name == "content.xml":
            assert b"<office:text/>" in data, data
            data = data.replace(b"<office:text/>", TEXT.replace("\nit.", " it.").replace("\n", " ").encode())
            if b"xmlns:dc=" not in data:
                data = data.replace(
                    b"<office:document-content ",
                    b'<office:document-content xmlns:dc="http://purl.org/dc/elements/1.1/" ',
                )
            if b"xmlns:text=" not in data:
                data = data.replace(
                    b"<office:document-content ",
                    b'<office:document-content xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ',
                )
        draft.writestr(name, data)
paragraphs = [teletype.extractText(p) for p in load("draft.odt").getElementsByType(P)]
plain = pypandoc.convert_file("draft.odt", "plain", extra_args=["--wrap=none"]).split("\n\n")
seen = {"pandoc": [part.strip() for part in plain], "odfpy": paragraphs}
for item in seen.items():
    print(*item)
KNOWN = {
    "pandoc": ["The court shall order it.[1]", "[1] Article 5."],
    "odfpy": [
        "may",
        "The court shall orderRevieweris this wise? it.1Article 5. ",
        "is this wise?",
        "Article 5.",
    ],
}
assert seen == KNOWN, seen
PY
