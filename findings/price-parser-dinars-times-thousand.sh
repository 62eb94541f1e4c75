#!/usr/bin/env bash
# An amount in dinars is read a thousand times too large, and half a cent as five dollars.
# Expected: price-parser reads a written amount with its currency; the dinars of Kuwait, Bahrain, Jordan, Tunisia have
#   three decimals (ISO 4217), and no amount below one has a separator of thousands after its leading nought.
# Seen: a single separator before three digits is always taken for thousands: "12.345 KWD" is 12345, "0.005 USD" is 5.
#   With two decimals the same sums are right. The minus sign of "-1,234.50 USD" is dropped. Nothing is raised.
# Hurts: pledges in dinars, rates and rounding differences: a figure that is off by a factor of a thousand.
# Versions: price-parser 0.5.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check price-parser==0.5.1
"$work/venv/bin/python" - <<'PY'
from price_parser import Price

KNOWN = {
    "12.34 KWD": ("12.34", "KWD"),
    "12.345 KWD": ("12345", "KWD"),
    "0.05 USD": ("0.05", "USD"),
    "0.005 USD": ("5", "USD"),
    "1 234.500 KWD": ("1234500", "KWD"),
    "-1,234.50 USD": ("1234.50", "USD"),
}
seen = {}
for text in KNOWN:
    price = Price.fromstring(text)
    seen[text] = (str(price.amount), price.currency)
    print(f"{text!r}: {seen[text]}")
assert seen == KNOWN, seen
PY
