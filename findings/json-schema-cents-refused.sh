#!/usr/bin/env bash
# Every ninth amount in cents is refused by two validators and taken by two others, under one schema.
# Expected: JSON Schema 2020-12 (validation, 6.2.1): a number is valid for multipleOf 0.01 when dividing gives an
#   integer; 0.07, 0.14 and 1,000.00 are. All validators of the standard agree.
# Seen: of the 100,001 amounts from 0.00 to 1,000.00, jsonschema (Python) and Ajv (JavaScript) refuse 11,426, the same
#   ones, from 0.07 on: they divide binary fractions. fastjsonschema and jsonschema-rs take all.
# Hurts: an API that promises "two decimals at most" by multipleOf turns away one contribution in nine, by the
#   checker.
# Versions: jsonschema 4.26.0, fastjsonschema 2.22.3, jsonschema-rs 0.61.2, Ajv 8.20.0 (Node 20). Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv --without-pip venv
python3 -m pip --python venv/bin/python install -q --disable-pip-version-check \
  jsonschema==4.26.0 fastjsonschema==2.22.3 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund --ignore-scripts ajv@8.20.0 >/dev/null
node -e '
const Ajv = require("ajv").default;
const valid = new Ajv().compile({ type: "number", multipleOf: 0.01 });
const refused = [];
for (let cents = 0; cents <= 100000; cents++) if (!valid(cents / 100)) refused.push(cents);
console.log(JSON.stringify(refused));
' >ajv.json
venv/bin/python - <<'PY'
import json
from pathlib import Path

import fastjsonschema
import jsonschema
import jsonschema_rs

SCHEMA = {"type": "number", "multipleOf": 0.01}
compiled = fastjsonschema.compile(SCHEMA)


def fast(amount):
    try:
        compiled(amount)
    except fastjsonschema.JsonSchemaException:
        return False
    return True


def refused(valid):
    return [cents for cents in range(100_001) if not valid(cents / 100)]


seen = {
    "jsonschema": refused(jsonschema.Draft202012Validator(SCHEMA).is_valid),
    "Ajv": json.loads(Path("ajv.json").read_text()),
    "fastjsonschema": refused(fast),
    "jsonschema-rs": refused(jsonschema_rs.Draft202012Validator(SCHEMA).is_valid),
}
for name, amounts in seen.items():
    print(name, len(amounts), [cents / 100 for cents in amounts[:5]])
assert seen["jsonschema"] == seen["Ajv"] and len(seen["Ajv"]) == 11_426
assert seen["Ajv"][:5] == [7, 14, 28, 29, 47]
assert seen["fastjsonschema"] == seen["jsonschema-rs"] == []
PY
