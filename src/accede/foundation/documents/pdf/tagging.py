"""Cells that name their rows, in the structure of a PDF file: Typst 0.15 marks headers of columns only.

Its own function for it stands behind a switch that its Python package does not have.
"""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object

#: What is not looked into: no table stands within these.
_WITHOUT_TABLES = frozenset({"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/Caption", "/Note", "/Link"})


def with_row_headers(content: bytes, tables: Sequence[Sequence[bool]]) -> bytes:
    """Return the file with the cells of some columns as headers of their rows (ISO 32000-1, 14.8.5.7: Scope).

    `tables`: of each table in the order of the document, which columns name their rows. The same file gives the same
    bytes.
    """
    if not any(is_header for columns in tables for is_header in columns):
        return content
    import pikepdf  # noqa: PLC0415  (in the process apart only)

    with pikepdf.open(io.BytesIO(content)) as opened:
        for table, columns in zip(_tables(opened.Root.StructTreeRoot), tables, strict=True):
            headers = [place for place, is_header in enumerate(columns) if is_header]
            for row in _rows(table) if headers else ():
                cells = row.K
                for cell in (cells[place] for place in headers if place < len(cells)):
                    if cell.S == "/TD":
                        cell.S = pikepdf.Name.TH
                        scope = pikepdf.Dictionary({"/O": pikepdf.Name.Table, "/Scope": pikepdf.Name.Row})
                        given: Object | list[Object] = cell.get("/A", [])
                        cell.A = pikepdf.Array([*(given if isinstance(given, pikepdf.Array) else [given]), scope])
        stream = io.BytesIO()
        opened.save(stream, deterministic_id=True, fix_metadata_version=False, compress_streams=False)
    return stream.getvalue()


def _tables(element: "Object") -> Iterator["Object"]:
    """Yield the tables below an element, in the order in which they are read."""
    for child in _children(element):
        if child.S == "/Table":
            yield child
        elif child.S not in _WITHOUT_TABLES:
            yield from _tables(child)


def _rows(table: "Object") -> Iterator["Object"]:
    """Yield the rows of a table below its header."""
    for part in _children(table):
        if part.S == "/TR":
            yield part
        elif part.S == "/TBody":
            yield from (row for row in _children(part) if row.S == "/TR")


def _children(element: "Object") -> Iterator["Object"]:
    """Yield the elements right below one; numbers of marked content are none."""
    below: Any = element.get("/K", None)
    for child in below if hasattr(below, "append") else (below,):
        if hasattr(child, "keys") and "/S" in child:
            yield child
