#!/usr/bin/env bash
# 1,250.75 is written out as one thousand two hundred and fifty-one, and a negative sum as nothing.
# Expected: written-number writes a number in words; what it cannot write, fractions and negative numbers, it refuses or
#   leaves to the caller unchanged.
# Seen: fractions are rounded to the next whole number in every language, a negative number gives an empty text. French
#   "quatre-vingts mille" and "deux cents mille" take the s that these words lose before mille, Spanish 21,000 is
#   "veintiuno mil" for veintiún mil. Nothing is raised.
# Hurts: the words of a receipt or agreement outweigh its figures: the sum is a quarter of a dollar too large.
# Versions: written-number 0.11.1 of npm (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts written-number@0.11.1 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const written = require("written-number");
const seen = {
  "1250.75 en": written(1250.75, { lang: "en" }),
  "1250.75 fr": written(1250.75, { lang: "fr" }),
  "-5 en": written(-5, { lang: "en" }),
  "80000 fr": written(80000, { lang: "fr" }),
  "21000 es": written(21000, { lang: "es" }),
};
console.log(seen);
const KNOWN = {
  "1250.75 en": "one thousand two hundred and fifty-one",
  "1250.75 fr": "mille deux cent cinquante et un",
  "-5 en": "",
  "80000 fr": "quatre-vingts mille",
  "21000 es": "veintiuno mil",
};
assert.deepStrictEqual(seen, KNOWN);
JS
node check.js
