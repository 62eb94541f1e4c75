"""Cells that name their rows, in the structure of a PDF file: Typst 0.15 marks headers of columns only.

Its own function for it stands behind a switch that its Python package does not have.
"""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object


def with_row_headers(content: bytes, tables: Sequence[Sequence[bool]]) -> bytes:
    """Return the file with the cells of some columns as headers of their rows (ISO 32000-1, 14.8.5.7: Scope).

    `tables`: of each table in the order of the document, which columns name their rows. The same file gives the same
    bytes.
    """
    if not any(is_header for columns in tables for is_header in columns):
        return content
    import pikepdf  # noqa: PLC0415  (in the process apart only)

    row_scope = {"/O": "/Table", "/Scope": "/Row"}
    with pikepdf.open(io.BytesIO(content)) as opened:
        found = [element for element in _elements(opened.Root.StructTreeRoot) if element.S == "/Table"]
        for table, columns in zip(found, tables, strict=True):
            for row in (element for element in _elements(table) if element.S == "/TR"):
                for cell, is_header in zip(_children(row), columns, strict=False):
                    if is_header and cell.S == "/TD":
                        cell.S = pikepdf.Name.TH
                        scope = pikepdf.Dictionary({key: pikepdf.Name(name) for key, name in row_scope.items()})
                        given: Object | list[Object] = cell.get("/A", [])
                        cell.A = pikepdf.Array([*(given if isinstance(given, pikepdf.Array) else [given]), scope])
        stream = io.BytesIO()
        opened.save(stream, deterministic_id=True)
    return stream.getvalue()


def _elements(element: "Object") -> Iterator["Object"]:
    """Yield the elements of the structure below one, in the order in which they are read."""
    for child in _children(element):
        yield child
        yield from _elements(child)


def _children(element: "Object") -> Iterator["Object"]:
    """Yield the elements right below one; numbers of marked content are none."""
    below = element.get("/K", None)
    if below is None or isinstance(below, int):
        return
    for child in below if below._type_name == "array" else (below,):
        if hasattr(child, "keys") and "/S" in child:
            yield child
