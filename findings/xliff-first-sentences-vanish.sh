#!/usr/bin/env bash
# Of a paragraph cut into sentences, only the last sentence is left after the translation file was read.
# Expected: XLIFF 2.0: a unit holds one or more segments, and the text is all of them in their order;
#   state says how far each is translated. A reader gives them all, and writing the file again keeps them.
# Seen: xliff2js of the npm package xliff keeps the last segment of a unit; source and target of those before it, the
#   blank between them and every state are gone, and js2xliff writes the rest. No error.
# Hurts: translators of the six languages send back files cut into sentences: the published page has the last one only.
# Versions: xliff 6.4.0 of npm (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts xliff@6.4.0 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const { xliff2js, js2xliff } = require("xliff");
const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">
<file id="f"><unit id="1">
<segment state="final"><source>No reply is needed.</source><target>Aucune suite ne s'impose.</target></segment>
<ignorable><source> </source></ignorable>
<segment state="initial"><source>The day is open.</source><target>La date est libre.</target></segment>
</unit></file></xliff>`;
(async () => {
  const read = await xliff2js(file);
  const written = await js2xliff(read);
  const seen = {
    unit: read.resources.f["1"],
    segments: written.match(/<segment/g).length,
    states: (written.match(/state=/g) ?? []).length,
  };
  console.log(seen);
  const KNOWN = {
    segments: 1,
    states: 0,
    unit: { source: "The day is open.", target: "La date est libre." },
  };
  assert.deepStrictEqual(seen, KNOWN);
})();
JS
node check.js
