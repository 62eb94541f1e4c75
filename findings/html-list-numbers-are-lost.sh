#!/usr/bin/env bash
# Three converters renumber the articles of a law whose HTML gives the numbers.
# Expected: HTML (4.4.8): the value of an li is its ordinal and the next ones count on from it; start does the same
#   for the list (4.4.5). A consolidated text without its repealed articles is marked up so.
# Seen: an li with value 5 after article 1 is article 2 for html2text, markdownify and pandoc. inscriptis
#   alone honours value, and is the one that ignores start. None gives the numbers of the page for both lists.
# Hurts: laws and resolutions saved from web pages: article 5 is cited as article 2.
# Versions: html2text 2025.4.15, markdownify 1.2.3, inscriptis 2.7.6, pypandoc-binary 1.17. Seen
#   2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6 pypandoc-binary==1.17
"$work/venv/bin/python" - <<'PY'
import re

import html2text
import inscriptis
import markdownify
import pypandoc

PAGE = """<html><body><article><p>The following articles of the decree on judicial assistance are in force today.</p>
<ol><li>Scope of the present decree and its terms.</li><li value="5">Confiscation of funds and other assets.</li></ol>
<p>The annex has two more points, which follow here.</p>
<ol start="3"><li>Form of the letter that asks for assistance.</li></ol></article></body></html>"""


def numbers(text):
    return [int(number) for number in re.findall(r"^ *(\d+)\.", text, re.MULTILINE)]


seen = {
    "html2text": numbers(html2text.html2text(PAGE)),
    "markdownify": numbers(markdownify.markdownify(PAGE)),
    "pandoc": numbers(pypandoc.convert_text(PAGE, "plain", format="html")),
    "inscriptis": numbers(inscriptis.get_text(PAGE)),
}
print("HTML: [1, 5, 3]", seen)
KNOWN = {
    "html2text": [1, 2, 3],
    "markdownify": [1, 2, 3],
    "pandoc": [1, 2, 3],
    "inscriptis": [1, 5, 1],
}
assert seen == KNOWN, seen
PY
