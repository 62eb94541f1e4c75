#!/usr/bin/env bash
# An Arabic PDF that passes as PDF/UA-1 is read aloud and copied with letters doubled and words out of order.
# Expected: a document that Typst takes as PDF/UA-1 gives its text back as it was written (PDF/UA-1, ISO 14289-1, 7.2:
#   text in logical order that maps to Unicode); which of the usual Arabic fonts draws it makes no difference.
# Seen: with Noto Naskh Arabic, which draws letters and their dots apart, a sentence of eight words comes back on several
#   lines, some letters twice. With Amiri the same sentence comes back whole. Neither compilation warns.
# Hurts: a screen reader speaks nonsense, search finds nothing, and a quotation from an official letter is garbled.
# Versions: typst 0.15.2, @expo-google-fonts/noto-naskh-arabic 0.4.5, fontpkg-amiri 1.2, read by pypdfium2 5.15.2.
#   Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check \
  typst==0.15.2 fontpkg-amiri==1.2 pypdfium2==5.15.2
cd "$work"
npm pack --silent @expo-google-fonts/noto-naskh-arabic@0.4.5 >/dev/null
tar -xzf expo-google-fonts-noto-naskh-arabic-0.4.5.tgz
"$work/venv/bin/python" - <<'PY'
import importlib.util
from pathlib import Path

import pypdfium2
import typst

SENTENCE = "الدولة لا تسلم الأشخاص إلا بموجب القانون الوطني"
Path("sentence.typ").write_text(
    '#set document(title: "sample")\n#set text(font: sys.inputs.font, lang: "ar")\n' + SENTENCE, encoding="utf-8"
)
amiri = Path(next(iter(importlib.util.find_spec("fontpkg_amiri").submodule_search_locations)))
seen = {}
for font, folder in (("Noto Naskh Arabic", Path("package")), ("Amiri", amiri)):
    made = typst.compile(
        "sentence.typ",
        font_paths=[str(folder)],
        ignore_system_fonts=True,
        sys_inputs={"font": font},
        pdf_standards=["ua-1"],
    )
    lines = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range().split("\r\n")
    seen[font] = {"lines": len(lines), "as written": lines == [SENTENCE]}
print(seen)
assert seen["Amiri"] == {"lines": 1, "as written": True}, seen
assert seen["Noto Naskh Arabic"]["lines"] > 1, seen
PY
