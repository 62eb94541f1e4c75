"""Documents as lines: text, DOCX, HTML, JSON — and what is refused, with the reason."""

import io
import json
import zipfile
from contextlib import suppress

import pytest

from accede.foundation.apart.limits import Limits
from accede.foundation.imports.problems import FileRefused, explain
from accede.modules.mandates.services import reading_apart
from accede.modules.mandates.services.document_lines import bytes_of, document_of
from accede.modules.mandates.services.document_problems import WORDS
from accede.modules.mandates.services.reading_apart import read_given
from tests.core.mandates.texts import LIGHTHOUSES, reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def paragraph(words: str, *, verb: str = "", level: int | None = None) -> str:
    number = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>' if level is not None else ""
    )
    italic = f"<w:r><w:rPr><w:i/></w:rPr><w:t>{verb}</w:t></w:r>" if verb else ""
    return f'<w:p>{number}{italic}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def docx(*paragraphs: str, head: str = "", numbering: str = NUMBERING, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{head}<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        archive.writestr("word/numbering.xml", numbering)
        for name, content in parts.items():
            archive.writestr(f"word/{name}", content)
    return stream.getvalue()


BODY = (
    paragraph("The General Assembly,"),
    paragraph(" that lamps matter,", verb="Noting"),
    paragraph(" the Office:", verb="Requests", level=0),
    paragraph("To keep lamps;", level=1),
    paragraph("To report;", level=1),
    paragraph(" States to pay.", verb="Urges", level=0),
)


def refusal(content: bytes, name: str = "text.txt") -> str:
    with pytest.raises(FileRefused) as refused:
        document_of(content, name=name)
    return " ".join(explain(one, WORDS) for one in refused.value.problems)


def test_automatic_numbers_and_italics_of_a_word_document_are_written_out():
    found = document_of(docx(*BODY), name="lamps.docx")

    assert [line for line in found.lines if line] == [
        "The General Assembly,",
        "*Noting* that lamps matter,",
        "1. *Requests* the Office:",
        "(a) To keep lamps;",
        "(b) To report;",
        "2. *Urges* States to pay.",
    ]
    assert [one.path for one in reading("\n".join(found.lines)).paragraphs] == ["PP1", "1", "1(a)", "1(b)", "2"]


def test_macros_are_said_and_the_text_is_read_all_the_same():
    found = document_of(docx(*BODY, **{"vbaProject.bin": "x"}), name="lamps.docm")

    assert (found.format, found.notes) == ("docx", ("macros",))
    assert "*Urges* States to pay." in found.lines[-2]


def test_a_web_page_gives_its_blocks_with_the_numbers_of_its_lists():
    page = (
        "<!DOCTYPE html><html><head><title>x</title><style>p {}</style></head><body><nav>Menu</nav><p>The "
        "General&nbsp;Assembly,</p>"
        "<ol><li><i>Requests</i> the Office:<ol type='a'><li>To keep lamps;</li><li>To "
        "report;</li></ol></li><li><em>Urges</em> States.</li></ol></body></html>"
    )

    found = document_of(page.encode(), name="lamps.html")

    assert [" ".join(line.split()) for line in found.lines if line] == [
        "The General Assembly,",
        "1. *Requests* the Office:",
        "(a) To keep lamps;",
        "(b) To report;",
        "2. *Urges* States.",
    ]


