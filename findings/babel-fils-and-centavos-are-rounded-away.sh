#!/usr/bin/env bash
# Amounts in fifteen currencies are written without their smaller unit, rounded, whatever they hold.
# Expected: an amount is written with the decimals of its currency. ISO 4217 gives the Iraqi dinar three, the Colombian peso,
#   the Hungarian forint and the Indonesian rupiah two; the table of the PyPI package iso4217 has the same.
# Seen: format_currency and get_currency_precision of Babel give them none: 1,500.75 dinars are "IQD1,501", and two parts of
#   one receipt written one below the other no longer add up. Fifteen currencies of the standard's list differ.
# Hurts: a statement to a donor differs from the bank's by what was rounded away, and nothing on it says so.
# Versions: babel 2.19.0, iso4217 1.16.20260101. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check babel==2.19.0 iso4217==1.16.20260101
"$work/venv/bin/python" - <<'PY'
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision
from iso4217 import Currency

other = sorted(
    one.code for one in Currency if one.exponent is not None and get_currency_precision(one.code) != one.exponent
)
parts = [format_currency(Decimal(part), "IQD", locale="en") for part in ("1000.50", "500.25", "1500.75")]
print(other, parts)
KNOWN = "AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK SOS SYP YER".split()
assert other == KNOWN, other
assert parts == ["IQD1,000", "IQD500", "IQD1,501"], parts
assert get_currency_precision("KWD") == 3
PY
