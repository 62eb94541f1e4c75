"""Files that come in: told from their content, bounded, kept apart, sent so that nothing of them runs."""

import contextlib
import hashlib
import io
import random
import stat
import zipfile

import openpyxl
import pytest

from accede.foundation import database
from accede.foundation.files import FileNotTaken, Kind, at_hand, keep, look_at, measure
from accede.foundation.files.sending import send

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def archive(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


def workbook() -> bytes:
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    return made.getvalue()


DOCX = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document>text</document>"})
ODT = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", Kind.PDF),
        ("A.PNG", PNG, Kind.PNG),
        ("a.jpeg", b"\xff\xd8\xff\xe0", Kind.JPEG),
        ("a.xlsx", workbook(), Kind.XLSX),
        ("a.docx", DOCX, Kind.DOCX),
        ("a.odt", ODT, Kind.ODT),
        ("a.txt", "règle ٣\r\n".encode(), Kind.TEXT),
        ("a.csv", "\ufeffState,day\n".encode(), Kind.CSV),
    ],
)
def test_a_file_is_what_its_content_says(name, content, kind):
    looked = look_at(io.BytesIO(content), name=name)

    assert (looked.kind, looked.size, looked.sha256) == (kind, len(content), hashlib.sha256(content).hexdigest())


BOMB = archive({"word/document.xml": b"<a>" + b" " * (12 << 20) + b"</a>"})
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"MZ\x90\x00", "not taken"),
        ("a.png", b"<svg onload='x()'/>", "not taken"),
        ("a.txt", b"  <!DOCTYPE html><script>x()</script>", "not taken"),
        ("a.csv", b"a,b\x00", "not taken"),
        ("a.txt", b"\xff\xfe", "not taken"),
        ("a.zip", archive({"a.txt": b"x"}), "not taken"),
        ("a.exe", b"%PDF-1.7", "ending"),
        ("a.pdf", PNG, "ending"),
        ("a.pdf.png", b"%PDF-1.7", "ending"),
        ("a.docx", DOCX[:-30], "damaged"),
        ("a.docx", BOMB, "unpack"),
        ("a.docx", archive({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), "macros"),
        ("a.docx", archive({"word/document.xml": LAUGHS}), "definitions"),
        ("a.docx", archive({"word/document.xml": b"<a/>", "x/y.rels": OUTSIDE}), "definitions"),
        ("a.docx", archive({"word/document.xml": b"<a>"}), "damaged"),
        ("a.docx", archive({"word/document.xml": b"<a/>"} | {f"{n}.txt": b"" for n in range(5001)}), "unpack"),
    ],
)
def test_a_file_that_is_not_taken(name, content, words):
    with pytest.raises(FileNotTaken, match=words):
        look_at(io.BytesIO(content), name=name)


@pytest.mark.parametrize("seed", range(40))
def test_bytes_that_were_changed_are_told_and_never_a_fault_of_ours(seed: int):
    chance = random.Random(seed)  # noqa: S311  (the same in every run)
    changed = bytearray(DOCX)
    end = DOCX.rindex(b"PK\x05\x06")  # where offsets and sizes stand, which zipfile believes
    for place in (chance.randrange(len(DOCX)), chance.randrange(end, len(DOCX))):
        changed[place] = chance.randrange(256)

    with contextlib.suppress(FileNotTaken):
        assert look_at(io.BytesIO(changed), name="a.docx").kind is Kind.DOCX


def test_a_long_part_is_not_read_as_xml_here_and_its_check_sum_is():
    long = b"<a>" + b"x" * (1 << 18)
    whole = archive({"word/document.xml": long}, compression=zipfile.ZIP_STORED)
    assert look_at(io.BytesIO(whole), name="a.docx").kind is Kind.DOCX

    with pytest.raises(FileNotTaken, match="damaged"):
        look_at(io.BytesIO(whole.replace(b"xx", b"xy", 1)), name="a.docx")
    with pytest.raises(FileNotTaken, match="damaged"):
        look_at(io.BytesIO(archive({"word/document.xml": b"x" * (1 << 18)})), name="a.docx")


def test_a_file_that_is_too_large_is_not_read_to_its_end():
    class Endless(io.BytesIO):
        given = 0

        def read(self, size: int | None = -1) -> bytes:
            assert size
            self.given += size
            return b"a" * size

    endless = Endless()

    with pytest.raises(FileNotTaken, match="too large"):
        look_at(endless, name="a.txt", most_bytes=1 << 20)
    assert endless.given < 2 << 20


def test_a_workbook_with_entities_is_refused_by_the_import_as_well(tmp_path):
    from accede.foundation.imports.opening import open_table  # noqa: PLC0415  (as above)
    from accede.foundation.imports.problems import FileRefused  # noqa: PLC0415  (as above)

    parts = {}
    with zipfile.ZipFile(io.BytesIO(workbook())) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    head, _, rest = parts["xl/workbook.xml"].partition(b"<workbook")
    parts["xl/workbook.xml"] = head + b'<!DOCTYPE w [<!ENTITY b "ha">]><workbook' + rest
    path = tmp_path / "a.xlsx"
    path.write_bytes(archive(parts))

    with pytest.raises(FileRefused):
        open_table(path)


def test_a_kept_file_lies_outside_the_web_root_and_is_open_to_its_owner_only(monkeypatch, tmp_path, settings):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    stream = io.BytesIO(PNG)
    looked = look_at(stream, name="a.png")

    for _twice in range(2):
        keep(stream, looked.sha256)
    path = at_hand(looked.sha256)

    assert path
    assert path.read_bytes() == PNG
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.is_relative_to(database.home())
    assert not path.is_relative_to(settings.STATIC_ROOT)
    assert [entry.name for entry in path.parent.iterdir()] == [looked.sha256]


@pytest.mark.parametrize("digest", ["", "../../secret-key", "0" * 64, "Z" * 64, "/etc/passwd"])
def test_nothing_is_found_where_nothing_was_kept(digest):
    assert at_hand(digest) is None


@pytest.mark.parametrize(("kind", "how"), [(Kind.PNG, "inline"), (Kind.PDF, "attachment"), (Kind.CSV, "attachment")])
def test_a_file_is_sent_so_that_nothing_of_it_runs(monkeypatch, tmp_path, kind, how):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    stream = io.BytesIO(PNG)
    _size, digest = measure(stream)
    keep(stream, digest)

    response = send(digest, kind=kind, name="rapport “é”.bin")

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith(how)
    assert "sandbox" in response["Content-Security-Policy"]
    assert response.file_to_stream is not None
    response.file_to_stream.close()
