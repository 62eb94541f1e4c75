"""Writes the blocks of a document as the main part of a Word file, and puts the file together."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby

from django.utils import translation

from accede.foundation.documents.numbering import Counting
from accede.foundation.documents.tree import (
    Annex,
    Block,
    Box,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Masthead,
    Numbered,
    Paragraph,
    Table,
    Words,
    said,
)
from accede.foundation.documents.word.markup import Inlines, Links, Notes, Speech
from accede.foundation.documents.word.package import Package, Properties
from accede.foundation.documents.word.pictures import Picture, picture_markup
from accede.foundation.documents.word.styles import (
    BULLETS,
    COUNTED,
    NAMESPACES,
    PARAGRAPHS,
    numbering_part,
    styles_part,
)

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 11906, 16838, 1247
_TEXT_WIDTH = _PAGE_WIDTH - 2 * _MARGIN
_STYLES = {"": "", "lead": "Lead", "small": "Small"}
_SIDES = ("top", "left", "bottom", "right")
_BOXED = "".join(
    (
        "<w:pBdr>",
        *(f'<w:{side} w:val="single" w:sz="4" w:space="6" w:color="8A8A8A"/>' for side in _SIDES),
        '</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F5F5F1"/>',
    )
)


def word_of(document: Document, pictures: Mapping[str, Picture]) -> bytes:
    """Return the file; `pictures`: of each drawing in the document, what Word shows of it."""
    speech = Speech(document.language, document.is_right_to_left, document.site)
    with translation.override(document.language):
        writer = _Writer(document, speech, pictures)
        body = writer.whole()
    parts = {
        "document": f"<w:document {NAMESPACES}><w:body>{body}{_section(speech)}</w:body></w:document>",
        "styles": styles_part(speech),
        "numbering": numbering_part(speech, writer.lists),
        "settings": _settings(speech),
        "footnotes": _footnotes(writer.notes, speech),
        "footer": _footer(speech),
    }
    properties = Properties(document.title, speech.locale(), document.author, document.about)
    links = {"document": _turned(writer.links), "footnotes": _turned(writer.notes.links)}
    return Package(properties, parts, links, writer.shown).written()


class _Writer:
    def __init__(self, document: Document, speech: Speech, pictures: Mapping[str, Picture]) -> None:
        self._document = document
        self._speech = speech
        self._pictures = pictures
        self._counting = Counting(document.language)
        self._annexes = sum(isinstance(block, Annex) for block in document.blocks)
        self._look = ""
        self.links = Links()
        self.notes = Notes(speech)
        self.shown: dict[str, bytes] = {}
        self.lists = 0
        self._inlines = Inlines(speech, self.links, self.notes)

    def whole(self) -> str:
        head = self._masthead(self._document.masthead) if self._document.masthead else ""
        return head + self._paragraph(said(self._document.title), "Title") + self._blocks(self._document.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                mark = self._counting.heading(block.level) if block.is_numbered else ""
                return self._paragraph(said(f"{mark} " if mark else "", block.words), f"Heading{block.level}")
            case Paragraph():
                return self._paragraph(block.words, _STYLES[block.kind])
            case Numbered():
                return self._paragraph(block.words, "Number", number=_numbered(PARAGRAPHS, block.depth))
            case Listing():
                return self._listing(block)
            case Table():
                return self._captioned(self._counting.table(), block.caption, "Table") + self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                return self._box(block)
            case Annex():
                label = self._counting.annex(is_only=self._annexes == 1)
                title = self._paragraph(said(f"{label}\n{block.title}"), "Heading1", before="<w:pageBreakBefore/>")
                return title + self._blocks(block.blocks)

    def _paragraph(self, words: Words, style: str, *, before: str = "", number: str = "") -> str:
        properties = self._speech.properties(style, before=before + number + self._look)
        return f"<w:p>{properties}{self._inlines.of(words)}</w:p>"

    def _listing(self, block: Listing) -> str:
        if block.is_ordered:
            number = _numbered(COUNTED + self.lists, 0)
            self.lists += 1
            return "".join(self._paragraph(item, "ListNumber", number=number) for item in block.items)
        return "".join(self._paragraph(item, "ListBullet", number=_numbered(BULLETS, 0)) for item in block.items)

    def _box(self, block: Box) -> str:
        self._look = _BOXED
        title = self._paragraph(said(block.title), "Heading4") if block.title else ""
        written = title + self._blocks(block.blocks)
        self._look = ""
        return written

    def _captioned(self, label: str, caption: str, sequence: str) -> str:
        """Return a caption whose number is a field, so that Word counts on when somebody puts a table in between."""
        number = "".join(sign for sign in label if sign.isdigit())
        before, _number, after = label.partition(number)
        text = self._speech.text
        counted = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> SEQ {sequence} \\* ARABIC </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text(number)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        properties = self._speech.properties("Caption", before=self._look)
        return f"<w:p>{properties}{text(before)}{counted}{text(f'{after}. {caption}')}</w:p>"

    def _figure(self, block: Figure) -> str:
        caption = self._captioned(self._counting.figure(), block.caption, "Figure")
        picture = self._pictures[block.drawing]
        self.shown |= picture.files()
        drawn = picture_markup(picture, block.described, number=len(self.shown), most_width=_TEXT_WIDTH)
        shown = f"<w:p>{self._speech.properties(before='<w:keepNext/>')}<w:r>{drawn}</w:r></w:p>"
        return caption + shown + self._table(block.table)

    def _table(self, table: Table) -> str:
        widths = _widths(table.columns)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        has_headers = any(column.is_header for column in table.columns)
        properties = "".join(
            (
                '<w:tblStyle w:val="Ruled"/>',
                "<w:bidiVisual/>" if self._speech.is_right_to_left else "",
                f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>',
                f'<w:tblLook w:firstRow="1" w:firstColumn="{int(has_headers)}" w:noHBand="1" w:noVBand="1"/>',
                f'<w:tblCaption w:val="{escape(table.caption)}"/>',
            )
        )
        rows = "".join(
            self._row(
                [
                    self._cell(words, width, column=column)
                    for column, width, words in zip(table.columns, widths, row, strict=True)
                ]
            )
            for row in table.rows
        )
        source = self._paragraph(table.source, "Source") if table.source else self._gap()
        head = "".join(self._row(cells, is_head=True) for cells in self._head(table.columns, widths))
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{source}"

    def _head(self, columns: tuple[Column, ...], widths: list[int]) -> Iterable[list[str]]:
        """Yield the cells of the rows of the header: of groups, where there are any, and of columns."""
        pairs = list(zip(columns, widths, strict=True))
        if any(column.group for column in columns):
            yield [
                cell
                for group, found in groupby(pairs, lambda pair: pair[0].group)
                for cell in self._group(group, list(found))
            ]
            yield [
                self._cell(said(column.title), width, column=column)
                if column.group
                else self._cell((), width, column=column, span="<w:vMerge/>")
                for column, width in pairs
            ]
        else:
            yield [self._cell(said(column.title), width, column=column) for column, width in pairs]

    def _group(self, group: str, pairs: list[tuple[Column, int]]) -> list[str]:
        if not group:
            begun = '<w:vMerge w:val="restart"/>'
            return [self._cell(said(column.title), width, column=column, span=begun) for column, width in pairs]
        span = f'<w:gridSpan w:val="{len(pairs)}"/>'
        whole = sum(width for _column, width in pairs)
        return [self._cell(said(group), whole, column=Column(group), span=span, jc="center")]

    def _row(self, cells: list[str], *, is_head: bool = False) -> str:
        head = "<w:tblHeader/>" if is_head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, words: Words, width: int, *, column: Column, span: str = "", jc: str = "") -> str:
        # Figures stand by their units, to the right: "left" is there in a paragraph that runs from right to left.
        units = "left" if self._speech.is_right_to_left else "right"
        jc = jc or (units if column.is_number else "")
        after = f'<w:jc w:val="{jc}"/>' if jc else ""
        paragraph = f"<w:p>{self._speech.properties('Cell', after=after)}{self._inlines.of(words)}</w:p>"
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{paragraph}</w:tc>'

    def _gap(self) -> str:
        """Return the paragraph without which two tables would be one."""
        return f"<w:p>{self._speech.properties('Small')}</w:p>"

    def _masthead(self, masthead: Masthead) -> str:
        left, right = _TEXT_WIDTH * 6 // 10, _TEXT_WIDTH * 4 // 10
        lines = masthead.lines or ("",)
        rows = (
            (((masthead.issuer, "Issuer"),), ((masthead.symbol, "Issuer"),), 4),
            (((masthead.body, "Organ"),), tuple((line, "Cell") for line in lines), 18),
        )
        written = "".join(
            f"<w:tr>{self._side(first, left, rule)}{self._side(second, right, rule)}</w:tr>"
            for first, second, rule in rows
        )
        turned = "<w:bidiVisual/>" if self._speech.is_right_to_left else ""
        properties = f'{turned}<w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        grid = f'<w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/>'
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>{self._gap()}"

    def _side(self, lines: tuple[tuple[str, str], ...], width: int, rule: int) -> str:
        border = f'<w:tcBorders><w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="000000"/></w:tcBorders>'
        paragraphs = "".join(self._paragraph(said(line), style) for line, style in lines)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}</w:tcPr>{paragraphs}</w:tc>'


def _numbered(number: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def _widths(columns: tuple[Column, ...]) -> list[int]:
    whole = sum(column.weight for column in columns)
    return [_TEXT_WIDTH * column.weight // whole for column in columns]


def _turned(links: Links) -> dict[str, str]:
    return dict(links.addresses)


def _section(speech: Speech) -> str:
    turned = "<w:bidi/>" if speech.is_right_to_left else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{_PAGE_WIDTH}" w:h="{_PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="1247" w:right="{_MARGIN}" w:bottom="1247" w:left="{_MARGIN}" w:header="624" w:footer="624" '
        f'w:gutter="0"/>{turned}</w:sectPr>'
    )


def _footer(speech: Speech) -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"<w:ftr {NAMESPACES}><w:p>{speech.properties('Footer')}{field}</w:p></w:ftr>"


def _footnotes(notes: Notes, speech: Speech) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p>{speech.properties()}<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"<w:footnotes {NAMESPACES}>{lines}{''.join(notes.written)}</w:footnotes>"


def _settings(speech: Speech) -> str:
    locale = speech.locale()
    east = f' w:eastAsia="{locale}"' if locale.startswith("zh") else ""
    bidi = f' w:bidi="{locale}"' if speech.is_right_to_left else ""
    latin = "en-GB" if east or bidi else locale
    return (
        f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{latin}"{east}{bidi}/></w:settings>'
    )
