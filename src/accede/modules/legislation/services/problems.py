"""What can be wrong with a file that is to be read as a law, as data and in words."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.imports.problems import FileRefused, Problem, Words

WORDS: Words = {
    "law.absent": _("There is no file “%(name)s”."),
    "law.unreadable": _("The file “%(name)s” cannot be opened: %(why)s."),
    "law.empty": _("The file is empty."),
    "law.no_text": _("No text was found. If this is a scan, run text recognition on it first."),
    "law.scan": _(
        "This PDF holds pictures of pages and no text (%(pages)s pages). Run text recognition on it, or take the text "
        "from the official gazette."
    ),
    "law.old_word": _("This is a document in the old Word format. Save it as .docx."),
    "law.binary": _("This is no text: it holds bytes that no text has. Give .txt, .md, .html, .docx or .pdf."),
    "law.damaged": _("This document is damaged: it cannot be opened. Save it again."),
    "law.too_big": _("This file is larger than %(most)s MB. Give one law, or one volume of it, at a time."),
    "law.too_long": _("This text holds more than %(most)s characters. Give one law, or one volume of it, at a time."),
    "law.too_heavy": _("This file is too long or too intricate to be read here. Give its text as .txt."),
    "law.dtd": _("This file declares XML entities. It was not read."),
    "law.xml": _("This is no valid XML, near line %(line)s."),
    "law.xml_shape": _("This XML is of no publisher of laws that is known here. Give the law as .html, .docx or .txt."),
    "law.json": _("This is no valid JSON, near line %(line)s."),
    "law.json_shape": _("This JSON holds no list of articles with their numbers and texts."),
    "law.no_provisions": _(
        "No numbered provision was found: no section, article, статья, مادة or 条. Give the text of the law itself."
    ),
}

NOTES: Words = {
    "guessed_encoding": _("The encoding of the text had to be guessed. Look at letters with accents."),
    "tracked_changes": _("Changes are tracked in the document. It was read as if all were accepted."),
    "hidden_text": _("The document holds hidden text. It was not read."),
    "text_boxes": _("The document holds text boxes. Each was read after the paragraph to which it belongs."),
    "macros": _("The document carries macros. They were not run."),
    "turned_letters": _(
        "Arabic letters stood the wrong way round, as some PDFs give them. They were put right; compare with the pages."
    ),
    "presentation_forms": _("Arabic letters stood in their printed forms. They were read as plain letters."),
}


def refuse(code: str, **params: str) -> FileRefused:
    """Return the refusal of a file for one reason."""
    return FileRefused([Problem(code, params=params)])
