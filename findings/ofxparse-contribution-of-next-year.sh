#!/usr/bin/env bash
# A contribution booked on 31 December in New York is dated 1 January of the next year.
# Expected: OFX 1.6 (dates and times) writes the bank's day with its zone: 20071231220000[-5:EST] is 31 December at
#   the bank. A reader keeps the zone, or the day.
# Seen: ofxparse changes to Greenwich time and takes the zone away: a naive 1 January 2008, 03:00. A bank three hours
#   east that writes midnight of 31 December gets 30 December. ofxtools makes the same change and says that it is UTC.
# Hurts: the biennium ends on 31 December: contributions move into the next one, or a day before the statement's.
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

LINE = "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{day}<TRNAMT>100.00<FITID>{n}<NAME>Sample</STMTTRN>"
DAYS = ["20071231220000[-5:EST]", "20071231000000[+3:AST]", "20071231"]
FILE = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n"
    "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>"
    "<DTSERVER>20080101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0"
    "<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>2<ACCTTYPE>CHECKING</BANKACCTFROM>"
    "<BANKTRANLIST><DTSTART>20071201<DTEND>20071231"
    + "".join(LINE.format(day=day, n=n) for n, day in enumerate(DAYS))
    + "</BANKTRANLIST><LEDGERBAL><BALAMT>300.00<DTASOF>20071231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)
parsed = OfxParser.parse(io.BytesIO(FILE.encode())).account.statement.transactions
tree = OFXTree()
tree.parse(io.BytesIO(FILE.encode()))
seen = {
    "ofxparse": [str(line.date) for line in parsed],
    "ofxtools": [str(line.dtposted) for line in tree.convert().statements[0].transactions],
}
for name, days in seen.items():
    print(name, days)
KNOWN = {
    "ofxtools": ["2008-01-01 03:00:00+00:00", "2007-12-30 21:00:00+00:00", "2007-12-31 00:00:00+00:00"],
    "ofxparse": ["2008-01-01 03:00:00", "2007-12-30 21:00:00", "2007-12-31 00:00:00"],
}
assert seen == KNOWN, seen
PY
