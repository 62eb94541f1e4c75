"""The files of `bench/uploads.py`: of each kind the worst that five megabytes hold. Made when asked for, never kept."""

import io
import random
import zipfile
from collections.abc import Callable

ACTS, TREATIES, MANDATES = "/en/acts/import/", "/en/cooperation/treaties/import/", "/en/mandates/import/"
BANK, RATES = "/en/resources/bank/import/", "/en/resources/rates/import/"
EXPENDITURE, REQUESTS = "/en/resources/expenditure/import/", "/en/requests/import/"
SOURCE = "accede-research-2026"
ACT = "instrument,state,kind,on,source,note\n"
RATE = "currency,effective_from,units_per_usd,source\n"
SPENT = "document,day,commitment,object,amount,state,partner,note\n"
ASKED = "state,received_on,channel,subject,kinds,beneficiary,language,text\n"
STATEMENT = ":20:STARTUMS\n:25:10020030/1234567\n:28C:1/1\n:60F:C260501USD0,00\n"
CAMT = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>'
    "<Stmt><Id>1</Id><Acct><Id><Othr><Id>1234567</Id></Othr></Id><Ccy>USD</Ccy></Acct>"
)
TREATY = "state_a,state_b,kind,status,signed_on,in_force_on,terminated_on,title,source,note\n"
Make = Callable[[int], bytes]


def filled(head: str, line: Callable[[int], str]) -> Make:
    """Return a maker of a table: its headings, then as many lines as there is room for."""

    def make(size: int) -> bytes:
        lines, held, number = [head], len(head), 0
        while held < size:
            lines.append(line(number))
            held += len(lines[-1].encode())
            number += 1
        return "".join(lines).encode()[:size]

    return make


def archive(**parts: Callable[[int], bytes]) -> Make:
    """Return a maker of an archive, each part as large as its maker makes it for the size asked."""

    def make(size: int) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for name, content in parts.items():
                packed.writestr(
                    name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels"), content(size)
                )
        return stream.getvalue()[:size]

    return make


