"""Whether a file of Word is a template that can be filled: all that is wrong with it, each with its place."""

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from accede.foundation.documents.templates.kinds import TemplateKind
from accede.foundation.documents.templates.marks import MarksCheck
from accede.foundation.files import FileNotTaken, Kind, Looked, look_at
from accede.foundation.texts import isolated

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 5 << 20
MOST_PROBLEMS = 50
_BEGINNING = 30
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PARTS = ("document", "header", "footer", "footnotes", "endnotes")
#: A field of Word that reads another file or starts a program; {PAGE}, {DATE} and the like do neither.
_READING_FIELDS = frozenset(
    {"INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DDE", "DDEAUTO", "EMBED", "DATABASE", "RD"}
    | {"MACROBUTTON", "AUTOTEXT", "GLOSSARY"}
)
_OUTWARD = ("http://", "https://", "mailto:")
_FOREIGN = frozenset({"altChunk", "object", "control", "oleObject"})


def look_at_template(stream: BinaryIO, *, name: str, kind: TemplateKind) -> Looked:
    """Return what a template is as a file.

    Raises:
        FileNotTaken: it is no file of Word, reaches outside of itself, or names what there is not; all of it at once.
    """
    looked = look_at(stream, name=name, most_bytes=MOST_BYTES, kinds=(Kind.DOCX,))
    with zipfile.ZipFile(stream) as archive:
        problems = [*_that_reach_outside(archive), *_of_marks(archive, kind)]
    stream.seek(0)
    if problems:
        raise FileNotTaken(problems[:MOST_PROBLEMS])
    return looked


def paragraphs_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the parts of a file that hold words, each with its paragraphs and their places."""
    for name in sorted(archive.namelist()):
        stem = name.removeprefix("word/").removesuffix(".xml")
        if not name.startswith("word/") or not name.endswith(".xml") or stem.rstrip("0123456789") not in _PARTS:
            continue
        root = ElementTree.fromstring(archive.read(name), forbid_dtd=True)
        yield (
            stem,
            [
                (_place(stem.rstrip("0123456789"), number, text), text)
                for number, text in enumerate(map(_text, root.iter(f"{_WORD}p")), 1)
                if text
            ],
        )


def _of_marks(archive: zipfile.ZipFile, kind: TemplateKind) -> Iterator[str]:
    has_field = False
    check = MarksCheck(kind.names())
    for _stem, paragraphs in paragraphs_of(archive):
        has_field = has_field or any("{{" in text for _place, text in paragraphs)
        check.read(paragraphs)
    if not has_field and not check.problems:
        yield _(
            "The template names no field, so each letter would be the same. The page of templates lists the fields."
        )
    yield from check.problems
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        if name in archive.namelist() and (b"{{" in archive.read(name) or b"{%" in archive.read(name)):
            yield _("A field stands in the properties of the file, where none is filled. Take it out.")


def _that_reach_outside(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what in a file would read another file, load something from elsewhere or run."""
    names = archive.namelist()
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        yield _("The file holds parts whose names lead outside of it. Save it anew in Word.")
    if any("embeddings/" in name or "activeX/" in name for name in names):
        yield _("The file holds other files or controls inside. Take them out.")
    for name in names:
        if name.endswith(".rels"):
            yield from _of_relations(archive, name)
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _of_fields(ElementTree.fromstring(archive.read(name), forbid_dtd=True))


def _of_relations(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    for relation in ElementTree.fromstring(archive.read(name), forbid_dtd=True).iter(f"{_RELATIONS}Relationship"):
        target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
        is_outward = relation.get("TargetMode") == "External"
        if is_outward and not (kind == "hyperlink" and target.lower().startswith(_OUTWARD)):
            words = _("The file loads something from elsewhere: %(target)s. Put it into the file, or take it out.")
            yield words % {"target": target[:120]}
        elif not is_outward and ("//" in target or target.count("../") > name.count("/")):
            yield _("The file holds parts whose names lead outside of it. Save it anew in Word.")


def _of_fields(root: "Element") -> Iterator[str]:
    found = {element.tag.rpartition("}")[2] for element in root.iter()}
    if found & _FOREIGN:
        yield _("The file holds other files or controls inside. Take them out.")
    instructions = ["".join(e.text or "" for e in p.iter(f"{_WORD}instrText")) for p in root.iter(f"{_WORD}p")]
    instructions += [element.get(f"{_WORD}instr", "") for element in root.iter(f"{_WORD}fldSimple")]
    for instruction in instructions:
        if not _READING_FIELDS.isdisjoint(instruction.upper().split()):
            words = _("A field of Word in the file reads other files or starts something: %(field)s. Take it out.")
            yield words % {"field": instruction.strip()[:60]}


def _text(paragraph: "Element") -> str:
    """Return the words of a paragraph, without those of text boxes in it, which are paragraphs of their own."""
    found: list[str] = []

    def walk(element: "Element") -> None:
        for child in element:
            if child.tag == f"{_WORD}t":
                found.append(child.text or "")
            elif child.tag == f"{_WORD}tab":
                found.append(" ")
            elif child.tag != f"{_WORD}p":
                walk(child)

    walk(paragraph)
    return "".join(found)


def _place(part: str, number: int, text: str) -> str:
    names = {
        "header": _("Header, paragraph %(number)s (“%(begins)s”)"),
        "footer": _("Footer, paragraph %(number)s (“%(begins)s”)"),
        "footnotes": _("Footnotes, paragraph %(number)s (“%(begins)s”)"),
        "endnotes": _("Endnotes, paragraph %(number)s (“%(begins)s”)"),
    }
    begins = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"
    return names.get(part, _("Paragraph %(number)s (“%(begins)s”)")) % {"number": number, "begins": isolated(begins)}
