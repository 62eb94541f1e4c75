#!/usr/bin/env bash
# In a true-or-false question, the words for the wrong answer are shown to those who answer right.
# Expected: GIFT, as Moodle reads it: {T#first#second}: the first words are for a wrong answer, the second for a right
#   one. Where the statement is true, the feedback to "true" is therefore the second.
# Seen: gift-pegjs always calls the first words trueFeedback: right for {F#…}, turned round for {T#…}. And in a
#   question with several right answers (~%50%) every answer is isCorrect false, while a short answer with 50 per cent
#   is true.
# Hurts: participants who know the law are told that they are wrong; a question with two right answers has none.
# Versions: gift-pegjs 1.0.2 (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts gift-pegjs@1.0.2 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const { parse } = require("gift-pegjs");
const question = (text) => parse(`::Q:: ${text}\n\n`)[0];
const feedback = (text) => {
  const { isTrue, trueFeedback, falseFeedback } = question(text);
  return { isTrue, toTrue: trueFeedback.text, toFalse: falseFeedback.text };
};
const seen = {
  "is true": feedback("Extradition needs a basis. {T#wrong#right}"),
  "is false": feedback("Extradition needs no basis. {F#wrong#right}"),
  "several right": question("Which two? {~%50%one ~%50%two ~%-100%three}").choices.map((c) => c.isCorrect),
  "short answer": question("Which? {=%50%one}").choices.map((c) => c.isCorrect),
};
console.log(seen);
const KNOWN = {
  "is false": { isTrue: false, toTrue: "wrong", toFalse: "right" },
  "is true": { isTrue: true, toTrue: "wrong", toFalse: "right" },
  "several right": [false, false, false],
  "short answer": [true],
};
assert.deepStrictEqual(seen, KNOWN);
JS
node check.js
