#!/usr/bin/env bash
# A contribution that the bank took back is added to the account a second time.
# Expected: of the four marks of MT940 field 61, RC (reversal of credit) takes money from the account and RD (reversal of
#   debit) gives it back, so the amounts of a statement add up to the difference of its two balances.
# Seen: only the mark D makes an amount negative. RC comes out as a positive amount; RD likewise, rightly. The two balances
#   of the statement (its own fields 60F and 62F) differ by 480.00, the amounts add up to 520.00.
# Hurts: a transfer that was returned to the donor's bank is shown as received.
# Versions: mt-940 5.1.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check mt-940==5.1.1
"$work/venv/bin/python" - <<'PY'
import mt940

STATEMENT = """
:20:SAMPLE
:25:12345/678
:28C:00001/001
:60F:C251229USD1000,00
:61:2512291229C1000,00NTRFNONREF//A
:86:contribution
:61:2512301230D500,00NTRFNONREF//B
:86:workshop
:61:2512311231RC20,00NTRFNONREF//C
:86:contribution returned
:62F:C251231USD1480,00
-
"""
read = mt940.parse(STATEMENT)
amounts = {line.data["status"]: str(line.data["amount"].amount) for line in read}
opening, closing = (read.data[name].amount.amount for name in ("final_opening_balance", "final_closing_balance"))
total = sum(line.data["amount"].amount for line in read)
seen = {**amounts, "between the balances": str(closing - opening), "of the amounts": str(total)}
print(seen)
KNOWN = {
    "C": "1000.00",
    "D": "-500.00",
    "RC": "20.00",
    "between the balances": "480.00",
    "of the amounts": "520.00",
}
assert seen == KNOWN, seen
PY
