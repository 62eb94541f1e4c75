"""Laws on the command line: what was read is shown, what may answer is found, what cannot be read is said."""

import io
import json
import zipfile

import pypdfium2
import pytest
from docx import Document

from accede.foundation.console import run
from accede.foundation.imports.problems import FileRefused
from accede.modules.legislation.services.reading import read_content
from accede.site.cli import ROOT

LAW = (
    "Loi modèle (sample)\n"
    "Article 1er. Quiconque fournit ou réunit des fonds pour un acte de terrorisme est puni de dix ans.\n"
    "Article 205\n Les phares sont blancs.\n"
)


def accede(*words: str) -> int:
    return run(ROOT, ["laws", *words])


def test_a_law_is_shown_with_its_provisions(tmp_path, capsys):
    file = tmp_path / "law.txt"
    file.write_text(LAW)

    assert accede("show", str(file), "--json") == 0
    shown = json.loads(capsys.readouterr().out)

    assert [one["number"] for one in shown["provisions"]] == ["1", "205"]
    assert shown["language"] == "fr"
    assert accede("show", str(file), "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "lost: 0" in said
    assert "After 1 comes 205" in said


def test_what_may_answer_is_found_with_reasons(tmp_path, capsys):
    file = tmp_path / "law.txt"
    file.write_text(LAW)

    assert accede("match", str(file), "--json", "--lang", "es") == 0
    found = json.loads(capsys.readouterr().out)

    first = next(one for one in found if one["obligation"] == "financing.offence")
    assert first["candidates"][0]["number"] == "1"
    assert "fonds" in first["candidates"][0]["terms"]
    assert first["says"].startswith("Tipificar")
    assert accede("match", str(file), "--lang", "en") == 0
    assert "to be examined with the State" in capsys.readouterr().out


def test_an_unknown_instrument_is_named(tmp_path, capsys):
    assert accede("match", str(tmp_path / "none.txt"), "--instrument", "NO-SUCH", "--lang", "en") != 0

    said = capsys.readouterr().err
    assert "NO-SUCH" in said
    assert "FINANCING-1999" in said


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert accede("show", str(tmp_path / "none.txt"), "--lang", "en") != 0
    assert "There is no file" in capsys.readouterr().err


def test_raised_figures_stay_apart():
    page = (
        "<html><head><style>.W9 {vertical-align: top}</style></head><body><p>Статья 205. Поджог</p><p>Штраф.</p>"
        '<p>Статья 205<span class="W9">1</span>. Содействие</p><p>Штраф.</p>'
        "<p>Статья 206<sup>2</sup></p><p>Да.</p></body>"
    )

    read = read_content(page.encode(), "law.html")

    assert [one.number for one in read.segmented.provisions] == ["205", "205.1", "206.2"]


def test_a_word_document_is_read():
    document, stream = Document(), io.BytesIO()
    for line in ("Artículo 1º. Objeto", "Esta ley es una muestra.", "Artículo 2. Delito", "El que dañe un faro."):
        document.add_paragraph(line)
    document.save(stream)

    assert [one.number for one in read_content(stream.getvalue(), "law.docx").segmented.provisions] == ["1", "2"]


def test_turned_arabic_letters_are_put_right():
    read = read_content("المادة األولى\nمكافحة اإلرهاب\nالمادة 2\nالنص".encode(), "law.txt")

    assert "الإرهاب" in read.law.text
    assert read.law.notes == ("turned_letters",)


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("a.txt", "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "law.empty"),
        (b"  \n", "law.empty"),
        (b"just a letter to a friend", "law.no_provisions"),
        (b"\x00\x01\x02", "law.binary"),
        (b"\xd0\xcf\x11\xe0 old", "law.old_word"),
        (b"%PDF-1.4 broken", "law.damaged"),
        (archive(), "law.damaged"),
        (b'{"a": 1}', "law.json_shape"),
        (b'{"a": ', "law.json"),
        (b"<?xml version='1.0'?><a/>", "law.xml_shape"),
        (b"<?xml version='1.0'?><a", "law.xml"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "law.dtd"),
    ],
)
def test_what_is_no_law_is_refused_with_its_reason(content, code):
    with pytest.raises(FileRefused) as refused:
        read_content(content, "file")

    assert [one.code for one in refused.value.problems] == [code]


def test_a_scan_is_said_to_be_one():
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(400, 600)
    document.save(stream)

    with pytest.raises(FileRefused) as refused:
        read_content(stream.getvalue(), "scan.pdf")
    assert [one.code for one in refused.value.problems] == ["law.scan"]
