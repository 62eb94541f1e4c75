"""A letter as a document: of the words that were kept when it was written, and of no others."""

from accede.foundation.documents.tree import Block, Document, Paragraph, Run, said
from accede.modules.assistance.queries.beside import LetterFacts


def letter_tree(letter: LetterFacts) -> Document:
    """Return a letter as the page and the files show it."""
    words = letter.words
    blocks: list[Block] = [Paragraph(said(letter.called), kind="small"), Paragraph(said(words["day"]))]
    blocks += [Paragraph(said(Run(line, bold=place == 0))) for place, line in enumerate(words["to"]) if line]
    blocks += [Paragraph(said(Run(f"{label}: ", bold=True), text)) for label, text in words["facts"] if text]
    blocks += [Paragraph(said(text)) for text in words["paragraphs"]]
    blocks.append(Paragraph(said(words["signature"])))
    return Document(title=words["title"], language=letter.language, blocks=tuple(blocks))
