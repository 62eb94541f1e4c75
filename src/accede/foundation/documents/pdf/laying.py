"""Describes a document as data for `document.typ`: every mark and caption is made here, in the reader's language."""

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils import translation

from accede.foundation.documents.drawings import for_paper
from accede.foundation.documents.numbering import Counting, paragraph_mark
from accede.foundation.documents.pdf.typesetting import CODE, FONTS, OTHERS
from accede.foundation.documents.tree import (
    RIGHT_TO_LEFT,
    Annex,
    Block,
    Box,
    Document,
    Figure,
    Heading,
    Listing,
    Note,
    Numbered,
    Paragraph,
    Run,
    Table,
    Words,
)
from accede.foundation.texts import unbroken

Data = dict[str, Any]
_REGIONS = {"ar": None, "en": "GB", "es": "ES", "fr": "FR", "ru": "RU", "zh-hans": "CN"}


def laid(document: Document) -> str:
    """Return the document as JSON."""
    with translation.override(document.language):
        laying = _Laying(document)
        blocks = laying.blocks(document.blocks)
    head = document.masthead
    return json.dumps(
        {
            "title": document.title,
            "about": document.about,
            "author": document.author,
            **_language(document.language),
            "rtl": document.is_right_to_left,
            "fonts": FONTS.get(document.language.partition("-")[0], OTHERS),
            "code": (CODE, *OTHERS),
            "counted": paragraph_mark(1, 0, document.language),
            "masthead": head
            and {"issuer": head.issuer, "symbol": head.symbol, "body": head.body, "lines": list(head.lines)},
            "blocks": blocks,
        },
        ensure_ascii=False,
    )


class _Laying:
    def __init__(self, document: Document) -> None:
        self._site = document.site.rstrip("/")
        self._counting = Counting(document.language)
        self._annexes = sum(isinstance(block, Annex) for block in document.blocks)

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        found: list[Data] = []
        for is_numbered, together in groupby(blocks, lambda block: isinstance(block, Numbered)):
            if is_numbered:
                found.append(
                    {"kind": "numbered", "items": self._numbered([b for b in together if isinstance(b, Numbered)])}
                )
            else:
                found += [self._block(block) for block in together]
        return found

    def _block(self, block: Block) -> Data:
        match block:
            case Heading():
                mark = self._counting.heading(block.level) if block.is_numbered else ""
                return {"kind": "heading", "level": block.level + 1, "words": f"{mark} {block.words}".strip()}
            case Paragraph():
                return {"kind": "paragraph", "look": block.kind, "words": self._words(block.words)}
            case Listing():
                items = [self._words(item) for item in block.items]
                return {"kind": "listing", "ordered": block.is_ordered, "items": items}
            case Table():
                return self._table(block, f"{self._counting.table()}. {block.caption}")
            case Figure():
                return {
                    "kind": "figure",
                    "caption": f"{self._counting.figure()}. {block.caption}",
                    "drawing": for_paper(block.drawing, block.looks),
                    "described": block.described,
                    "table": self._table(block.table, block.table.caption),
                }
            case Box():
                return {"kind": "box", "title": block.title, "blocks": self.blocks(block.blocks)}
            case Annex():
                label = self._counting.annex(is_only=self._annexes == 1)
                return {"kind": "annex", "label": label, "title": block.title, "blocks": self.blocks(block.blocks)}
            case Numbered():
                return {"kind": "numbered", "items": self._numbered([block])}

    def _numbered(self, blocks: list[Numbered]) -> list[Data]:
        """Return numbered paragraphs as a tree: those of a deeper level below the one before them."""
        items: list[Data] = []
        levels: list[list[Data]] = [items]
        for block in blocks:
            item: Data = {"mark": self._counting.paragraph(block.depth), "words": self._words(block.words), "below": []}
            # A paragraph two levels below the one before it stands one level below it.
            depth = min(block.depth, len(levels) - 1)
            levels[depth].append(item)
            levels[depth + 1 :] = [item["below"]]
        return items

    def _table(self, table: Table, caption: str) -> Data:
        return {
            "kind": "table",
            "caption": caption,
            "weights": [column.weight for column in table.columns],
            "numbers": [column.is_number for column in table.columns],
            "headers": [column.is_header for column in table.columns],
            "head": _head(table),
            "rows": [[{"words": self._words(words)} for words in row] for row in table.rows],
            "source": self._words(table.source),
        }

    def _words(self, words: Words) -> list[Data]:
        return [
            {"n": [self._run(run) for run in part.words]} if isinstance(part, Note) else self._run(part)
            for part in words
        ]

    def _run(self, run: Run) -> Data:
        data: Data = {"w": unbroken(run.words)}
        data |= {key: True for key, is_so in (("b", run.bold), ("i", run.italic), ("c", run.code)) if is_so}
        if run.language:
            spoken = _language(run.language)
            data |= {"l": spoken["lang"], "r": spoken["region"], "rtl": run.language.partition("-")[0] in RIGHT_TO_LEFT}
        address = f"{self._site}{run.address}" if run.address.startswith("/") and self._site else run.address
        return data | ({"a": address} if not address.startswith(("/", "#")) and address else {})


def _head(table: Table) -> list[list[Data]]:
    """Return the rows of the header: of groups, where there are any, and of columns."""
    columns = [_cell(column.title) for column in table.columns]
    if not any(column.group for column in table.columns):
        return [columns]
    first: list[Data] = []
    for group, found in groupby(table.columns, lambda column: column.group):
        together = list(found)
        first += [_cell(group, across=len(together))] if group else [_cell(c.title, down=2) for c in together]
    return [first, [cell for cell, column in zip(columns, table.columns, strict=True) if column.group]]


def _cell(words: str, *, across: int = 1, down: int = 1) -> Data:
    return {"w": words, "across": across, "down": down}


def _language(language: str) -> Data:
    return {"lang": language.partition("-")[0], "region": _REGIONS.get(language)}
