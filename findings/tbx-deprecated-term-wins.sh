#!/usr/bin/env bash
# The glossary entry read from TBX gives the deprecated word and hides the preferred one.
# Expected: TBX (ISO 30042) holds several terms in one language with their administrativeStatus; a reader gives the
#   preferred term, or all with their status.
# Seen: translate-toolkit gives one pair an entry: the first term of each language as it happens to stand, here the two
#   marked deprecatedTerm-admn-sts. The preferred terms and the status are nowhere: not in notes, not as further units.
# Hurts: translators and checks of terms are given "surrender" and "livraison" where the glossary says "extradition".
# Versions: translate-toolkit 3.20.4. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check translate-toolkit==3.20.4
"$work/venv/bin/python" - <<'PY'
from translate.storage.tbx import tbxfile

STATUS = '<termNote type="administrativeStatus">{}Term-admn-sts</termNote>'
TERM = "<tig><term>{}</term>" + STATUS + "</tig>"
ENTRY = (
    '<?xml version="1.0"?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Sample</p>'
    '</sourceDesc></fileDesc></martifHeader><text><body><termEntry id="c1"><langSet xml:lang="en">'
    + TERM.format("surrender", "deprecated")
    + TERM.format("extradition", "preferred")
    + '</langSet><langSet xml:lang="fr">'
    + TERM.format("livraison", "deprecated")
    + TERM.format("extradition", "preferred")
    + "</langSet></termEntry></body></text></martif>"
)
store = tbxfile(sourcelanguage="en", targetlanguage="fr")
store.parse(ENTRY.encode())
seen = [(unit.source, unit.target, unit.getnotes()) for unit in store.units]
print(seen)
KNOWN = [
    ("surrender", "livraison", ""),
]
assert seen == KNOWN, seen
PY
