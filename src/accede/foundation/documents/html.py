"""A document as HTML, for a page of the product; a style sheet (`documents.css`) gives its look on screen and paper."""

from collections.abc import Iterable
from itertools import groupby

from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from accede.foundation.documents.numbering import Counting
from accede.foundation.documents.tree import (
    RIGHT_TO_LEFT,
    Annex,
    Block,
    Box,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Masthead,
    Note,
    Numbered,
    Paragraph,
    Run,
    Table,
    Words,
)


def html_of(document: Document, *, identity: str = "document") -> SafeString:
    """Return the document below the heading of its page; `identity` begins the names of its parts on the page."""
    with translation.override(document.language):
        writer = _Writer(document, identity)
        body = writer.head() + writer.blocks(document.blocks) + writer.notes()
    direction = "rtl" if document.is_right_to_left else "ltr"
    opening = f'<article class="document" lang="{escape(document.language)}" dir="{direction}">'
    return mark_safe(f"{opening}{body}</article>")  # noqa: S308  (every word is escaped where it is written)


class _Writer:
    def __init__(self, document: Document, identity: str) -> None:
        self._document = document
        self._identity = escape(identity)
        self._counting = Counting(document.language)
        self._notes: list[Note] = []
        self._annexes = sum(isinstance(block, Annex) for block in document.blocks)

    def head(self) -> str:
        masthead = self._document.masthead
        return _masthead(masthead) if masthead else ""

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def notes(self) -> str:
        """Return the footnotes; those in footnotes there are none."""
        if not self._notes:
            return ""
        back = escape(_("Back to the text"))
        items = "".join(
            f'<li id="{self._identity}-note-{number}">{self._runs(note.words)} '
            f'<a class="note-back" href="#{self._identity}-at-{number}" aria-label="{back}">↩</a></li>'
            for number, note in enumerate(self._notes, 1)
        )
        title = f'<h2 class="unseen" id="{self._identity}-notes">{escape(_("Footnotes"))}</h2>'
        return f'<section class="notes" aria-labelledby="{self._identity}-notes">{title}<ol>{items}</ol></section>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                kinds = f"{block.kind} {block.mark}".strip()
                kind = f' class="{escape(kinds)}"' if kinds else ""
                return f"<p{kind}>{self._words(block.words)}</p>"
            case Numbered():
                mark = escape(self._counting.paragraph(block.depth))
                words = self._words(block.words)
                number = f'<span class="number">{mark}</span>'
                return f'<p class="numbered depth-{block.depth}">{number} <span>{words}</span></p>'
            case Listing():
                name = "ol" if block.is_ordered else "ul"
                return f"<{name}>{''.join(f'<li>{self._words(item)}</li>' for item in block.items)}</{name}>"
            case Table():
                return self._table(block, f"{self._counting.table()}. {block.caption}")
            case Figure():
                return self._figure(block)
            case Box():
                title = f'<p class="box-title">{escape(block.title)}</p>' if block.title else ""
                return f'<div class="box">{title}{self.blocks(block.blocks)}</div>'
            case Annex():
                label = escape(self._counting.annex(is_only=self._annexes == 1))
                title = f'<h2><span class="annex-label">{label}</span> {escape(block.title)}</h2>'
                return f'<section class="annex">{title}{self.blocks(block.blocks)}</section>'

    def _heading(self, block: Heading) -> str:
        level = block.level + 1
        key = f' id="{escape(block.key)}"' if block.key else ""
        mark = self._counting.heading(block.level) if block.is_numbered else ""
        number = f'<span class="number">{escape(mark)}</span> ' if mark else ""
        return f"<h{level}{key}>{number}{escape(block.words)}</h{level}>"

    def _figure(self, block: Figure) -> str:
        caption = f"<figcaption>{escape(self._counting.figure())}. {escape(block.caption)}</figcaption>"
        return (
            f'<figure class="figure">{caption}{block.drawing}</figure>{self._table(block.table, block.table.caption)}'
        )

    def _table(self, table: Table, caption: str) -> str:
        head = "".join(f"<tr>{row}</tr>" for row in _head(table))
        rows = "".join(f"<tr>{''.join(map(self._cell, table.columns, row))}</tr>" for row in table.rows)
        source = f'<p class="small">{self._words(table.source)}</p>' if table.source else ""
        return (
            f'<div class="table"><table><caption>{escape(caption)}</caption><thead>{head}</thead>'
            f"<tbody>{rows}</tbody></table></div>{source}"
        )

    def _cell(self, column: Column, words: Words) -> str:
        if column.is_header:
            return f'<th scope="row">{self._words(words)}</th>'
        label, body = escape(column.title), self._words(words)
        # Brackets and spaces of a figure stand as they are written, whatever the direction of the page.
        body = f"<bdi>{body}</bdi>" if column.is_number else body
        return f'<td{_number(is_number=column.is_number)} data-label="{label}">{body}</td>'

    def _words(self, words: Words) -> str:
        return "".join(self._note(part) if isinstance(part, Note) else _run(part) for part in words)

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(_run(run) for run in runs)

    def _note(self, note: Note) -> str:
        self._notes.append(note)
        number = len(self._notes)
        here, there = f"{self._identity}-at-{number}", f"{self._identity}-note-{number}"
        return f'<sup class="note-mark"><a id="{here}" href="#{there}" role="doc-noteref">{number}</a></sup>'


def _head(table: Table) -> Iterable[str]:
    """Yield the rows of the header: of groups, where there are any, and of columns."""
    has_groups = any(column.group for column in table.columns)
    if has_groups:
        cells = []
        for group, found in groupby(table.columns, lambda column: column.group):
            columns = list(found)
            if group:
                cells.append(f'<th scope="colgroup" colspan="{len(columns)}">{escape(group)}</th>')
            else:
                cells += [f'<th scope="col" rowspan="2">{escape(column.title)}</th>' for column in columns]
        yield "".join(cells)
    yield "".join(
        f'<th scope="col"{_number(is_number=column.is_number)}>{escape(column.title)}</th>'
        for column in table.columns
        if column.group or not has_groups
    )


def _number(*, is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _run(run: Run) -> str:
    text = escape(run.words).replace("\n", "<br>")
    if run.code:
        text = f"<code>{text}</code>"
    if run.italic:
        text = f"<em>{text}</em>"
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.language:
        direction = "rtl" if run.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
        text = f'<span lang="{escape(run.language)}" dir="{direction}">{text}</span>'
    return f'<a href="{escape(run.address)}"><bdi>{text}</bdi></a>' if run.address else text


def _masthead(masthead: Masthead) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in masthead.lines)
    return (
        '<header class="masthead"><div class="masthead-first">'
        f"<p>{escape(masthead.issuer)}</p><p><bdi>{escape(masthead.symbol)}</bdi></p></div>"
        f'<div class="masthead-second"><p>{escape(masthead.body)}</p><div>{lines}</div></div></header>'
    )
