"""Templates: all that is wrong is named with its place; what computes or reaches outside is refused."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document as Opened

from accede.foundation.documents.templates.filling import NotAMark, fill
from accede.foundation.documents.templates.keeping import filled
from accede.foundation.documents.templates.kinds import TemplateField, TemplateKind, Values
from accede.foundation.documents.templates.reading import look_at_template
from accede.foundation.documents.tree import Column, Document, Paragraph, Table, Words, said
from accede.foundation.documents.word import word_of
from accede.foundation.files import FileNotTaken

ROWS = (
    (said("{%tr for row in bases %}"), ()),
    (said("{{ row.treaty }}"), said("{{ row.effect }}")),
    (said("{%tr endfor %}"), ()),
)


def letter(*texts: str, rows: tuple[tuple[Words, ...], ...] = ROWS) -> Document:
    return Document(
        "Letter",
        "en",
        (*(Paragraph(said(text)) for text in texts), Table("Bases", (Column("Treaty"), Column("Effect")), rows)),
    )


KIND = TemplateKind(
    "sample",
    "Sample",
    "",
    (
        TemplateField("state", "The State"),
        TemplateField("answer", "The answer"),
        TemplateField("bases", "Bases", (TemplateField("treaty", "Treaty"), TemplateField("effect", "Effect"))),
    ),
    lambda: letter("{{ state }}"),
)
VALUES: Values = {
    "state": "Sample & <State>\nsecond line",
    "answer": "",
    "bases": [{"treaty": "A", "effect": "1"}, {"treaty": "B", "effect": "2"}],
}


def problems(content: bytes) -> tuple[str, ...]:
    try:
        look_at_template(io.BytesIO(content), name="letter.docx", kind=KIND)
    except FileNotTaken as wrong:
        return wrong.problems
    return ()


def changed(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a file with its entries changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
    return stream.getvalue()


def test_fields_rows_and_parts_are_filled_and_values_are_words():
    template = word_of(
        letter(
            "To {{ state }}", "{%p if answer %}", "Answer: {{ answer }}", "{%p else %}", "No answer.", "{%p endif %}"
        ),
        {},
    )
    assert problems(template) == ()

    opened: Any = Opened(io.BytesIO(filled(template, VALUES)))

    texts = [p.text for p in opened.paragraphs if p.text and p.style.name == "Normal"]
    assert texts == ["To Sample & <State>\nsecond line", "No answer."]
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["Treaty", "Effect"],
        ["A", "1"],
        ["B", "2"],
    ]


def test_the_same_values_give_the_same_bytes():
    template = word_of(letter("{{ state }}"), {})

    assert filled(template, VALUES) == filled(template, VALUES)


def test_all_fields_that_there_are_not_are_named_at_once_each_with_its_place_and_the_nearest():
    found = problems(word_of(letter("To {{ stat }}", "{{ bases }}", "{{ state.name }}", "{{ nothing }}"), {}))

    assert len(found) == 4
    assert found[0].startswith("Paragraph 2 (“To {{ stat }}”)")
    assert "Perhaps you mean: state" in found[0]
    assert "list of rows" in found[1]
    assert "has no parts" in found[2]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{{ 7 * 7 }}", "is not understood"),
        ("{{ state.__class__.__mro__ }}", "is not understood"),
        ("{{ state|attr('x') }}", "is not understood"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "is not understood"),
        ("{% for i in range(999999999) %}x{% endfor %}", "is not understood"),
        ("{% include 'x' %}", "is not understood"),
        ("{% set x = 1 %}", "is not understood"),
        ("{{ state ", "is not closed"),
        ("{% if state %}x", "has no"),
        ("x{% endif %}", "ends nothing"),
        ("{% for state in bases %}{% endfor %}", "a field already"),
        ("{% for row in state %}{% endfor %}", "no field"),
        ("{%p for row in bases %}", "has no"),
        ("{{ row.treaty }}", "no field"),
    ],
)
def test_what_is_no_mark_is_refused_in_words(text, word):
    found = problems(word_of(letter("{{ state }}", text), {}))

    assert any(word in one for one in found), found


def outward(entries: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    relation = (
        b'<Relationship Id="x" Type="http://sample.invalid/relationships/attachedTemplate" '
        b'Target="https://sample.invalid/x.dotm" TargetMode="External"/></Relationships>'
    )
    entries[name] = entries[name].replace(b"</Relationships>", relation)


def upward(entries: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    relation = b'<Relationship Id="x" Type="http://x/image" Target="../../../etc/passwd"/></Relationships>'
    entries[name] = entries[name].replace(b"</Relationships>", relation)


def of_reading(entries: dict[str, bytes]) -> None:
    field = b'<w:p><w:r><w:instrText>INCLUDETEXT "c:\\\\secret.txt"</w:instrText></w:r></w:p></w:body>'
    entries["word/document.xml"] = entries["word/document.xml"].replace(b"</w:body>", field)


def split_over_runs(entries: dict[str, bytes]) -> None:
    runs = b"<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r>"
    field = b"<w:p>" + runs + b"</w:p></w:body>"
    entries["word/document.xml"] = entries["word/document.xml"].replace(b"</w:body>", field)


def of_another_part(entries: dict[str, bytes]) -> None:
    entries["word/document.xml"] = entries["word/document.xml"].replace(
        b"</w:body>", b'<w:altChunk r:id="x"/></w:body>'
    )


def with_object(entries: dict[str, bytes]) -> None:
    entries["word/embeddings/oleObject1.bin"] = b"x"


def with_path(entries: dict[str, bytes]) -> None:
    entries["../../x.xml"] = b"<x/>"


def with_macros(entries: dict[str, bytes]) -> None:
    entries["word/vbaProject.bin"] = b"x"


def bomb(entries: dict[str, bytes]) -> None:
    entries["word/media/x.png"] = b"0" * (30 << 20)


def entities(entries: dict[str, bytes]) -> None:
    entries["word/styles.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


def in_properties(entries: dict[str, bytes]) -> None:
    entries["docProps/core.xml"] = entries["docProps/core.xml"].replace(b"Letter", b"{{ state }}")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (outward, "loads something from elsewhere"),
        (upward, "lead outside"),
        (of_reading, "reads other files"),
        (split_over_runs, "reads other files"),
        (of_another_part, "other files or controls"),
        (with_object, "other files or controls"),
        (with_path, "lead outside"),
        (with_macros, "macros"),
        (bomb, "unpack"),
        (entities, "definitions of its own"),
        (in_properties, "properties"),
    ],
)
def test_what_reaches_outside_of_the_file_is_refused_in_words(change, word):
    found = problems(changed(word_of(letter("{{ state }}"), {}), change))

    assert any(word in one for one in found), found


def test_a_mark_hidden_between_paragraphs_is_not_run():
    """Whoever gathers marks from the whole of the file would see one here; a paragraph holds half of it."""
    template = word_of(letter("{{ state }}", "{", "{ 7 * 7 }}"), {})

    with pytest.raises(NotAMark):
        fill(changed(template, _joined), {"state": "x", "answer": "", "bases": []})


def _joined(entries: dict[str, bytes]) -> None:
    entries["word/document.xml"] = entries["word/document.xml"].replace(b"{{ state }}", b"{{ 7 * 7 }}")


def test_a_file_of_another_kind_is_refused():
    assert problems(b"words") == (
        "The file “letter.docx” holds txt. Give its name the ending “.txt”, or choose another file.",
    ) or problems(b"words")


def test_a_template_without_a_field_is_refused():
    assert "names no field" in problems(word_of(letter("Words", rows=((said("A"), said("1")),)), {}))[0]
