"""Whatever file an officer gives to a page, it is answered: never a fault of ours, never a trace."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from accede.modules.cooperation.models import BilateralReport
from accede.modules.mandates.models import Mandate
from accede.modules.treaties.models import Report
from tests.core.mandates.texts import LIGHTHOUSES
from tests.factories import people
from tests.factories.cooperation_record import cooperation_record
from tests.factories.small_record import DEPOSITARY
from tests.modules.mandates.test_documents import BODY, docx

pytestmark = pytest.mark.django_db
PAGES = ("/en/acts/import/", "/en/cooperation/treaties/import/", "/en/mandates/import/")
TABLE = "state_a,state_b,state,kind,on,note\nFRA,BOL,FRA,extradition,2001-01-01,“été”\n"
EXAMPLES = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    cooperation_record()


@pytest.fixture
def officer(client: Client) -> Client:
    client.raise_request_exception = False
    return people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)


def book() -> bytes:
    workbook = Workbook()
    sheet = workbook.create_sheet("Table", 0)
    del workbook["Sheet"]
    for line in TABLE.splitlines():
        sheet.append(line.split(","))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


REAL = {
    "csv": TABLE.encode(),
    "csv-1256": "الدولة,x\nفرنسا,1\n".encode("cp1256"),
    "csv-16": TABLE.encode("utf-16"),
    "xlsx": book(),
    "docx": docx(*BODY),
    "txt": LIGHTHOUSES.encode(),
    "html": b"<html><ol start=3 type=i><li><i>Urges</i> all<table><tr><td>x</ol>",
    "json": b'[{"prefix": "1.", "text": "Urges States to pay;", "language": "en"}]',
}
Change = Callable[[bytes], bytes]


def _flip(at: int, value: int) -> Change:
    return lambda content: content[: at % len(content)] + bytes([value]) + content[at % len(content) + 1 :]


def _cut(at: int) -> Change:
    return lambda content: content[: at % len(content)] or b"x"


def _put(at: int, piece: bytes) -> Change:
    return lambda content: content[: at % len(content)] + piece + content[at % len(content) :]


PIECES = (b"\x00", b"\xff\xfe", b'"', b"\r", b"\n", b"<", b"&#0;", b"9" * 400, b"\xed\xa0\x80", b"=1+1", b"{", b"'")
CHANGES = st.lists(
    st.one_of(
        st.builds(_flip, st.integers(0, 1 << 20), st.integers(0, 255)),
        st.builds(_cut, st.integers(1, 1 << 20)),
        st.builds(_put, st.integers(0, 1 << 20), st.sampled_from(PIECES)),
    ),
    min_size=1,
    max_size=6,
)


def changed(content: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        content = change(content)
    return content


def inside(archive: bytes, part: int, changes: list[Change]) -> bytes:
    """Change one part of an archive and pack it again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        for name in names:
            content = old.read(name)
            new.writestr(name, changed(content, changes) if name == names[part % len(names)] else content)
    return stream.getvalue()


def assert_answered(officer: Client, page: str, content: bytes, name: str = "x.csv") -> None:
    before = Report.objects.count(), BilateralReport.objects.count(), Mandate.objects.count()
    given = officer.post(page, {"file": SimpleUploadedFile(name, content), "source": DEPOSITARY})
    assert given.status_code in {200, 400}, (given.status_code, name, content[:200])
    assert "Traceback" not in given.text
    assert before == (Report.objects.count(), BilateralReport.objects.count(), Mandate.objects.count())


@pytest.mark.parametrize("page", PAGES)
def test_any_bytes_are_answered(officer, page):
    @EXAMPLES
    @given(content=st.binary(max_size=2000), name=st.sampled_from(["x.csv", "x.tsv", "x", "x.json", "é\u202e.xlsx"]))
    def holds(content: bytes, name: str) -> None:
        assert_answered(officer, page, content, name)

    holds()


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        *((page, kind) for page in PAGES[:2] for kind in ("csv", "csv-1256", "csv-16", "xlsx", "html")),
        *((PAGES[2], kind) for kind in ("docx", "txt", "html", "json", "csv-1256")),
    ],
)
def test_a_real_file_with_changes_is_answered(officer, page, kind):
    @EXAMPLES
    @given(changes=CHANGES)
    def holds(changes: list[Change]) -> None:
        assert_answered(officer, page, changed(REAL[kind], changes), f"x.{kind}")

    holds()


@pytest.mark.parametrize(("page", "kind"), [(PAGES[0], "xlsx"), (PAGES[1], "xlsx"), (PAGES[2], "docx")])
def test_an_archive_with_a_changed_part_is_answered(officer, page, kind):
    @EXAMPLES
    @given(part=st.integers(0, 20), changes=CHANGES)
    def holds(part: int, changes: list[Change]) -> None:
        assert_answered(officer, page, inside(REAL[kind], part, changes), f"x.{kind}")

    holds()


@pytest.mark.parametrize("page", PAGES)
def test_any_words_in_any_field_are_answered(officer, page):
    fields = ("source", "source_title", "source_day", "sheet", "encoding", "separator", "day_order", "kept", "do")
    more = ("instrument", "state", "symbol", "series", "text", "source_authority", "good_rows")

    @EXAMPLES
    @given(said=st.dictionaries(st.sampled_from(fields + more), st.text(max_size=300), max_size=6))
    def holds(said: dict[str, str]) -> None:
        answer = officer.post(page, {"file": SimpleUploadedFile("x.csv", TABLE.encode()), **said})
        assert answer.status_code in {200, 400}, (answer.status_code, said)
        assert "Traceback" not in answer.text

    holds()


@pytest.mark.parametrize("page", PAGES)
def test_a_form_that_arrives_damaged_is_answered(officer, page):
    for kind, body in (
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=" + "y" * 500, b"--"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % number for number in range(2000))),
        ("application/x-www-form-urlencoded", b"text=" + b"x" * (3 << 20)),
    ):
        answer = officer.generic("POST", page, body, content_type=kind)
        assert answer.status_code in {200, 400}, (answer.status_code, kind[:60])
        assert "Traceback" not in answer.text
