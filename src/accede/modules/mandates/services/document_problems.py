"""What can be wrong with a document that is to be read, as data and in words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accede.foundation.imports.encodings import ENCODINGS
from accede.foundation.imports.problems import FileRefused, Problem, Words

WORDS: Words = {
    "document.absent": _("There is no file “%(name)s”."),
    "document.unreadable": _("The file “%(name)s” cannot be opened: %(why)s."),
    "document.empty": _("The file is empty."),
    "document.no_text": _("No text was found. If this is a scan, run text recognition on it first."),
    "document.is_pdf": _("This is a PDF. Save its text as .txt or the document as .docx, and read that."),
    "document.old_word": _("This is a document in the old Word format. Save it as .docx."),
    "document.binary": _(
        "This is no text: it holds bytes that no text has. Give .txt, .docx, .html or paragraph .json."
    ),
    "document.damaged": _("This document is damaged: it cannot be opened. Save it again."),
    "document.too_big": _("This document unpacks to more than %(most)s MB."),
    "document.too_long": _("This document holds more than %(most)s characters. Give the text of the resolution alone."),
    "document.too_heavy": _(
        "This document is too long or too intricate to be read here. Give the text of the resolution alone."
    ),
    "document.dtd": _("This document declares XML entities, which no word processor writes. It was not read."),
    "document.not_word": _("This archive is no Word document: it has no document part."),
    "document.json": _("This is no valid JSON, near line %(line)s."),
    "document.json_shape": _("This JSON holds no list of paragraphs with “text” in each."),
}

NOTES: Words = {
    "macros": _("The document carries macros. They were not run."),
    "guessed_encoding": _("The encoding of the text had to be guessed. Look at letters with accents."),
    "tracked_changes": _("Changes are tracked in the document. It was read as if all were accepted."),
    "hidden_text": _("The document holds hidden text. It was not read."),
    "text_boxes": _("The document holds text boxes. Each was read after the paragraph to which it belongs."),
    "other_languages": _("The file holds paragraphs in other languages. They were not read."),
}


def notes_in_words(notes: Iterable[str]) -> list[str]:
    """Return what the reader of a document should know, in sentences; a guessed code page by its name."""
    pages = [ENCODINGS[note] for note in notes if note in ENCODINGS]
    return [
        " ".join([str(NOTES[note]), *(str(page) for page in pages if note == "guessed_encoding")])
        for note in notes
        if note in NOTES
    ]


def refuse(code: str, **params: str) -> FileRefused:
    """Return the refusal of a document for one reason."""
    return FileRefused([Problem(code, params=params)])
