"""The letter of a consultation as a document: of the words that were kept when it was sent, and of no others."""

from collections.abc import Mapping
from typing import Any

from accede.foundation.documents.tree import Block, Document, Paragraph, Run, said


def letter_tree(words: Mapping[str, Any]) -> Document:
    """Return a letter as the page and the files show it."""
    blocks: list[Block] = [Paragraph(said(words["day"]))]
    blocks += [Paragraph(said(Run(line, bold=place == 0))) for place, line in enumerate(words["to"]) if line]
    blocks += [Paragraph(said(Run(f"{label}: ", bold=True), text)) for label, text in words["facts"] if text]
    blocks += [Paragraph(said(text)) for text in words["paragraphs"]]
    blocks.append(Paragraph(said(words["signature"])))
    return Document(title=words["title"], language=words["language"], blocks=tuple(blocks))
