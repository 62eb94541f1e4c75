#!/usr/bin/env bash
# A sum and its reversal do not add up to nothing: a cent stays.
# Expected: currency.js rounds amounts to cents, and an amount taken back is the amount with its sign changed: 10.03
#   times 0.5 and 10.03 times -0.5 add up to 0.
# Seen: halves are rounded towards plus infinity: 5.02 and -5.01, so 0.01 stays; 1.005 is 1.01 and -1.005 is -1.00.
# Hurts: a split charge that is reversed leaves a cent on the grant, found by the auditor.
# Versions: currency.js 2.0.4 (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts currency.js@2.0.4 >/dev/null
cat >check.js <<'JS'
const assert = require("node:assert");
const currency = require("currency.js");
const charge = currency(10.03).multiply(0.5);
const reversal = currency(10.03).multiply(-0.5);
const seen = {
  charge: charge.value,
  reversal: reversal.value,
  left: charge.add(reversal).value,
  plus: currency(1.005).value,
  minus: currency(-1.005).value,
};
console.log(seen);
const KNOWN = {
  charge: 5.02,
  reversal: -5.01,
  left: 0.01,
  plus: 1.01,
  minus: -1,
};
assert.deepStrictEqual(seen, KNOWN);
JS
node check.js