def test_paragraph_json_gives_numbers_and_text_and_leaves_other_languages_out():
    items = [
        {"text": "The General Assembly,", "prefix": None},
        {"text": "Urges States to pay;", "prefix": "1."},
        {"text": "Prie les États", "prefix": "1.", "language": "french"},
    ]

    found = document_of(json.dumps(items).encode(), name="lamps.json")

    assert [line for line in found.lines if line] == ["The General Assembly,", "1. Urges States to pay;"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_the_encodings_it_comes_in(encoding):
    found = document_of("1. Urges “States”.".encode(encoding), name="lamps.txt")

    assert found.lines == ("1. Urges “States”.",)
    assert found.notes == (("guessed_encoding", "windows-1252") if encoding == "cp1252" else ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b" \n ", "The file is empty."),
        (b"%PDF-1.7", "This is a PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word format"),
        (b"ab\x00cd", "This is no text"),
        (b"PK\x03\x04broken", "damaged"),
        (b'[{"text": "a"', "no valid JSON"),
        (b'{"text": "a"}', "no list of paragraphs"),
        (b"<html><body><img src='scan.png'></body></html>", "scan"),
        (docx(*BODY, head='<!DOCTYPE x [<!ENTITY a "b">]>'), "XML entities"),
        (docx(paragraph("")), "scan"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content, words):
    assert words in refusal(content, "text.json" if content[:1] in b"[{" else "text.txt")


def test_an_archive_without_a_document_is_no_word_document():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")

    assert "no document part" in refusal(stream.getvalue())


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileRefused):
        bytes_of(tmp_path / "none.txt")
    with pytest.raises(FileRefused):
        bytes_of(tmp_path)


def test_the_same_resolution_in_four_coats_is_read_the_same():
    blocks = [block.replace("\n", " ") for block in LIGHTHOUSES.split("\n\n")]
    as_html = "<html><body>" + "".join(f"<p>{block}</p>" for block in blocks) + "</body></html>"
    as_json = json.dumps([{"text": block} for block in blocks])
    coats = [
        document_of(LIGHTHOUSES.encode(), name="a.txt"),
        document_of(as_html.encode(), name="a.html"),
        document_of(as_json.encode(), name="a.json"),
        document_of(docx(*(paragraph(block) for block in blocks)), name="a.docx"),
    ]

    readings = [[(one.path, one.block.text) for one in reading("\n".join(coat.lines)).paragraphs] for coat in coats]

    assert all(one == readings[0] for one in readings)


def test_a_text_in_the_code_page_of_the_office_is_read_in_it():
    found = document_of("Экономический и Социальный Совет,\n1. Призывает государства;\n".encode("cp1251"), name="a.txt")

    assert found.lines[1] == "1. Призывает государства;"
    assert found.notes == ("guessed_encoding", "windows-1251")


@pytest.mark.parametrize("start", ["99999999999", "9" * 5000, "²", "-1", "x"])
@pytest.mark.parametrize("kind", ["1", "a", "i"])
def test_a_list_that_begins_where_no_list_begins_is_numbered_from_one(start, kind):
    found = document_of(f"<html><ol start='{start}' type='{kind}'><li>Urges</ol>".encode(), name="a.html")

    assert found.lines[0] in {"1. Urges", "(a) Urges", "(i) Urges"}


@pytest.mark.parametrize("number", ["99999999999", "9" * 5000, "²", "-1", "x"])
def test_a_word_list_with_levels_that_word_does_not_have_is_read(number):
    listed = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>Urges</w:t></w:r></w:p>"
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{number}">'
        f'<w:start w:val="{number}"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    found = document_of(docx(listed, numbering=numbering), name="a.docx")

    assert found.lines[0].endswith("Urges")


@pytest.mark.parametrize(
    "content",
    [
        b"1. Requests " + b"all States " * 20_000,
        b"<html>" + b"<div>" * 20_000 + b"x",
        b"<html><ol type=i>" + b"<li>x" * 30_000,
        b"[" + b",".join([b'{"text": "1. Requests all"}'] * 5_000) + b"]",
        b"[" * 100_000 + b'"text"',
    ],
)
def test_a_long_document_is_read_or_refused_in_a_process_of_its_own(content):
    with suppress(FileRefused):
        found = read_given(content, name="x.json" if content.startswith(b"[") else "x.html")
        assert found.document.lines
        assert found.reading.remarks


def test_a_document_that_takes_too_long_is_refused_with_words(monkeypatch):
    monkeypatch.setattr(reading_apart, "TO_READ", Limits(seconds=5, megabytes=1, patience=60))

    with pytest.raises(FileRefused) as caught:
        read_given(b"1. Requests " + b"all States " * 20_000, name="x.txt")

    assert [one.code for one in caught.value.problems] == ["document.too_heavy"]
