#!/usr/bin/env bash
# A paragraph of law with a reference in it comes back with its words joined.
# Expected: XML 1.0 (2.10): all blanks that are not markup are passed on, and in mixed content, which legal texts are
#   (Akoma Ntoso p, ref, b), they separate words. The option preserveOrder is there for writing the document again.
# Seen: read with preserveOrder and written again, «Under <ref>article 5</ref> of the <b>Act</b>» is
#   «Under<ref>article 5</ref>of the<b>Act</b>»: the blanks at both sides of each inline element are gone, for
#   trimValues is on. Article number 1.10 becomes 1.1 in the plain form.
# Hurts: texts of laws passed through a page's script are published with words run together and a number of another
#   article.
# Versions: fast-xml-parser 5.12.1 (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts fast-xml-parser@5.12.1 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const { XMLParser, XMLBuilder } = require("fast-xml-parser");
const text = "<p>Under <ref>article 5</ref> of the <b>Act</b> the court orders.</p>";
const seen = {
  "written again": new XMLBuilder({ preserveOrder: true }).build(new XMLParser({ preserveOrder: true }).parse(text)),
  number: new XMLParser().parse("<num>1.10</num>").num,
};
console.log(seen);
const KNOWN = {
  number: 1.1,
  "written again": "<p>Under<ref>article 5</ref>of the<b>Act</b>the court orders.</p>",
};
assert.deepStrictEqual(seen, KNOWN);
JS
node check.js