def noise(size: int) -> str:
    """Return text that does not pack well, the same in every run."""
    return random.Random(20070726).randbytes(size // 2).hex()  # noqa: S311  (no secret)


def book(sheet: Callable[[int], bytes], strings: Callable[[int], bytes] | None = None) -> Make:
    """Return a maker of a workbook with one sheet."""
    from openpyxl import Workbook  # noqa: PLC0415  (needed for these kinds only)

    def make(size: int) -> bytes:
        whole, stream = io.BytesIO(), io.BytesIO()
        Workbook().save(whole)
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
            for name in old.namelist():
                if not name.startswith("xl/worksheets/") and name != "xl/sharedStrings.xml":
                    new.writestr(name, old.read(name))
            new.writestr("xl/worksheets/sheet1.xml", sheet(size))
            new.writestr("xl/sharedStrings.xml", strings(size) if strings else b"<sst/>")
        return stream.getvalue()[:size]

    return make


def parts(content: Callable[[int], bytes], *, many: int = 6) -> Make:
    """Return a maker of a workbook beside whose sheet lie as many parts as are unpacked at all, each of the largest."""
    from openpyxl import Workbook  # noqa: PLC0415  (needed for these kinds only)

    def make(size: int) -> bytes:
        stream, most = io.BytesIO(), min(28 << 20, size * 6)
        Workbook().save(stream)
        with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            part = content(most)
            for number in range(many):
                archive.writestr(f"xl/{number}.xml", part)
            room = size - stream.tell() - 1000
            if room > 0:
                archive.writestr(zipfile.ZipInfo("xl/media/image1.png"), noise(room).encode()[:room])
        return stream.getvalue()[:size] if room < 0 else stream.getvalue()

    return make


def rows(cell: str, *, wide: int = 10, times: int = 12) -> Callable[[int], bytes]:
    """Return a maker of a sheet of many rows, `times` as large as the file that it is packed into."""

    def make(size: int) -> bytes:
        row = ("<row>" + cell * wide + "</row>").encode()
        return b"<worksheet><sheetData>" + row * (size * times // len(row)) + b"</sheetData></worksheet>"

    return make


def strings(size: int) -> bytes:
    """Return shared strings, eight times as large as the file."""
    one = b"<si><t>state</t></si>"
    return (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + one * (size * 8 // 21) + b"</sst>"
    )


def cells(text: str) -> str:
    """Return a cell that holds a text of its own."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


TABLES, DOCUMENTS = (ACTS, TREATIES, RATES, EXPENDITURE, REQUESTS), (MANDATES,)
KINDS: dict[str, tuple[tuple[str, ...], str, Make]] = {
    "headings": (TABLES, "x.csv", filled("a,b", lambda n: f",heading {n}")),
    "headings, many lines": (TABLES, "x.csv", filled('"a', lambda n: f"\n,x{n}")),
    "unknown sources": (
        TABLES,
        "x.csv",
        filled(ACT, lambda n: f"FINANCING-1999,FRA,ratification,2002-01-07,src-{n},\n"),
    ),
    "unknown States": (
        (ACTS,),
        "x.csv",
        filled(ACT, lambda n: f"FINANCING-1999,Stat of {n},accession,2002-01-07,{SOURCE},\n"),
    ),
    "unknown partners": (
        (TREATIES,),
        "x.csv",
        filled(TREATY, lambda n: f"FRA,Stat of {n},mla,,2002-01-07,,,,{SOURCE},\n"),
    ),
    "5,000 rows, 300 names": (
        (ACTS,),
        "x.csv",
        lambda _size: (
            ACT + "".join(f"FINANCING-1999,Republik of {n % 300},accession,2002-01-07,,x\n" for n in range(5000))
        ).encode(),
    ),
    "one State, all days": (
        (ACTS,),
        "x.csv",
        filled(ACT, lambda n: f"FINANCING-1999,FRA,accession,{2000 + n % 26}-{1 + n % 12:02d}-{1 + n % 28:02d},,{n}\n"),
    ),
    "withdrawals": ((ACTS,), "x.csv", filled(ACT, lambda n: f"FINANCING-1999,FRA,withdrawal,2002-01-07,,{n}\n")),
    "good rows": (
        (TREATIES,),
        "x.csv",
        filled(TREATY, lambda n: f"FRA,BOL,mla,,{1900 + n % 99}-{1 + n % 12:02d}-{1 + n % 28:02d},,,{n},{SOURCE},\n"),
    ),
    "unknown currencies": ((RATES,), "x.csv", filled(RATE, lambda n: f"Q{n},2026-01-01,1.5,x\n")),
    "rates of all days": (
        (RATES,),
        "x.csv",
        filled(RATE, lambda n: f"EUR,{2000 + n % 26}-{1 + n % 12:02d}-{1 + n % 28:02d},0.{n % 9 + 1},x\n"),
    ),
    "unknown commitments": (
        (EXPENDITURE,),
        "x.csv",
        filled(SPENT, lambda n: f"D-{n},2026-05-05,C-{n},Travel of {n},{n}.10,Stat of {n},,\n"),
    ),
    "unknown who asks": (
        (REQUESTS,),
        "x.csv",
        filled(ASKED, lambda n: f"Stat of {n},2026-05-05,by {n},A subject,a kind of {n},,no {n},\n"),
    ),
    "bank, lines": (
        (BANK,),
        "x.sta",
        filled(STATEMENT, lambda n: f":61:2605040504C1,00NTRFNONREF//B-{n}\n:86:A sample {n}\n"),
    ),
    "bank, one line": ((BANK,), "x.sta", filled(STATEMENT + ":86:", lambda _n: "x" * 4096)),
    "bank, no lines": ((BANK,), "x.sta", filled(STATEMENT, lambda _n: ":61:\n")),
    "bank, entries": (
        (BANK,),
        "x.xml",
        filled(
            CAMT,
            lambda n: (
                f'<Ntry><NtryRef>{n}</NtryRef><Amt Ccy="USD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
                "<Sts><Cd>BOOK</Cd></Sts>"
                "<BookgDt><Dt>2026-05-04</Dt></BookgDt></Ntry>"
            ),
        ),
    ),
    "bank, nesting": ((BANK,), "x.xml", filled(CAMT, lambda _n: "<Ntry>")),
    "bank, elements": ((BANK,), "x.xml", filled(CAMT, lambda _n: "<a/>")),
    "unclosed quote": (TABLES, "x.csv", filled(ACT, lambda n: f'"FINANCING-1999,FRA{n}\n')),
    "one quote": (TABLES, "x.csv", filled(ACT + '"', lambda n: f"FINANCING-1999,FRA,{n}\n")),
    "quotes in quotes": (TABLES, "x.csv", filled(ACT, lambda _n: '"""",' * 6 + "\n")),
    "one cell": (TABLES, "x.csv", filled(ACT, lambda _n: "x" * 4096)),
    "one line of cells": (TABLES, "x.csv", filled(ACT, lambda _n: "ab,")),
    "tiny rows": (TABLES, "x.csv", filled("state,kind,on,instrument,source\n", lambda _n: "a,,,,\n")),
    "blank lines": (TABLES, "x.csv", filled(ACT, lambda _n: "\n")),
    "zeros": (TABLES, "x.csv", filled(ACT, lambda _n: "\0" * 4096)),
    "zero cells": (TABLES, "x.csv", filled(ACT, lambda _n: "\0,\0,\0,\0,\0,\0\n")),
    "no code page": (TABLES, "x.csv", lambda size: ACT.encode() + bytes(range(128, 256)) * (size // 128)),
    "blanks in a day": (
        (ACTS,),
        "x.csv",
        filled("Participant,Signature\n", lambda n: f"FRA,{n} Jan 1999{' ' * 400}x\n"),
    ),
    "participants, wide": (
        (ACTS,),
        "x.csv",
        filled("Participant" + ",Ratification" * 150 + "\n", lambda _n: "FRA" + ",1" * 150 + "\n"),
    ),
    "workbook, rows": (TABLES, "x.xlsx", book(rows(cells("FRA")))),
    "workbook, empty rows": (TABLES, "x.xlsx", book(rows("", wide=1, times=40))),
    "workbook, one cell": (
        TABLES,
        "x.xlsx",
        book(
            lambda size: (
                b"<worksheet><sheetData><row>" + cells("x" * size * 9).encode() + b"</row></sheetData></worksheet>"
            )
        ),
    ),
    "workbook, strings": (TABLES, "x.xlsx", book(rows('<c t="s"><v>0</v></c>', times=1), strings)),
    "workbook, nesting": (
        TABLES,
        "x.xlsx",
        book(lambda size: b"<worksheet><sheetData>" + b"<row>" * (size * 4 // 5)),
    ),
    "workbook, far cell": (
        TABLES,
        "x.xlsx",
        book(
            lambda _size: (
                b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
            )
        ),
    ),
    "workbook, elements": (TABLES, "x.xlsx", parts(lambda room: b"<a>" + b"<b/>" * (room // 4) + b"</a>")),
    "workbook, attributes": (
        TABLES,
        "x.xlsx",
        parts(lambda room: b"<a " + b"".join(b"a%d='' " % number for number in range(room // 14)) + b"/>", many=1),
    ),
    "workbook, damaged": (TABLES, "x.xlsx", lambda size: book(rows(cells("FRA")))(size)[: size // 2]),
    "workbook, noise": (TABLES, "x.xlsx", archive(xl__workbook_xml=lambda size: noise(size).encode())),
}


def all_kinds() -> dict[str, tuple[tuple[str, ...], str, Make]]:
    """Return the tables, and the documents that the tests have in small."""
    from tests.support.hostile import DOCUMENT_KINDS  # noqa: PLC0415  (found once the program that measures says where)

    return {**KINDS, **{kind: (DOCUMENTS, name, make) for kind, (name, make) in DOCUMENT_KINDS.items()}}
