#!/usr/bin/env bash
# "as provided in article 5" loses "article 5" when odfdo prints an OpenDocument text.
# Expected: ODF 1.3 (part 3): text:bookmark-ref holds the words that a cross-reference shows, and they are text of the
#   paragraph; text:s stands for blanks. get_formatted_text() gives the document's text.
# Seen: the words of the reference are left out, and two blanks become none, so that words are joined. Paragraph by
#   paragraph, text_recursive of the same library has both. Nothing is raised.
# Hurts: drafting software sets references to articles as fields: the opinion quotes a rule without its article.
# Versions: odfdo 3.27.3. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check odfdo==3.27.3
"$work/venv/bin/python" - <<'PY'
from odfdo import Document, Element

document = Document("text")
document.body.clear()
document.body.append(
    Element.from_tag(
        '<text:p>As<text:s text:c="2"/>provided in <text:bookmark-ref text:reference-format="text" text:ref-name="a">'
        "article 5</text:bookmark-ref> of the Act</text:p>"
    )
)
seen = {
    "get_formatted_text": document.get_formatted_text().strip(),
    "text_recursive": document.body.paragraphs[0].text_recursive.strip(),
}
for item in seen.items():
    print(*item, sep=": ")
KNOWN = {
    "text_recursive": "As  provided in article 5 of the Act",
    "get_formatted_text": "Asprovided in  of the Act",
}
assert seen == KNOWN, seen
PY
