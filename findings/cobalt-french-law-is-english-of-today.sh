#!/usr/bin/env bash
# A French law of 2007 is marked as English of today.
# Expected: the address of an Akoma Ntoso document names work, language and date of the version
#   (/akn/fr/act/2007/510/fra@2007-07-26: OASIS Akoma Ntoso Naming Convention 1.0, 4.5); cobalt reads all of them from
#   such an address, so a document that is given the address has its language and its date.
# Seen: after `act.frbr_uri = ".../fra@2007-07-26"` the work is right, and FRBRlanguage is "eng", FRBRdate of the expression
#   the day on which the program runs, and the document's own address ends in eng@ and that day. Nothing tells. Language
#   and date have setters of their own, which then give the address that was asked for.
# Hurts: of six language versions of one law each is the English one, and a text of 2007 is the law in force today.
# Versions: cobalt 9.0.1. Seen 2026-12-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check cobalt==9.0.1
"$work/venv/bin/python" - <<'PY'
from datetime import date

from cobalt import Act, FrbrUri

ADDRESS = "/akn/fr/act/2007/510/fra@2007-07-26"
read = FrbrUri.parse(ADDRESS)
print("read: ", read.work_uri(), read.language, read.expression_date)
assert (read.language, read.expression_date) == ("fra", "@2007-07-26")

act = Act()
act.frbr_uri = ADDRESS
print("given:", act.frbr_uri.work_uri(), act.language, act.expression_date, act.expression_frbr_uri().expression_uri())
assert act.frbr_uri.work_uri() == "/akn/fr/act/2007/510"
assert act.language == "eng"
assert str(act.expression_date)[:10] == str(date.today())
assert act.expression_frbr_uri().expression_uri() == f"/akn/fr/act/2007/510/eng@{date.today()}"

act.language, act.expression_date = "fra", date(2007, 7, 26)
print("set:  ", act.expression_frbr_uri().expression_uri())
assert act.expression_frbr_uri().expression_uri() == ADDRESS
PY
