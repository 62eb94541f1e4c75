#!/usr/bin/env bash
# A line in euros of a dollar account is read as dollars, and the rate on it is dropped.
# Expected: OFX (1.6, 5.2): a line with <CURRENCY> holds its amount in that currency, with the rate to the account's;
#   without it, in the account's. A reader shows the currency of the line, or refuses it.
# Seen: ofxparse gives the amount alone; the transaction has no field for currency or rate, and the statement says
#   usd. ofxtools has both (EUR, 1.4). No warning is kept in statement.warnings.
# Hurts: 1,000 euros of a donor are counted as 1,000 dollars.
# Versions: ofxparse 0.21, ofxtools 1.1.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check ofxparse==0.21 ofxtools==1.1.1
"$work/venv/bin/python" -W ignore - <<'PY'
import io

from ofxparse import OfxParser
from ofxtools.Parser import OFXTree

FILE = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n"
    "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>"
    "<DTSERVER>20080101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0"
    "<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>2<ACCTTYPE>CHECKING</BANKACCTFROM>"
    "<BANKTRANLIST><DTSTART>20071201<DTEND>20071231<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20071226<TRNAMT>1000.00<FITID>1"
    "<NAME>Sample<CURRENCY><CURRATE>1.4<CURSYM>EUR</CURRENCY></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1400.00"
    "<DTASOF>20071231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)
statement = OfxParser.parse(io.BytesIO(FILE.encode())).account.statement
line = statement.transactions[0]
tree = OFXTree()
tree.parse(io.BytesIO(FILE.encode()))
other = tree.convert().statements[0].transactions[0]
seen = {
    "ofxtools": (str(other.trnamt), other.currency.cursym, str(other.currency.currate)),
    "ofxparse": (str(line.amount), statement.currency, [key for key in vars(line) if "cur" in key or "rate" in key]),
    "warnings": statement.warnings,
}
print(seen)
KNOWN = {
    "ofxtools": ("1000.00", "EUR", "1.4"),
    "warnings": [],
    "ofxparse": ("1000.00", "usd", []),
}
assert seen == KNOWN, seen
PY
