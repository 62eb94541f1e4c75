"""Tables in web pages, XML, PDF files and pasted lines: found, or refused with what to do."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from accede.foundation.imports import FileRefused, Options, explain, open_table
from accede.foundation.imports.opening import Written, kind_of
from accede.foundation.printed import PrintedRefused
from accede.foundation.printed.days import is_day, pieces
from accede.foundation.printed.lines import table_of_lines
from accede.foundation.printed.markup import table_of_page, table_of_xml
from accede.foundation.printed.pdf import table_of_pdf

PAGE = "<html><body><p>Before</p><table>{rows}</table><p>After</p></body></html>"
SPECIMENS = Path(__file__).parent.parent / "modules" / "treaties" / "specimens"


def page_of(tmp_path: Path, content: str | bytes, name: str = "page.html") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_innermost_table_with_most_days_is_the_one_and_cells_that_span_are_told_once(tmp_path):
    rows = (
        "<tr><td colspan=3>A title</td></tr><tr><th>State<sup>1</sup></th><th colspan=2>Days</th></tr>"
        "<tr><td rowspan=2>Mali</td><td>1 Jan 2001</td><td>2&nbsp;Jan<br>2002</td></tr>"
        "<tr><td>3 Jan 2003</td><td></td></tr>"
    )
    menu = "<table><tr><td>a</td><td>b</td></tr><tr><td>1999</td><td>c</td></tr></table>"
    page = f"<table><tr><td>{menu}</td><td>{PAGE.format(rows=rows)}</td></tr></table>"

    found = table_of_page(page_of(tmp_path, page), "utf-8")

    assert found.header == ("State", "Days", "[3]")
    assert found.rows == (("Mali", "1 Jan 2001", "2 Jan 2002"), ("", "3 Jan 2003", ""))
    assert {"Before", "After"} <= set(found.around)


def test_a_page_is_read_in_the_letters_that_it_names_and_out_of_one_file_with_its_pictures(tmp_path):
    rows = "<tr><th>Pays</th><th>Le</th></tr><tr><td>Côte d’Ivoire</td><td>1 Jan 2001</td></tr>"
    page = f'<meta charset="windows-1252">{PAGE.format(rows=rows)}'.encode("cp1252")
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message.make_related()
    message.add_related(page, maintype="text", subtype="html")
    one_file = message.as_bytes()

    assert table_of_page(page_of(tmp_path, page), "utf-8").rows[0][0] == "Côte d’Ivoire"
    assert kind_of(one_file[:1024]) is Written.PAGE
    assert table_of_page(page_of(tmp_path, one_file, "page.mhtml"), "utf-8").rows[0][0] == "Côte d’Ivoire"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"<?xml version='1.0'?><List><Table><Row>", Written.XML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Written.PAGE),
        (b"\xef\xbb\xbf\r\n<!-- saved from a site -->\n<HTML>", Written.PAGE),
        (b"<table class=x><tr>", Written.PAGE),
        (b"<MTDSG><Treaty>", Written.XML),
        (b"\n%PDF-1.7", Written.PDF),
        (b"State,Note\nMali,<table>", Written.TEXT),
        ("<html>".encode("utf-16"), Written.PAGE),
    ],
)
def test_a_file_is_known_by_how_it_begins(start, kind):
    assert kind_of(start) is kind


def bomb(depth: int) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, depth))
    return f'<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a0 "x">{entities}]><t>&a{depth - 1};</t>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bomb(9), "entities"),
        ('<?xml version="1.0"?><!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><t>&x;</t>', "entities"),
        ("<?xml version='1.0'?><t><row><entry>Mali</entry>", "damaged"),
        ("<?xml version='1.0' encoding='nonsense'?><t/>", "damaged"),
        ("<?xml version='1.0'?>" + "<t>" * 3000 + "</t>" * 3000, "damaged"),
        ("<?xml version='1.0'?><t>No table</t>", "no_table"),
    ],
)
def test_xml_that_is_damaged_or_hostile_is_refused(tmp_path, content, code):
    with pytest.raises(PrintedRefused) as caught:
        table_of_xml(page_of(tmp_path, content, "list.xml"))

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("content", "pages", "code"),
    [(b"%PDF-1.7 nonsense", (0, 0), "damaged"), (None, (9, 10), "no_such_pages"), (None, (2, 2), "")],
)
def test_a_pdf_file_is_read_on_the_pages_that_are_named(tmp_path, content, pages, code):
    path = page_of(tmp_path, content, "list.pdf") if content else SPECIMENS / "imo.pdf"

    if not code:
        assert table_of_pdf(path, *pages).rows[0][0] == "Afghanistan (accession)"
        return
    with pytest.raises(PrintedRefused) as caught:
        table_of_pdf(path, *pages)
    assert caught.value.code == code


def test_pasted_lines_are_divided_by_their_days():
    text = (
        "Status: 3 parties\nState Date of signature Date of deposit\n"
        "Mali - 3 March 1999 (a)\n\nChad 16 December 1970 12 July 1972\n"
    )

    found = table_of_lines(text)

    assert found.header == ("", "[2]", "[3]")
    assert found.rows == (("Mali", "-", "3 March 1999 (a)"), ("Chad", "16 December 1970", "12 July 1972"))
    assert "Status: 3 parties" in found.around


def test_what_holds_no_table_says_what_to_do_and_is_read_apart(tmp_path):
    with pytest.raises(FileRefused) as caught:
        open_table(page_of(tmp_path, PAGE.format(rows="<tr><td>Nothing</td></tr>")))
    with pytest.raises(FileRefused) as unsaid:
        open_table(SPECIMENS / "imo.pdf", Options(pages="two"))

    assert "paste it" in explain(caught.value.problems[0])
    assert "411-418" in explain(unsaid.value.problems[0])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("10 Jul 2003 a", True),
        ("[20 Jan 2021 A]", True),
        ("6 October 1995 (a)", True),
        ("29 de abril de 2002", True),
        ("Mar. 1, 1933", True),
        ("12-03-2001 (R)", True),
        ("2003年9月24日", True),
        ("On 6 October 1995 it said", False),
        ("185 Parties", False),
    ],
)
def test_what_looks_like_a_day(text, is_one):
    assert is_day(text) is is_one


def test_a_sentence_with_a_day_is_not_divided():
    assert len(pieces("(1) On 6 October 1995 nothing was said.")) == 1
    assert [("Fiji 5 May 1980 (s) 10 October 1970")[a:b] for a, b in pieces("Fiji 5 May 1980 (s) 10 October 1970")] == [
        "Fiji",
        "5 May 1980 (s)",
        "10 October 1970",
    ]
