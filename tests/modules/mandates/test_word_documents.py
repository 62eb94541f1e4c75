"""What is read of a Word document: what would be printed with all changes accepted, with the numbers printed."""

from accede.modules.mandates.services.document_lines import document_of
from tests.modules.mandates.test_documents import docx


def lines(*paragraphs: str, **parts: str) -> list[str]:
    return [line for line in document_of(docx(*paragraphs, **parts), name="a.docx").lines if line]


def notes(*paragraphs: str, **parts: str) -> tuple[str, ...]:
    return document_of(docx(*paragraphs, **parts), name="a.docx").notes


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def para(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styles(inner: str) -> str:
    return f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inner}</w:styles>'


def numbering(inner: str) -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    )
    return (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>{inner}</w:numbering>'
    )


def in_list(words: str, number: int, level: int = 0) -> str:
    return para(run(words), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


PLAIN = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
SECOND = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
ANEW = (
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_moved_text_is_read_where_it_was_moved_to_and_deleted_text_is_not():
    body = (
        para(f"<w:moveFrom>{run('Lamps burn.')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>"),
        para(run("Ferries sail.")),
        para(f"<w:moveTo>{run('Lamps burn.')}</w:moveTo><w:del>{run('x')}</w:del><w:ins>{run(' Still.')}</w:ins>"),
    )

    assert lines(*body) == ["Ferries sail.", "Lamps burn. Still."]
    assert notes(*body) == ("tracked_changes",)


def test_hidden_text_is_not_read_and_that_is_told():
    hidden = styles('<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>')
    body = (
        para(run("Lamps") + run(" secret", "<w:vanish/>") + run(" burn.", '<w:vanish w:val="0"/>')),
        para(run("All of it."), '<w:pStyle w:val="H"/>'),
    )

    assert lines(*body, **{"styles.xml": hidden}) == ["Lamps burn."]
    assert notes(*body, **{"styles.xml": hidden}) == ("hidden_text",)


def test_numbers_may_stand_in_a_style_and_in_the_one_it_is_based_on():
    numbered = styles(
        '<w:style w:type="paragraph" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="N"/></w:style>'
    )
    body = (
        para(run("Lamps burn."), '<w:pStyle w:val="N"/>'),
        para(run("No number."), '<w:pStyle w:val="N"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        para(run("Ferries sail."), '<w:pStyle w:val="M"/>'),
    )

    found = lines(*body, **{"styles.xml": numbered, "numbering": numbering(PLAIN)})
    assert found == ["1. Lamps burn.", "No number.", "2. Ferries sail."]


def test_lists_of_one_definition_go_on_and_one_that_restarts_begins_anew():
    body = (
        in_list("One.", 1),
        in_list("Item.", 1, 1),
        in_list("Two.", 2),
        in_list("Item.", 2, 1),
        in_list("Anew.", 3),
        in_list("Then.", 3),
    )

    found = lines(*body, numbering=numbering(PLAIN + SECOND + ANEW))
    assert found == ["1. One.", "(a) Item.", "2. Two.", "(a) Item.", "1. Anew.", "2. Then."]


def test_footnotes_bear_the_numbers_that_are_printed():
    notes_part = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="5">{para(run("See the second."))}</w:footnote>'
        f'<w:footnote w:id="12">{para(run("See the first."))}</w:footnote></w:footnotes>'
    )
    body = para(
        run("Lamps,") + '<w:r><w:footnoteReference w:id="12"/></w:r>' + run(" ferries.")
        + '<w:r><w:footnoteReference w:id="5"/></w:r>'
    )  # fmt: skip

    assert lines(body, **{"footnotes.xml": notes_part}) == [
        "Lamps,¹ ferries.²",
        "¹ See the first.",
        "² See the second.",
    ]


def test_a_text_box_is_read_once_after_its_paragraph():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{para(run('In a box.'))}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    anchored = f"<w:r><mc:AlternateContent {mc}>{choice}</mc:AlternateContent></w:r>"

    assert lines(para(run("Lamps burn.") + anchored)) == ["Lamps burn.", "In a box."]
    assert notes(para(run("Lamps burn.") + anchored)) == ("text_boxes",)
