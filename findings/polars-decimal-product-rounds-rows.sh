#!/usr/bin/env bash
# A charge of 13 per cent on many small sums comes to half as much again, because each product is cut to cents.
# Expected: the product of two exact decimals keeps its digits (SQL adds the scales; DuckDB gives four here), so that
#   one rounds once, at the end.
# Seen: polars gives a product the scale of its factors: 0.05 × 0.13 is 0.01, not 0.0065, row by row. A thousand rows
#   of five cents give 10.00 instead of 6.50. No warning; rounding afterwards cannot repair it.
# Hurts: programme support cost computed over ledger lines differs from the same figure computed on the total.
# Versions: polars 2.1.0, DuckDB 2.0.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check polars==2.1.0 duckdb==2.0.1
"$work/venv/bin/python" - <<'PY'
from decimal import Decimal

import duckdb
import polars

ROWS = 1000
lines = polars.Series("amount", [Decimal("0.05")] * ROWS)
rate = polars.Series("rate", [Decimal("0.13")] * ROWS)
product = lines * rate
duck = duckdb.sql(
    f"select sum(0.05::decimal(18,2) * 0.13::decimal(18,2)) from range({ROWS})"
).fetchall()[0][0]
seen = {"polars row": product[0], "polars": product.sum(), "DuckDB": duck}
KNOWN = {
    "polars row": Decimal("0.01"),
    "polars": Decimal("10.00"),
    "DuckDB": Decimal("6.5000"),
}
print(seen)
assert seen == KNOWN, seen
PY
