#!/usr/bin/env bash
# A translation marked as a guess is compiled and shown like one that was checked.
# Expected: the manual of GNU gettext: entries marked fuzzy are left out of the compiled catalogue unless msgfmt is told
#   to use them (--use-fuzzy); polib and Babel do the same. Tools that merge catalogues mark their guesses so.
# Seen: gettext-parser reads the mark as a flag and compiles the guess into the .mo file; only obsolete entries are left
#   out. Nothing warns.
# Hurts: after a merge, "Withdraw the request" is shown with the French of "Send the request".
# Versions: gettext-parser 10.0.0 of npm (Node 20), polib 1.2.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts gettext-parser@10.0.0 >/dev/null
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check polib==1.2.0
cat >fr.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Send the request"
msgstr "Envoyer la demande"

#, fuzzy
msgid "Withdraw the request"
msgstr "Envoyer la demande"
PO
cat >compile.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { mo, po } from "gettext-parser";
writeFileSync("npm.mo", mo.compile(po.parse(readFileSync("fr.po"))));
JS
node compile.mjs
venv/bin/python - <<'PY'
import gettext

import polib

polib.pofile("fr.po").save_as_mofile("polib.mo")
seen = {}
for name in ("polib", "npm"):
    with open(f"{name}.mo", "rb") as file:
        seen[name] = gettext.GNUTranslations(file).gettext("Withdraw the request")
print(seen)
KNOWN = {
    "polib": "Withdraw the request",
    "npm": "Envoyer la demande",
}
assert seen == KNOWN, seen
PY
