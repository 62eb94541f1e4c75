"""A document as a file, the same bytes for the same words, whoever writes it and whenever."""

import hashlib
from enum import StrEnum

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.documents.tree import Document, Figure, walked
from accede.foundation.pages import BadInput
from accede.foundation.problems import EVERYWHERE, UnableTo

_LIMITS = Limits(seconds=30, megabytes=300, patience=90)


class DocumentFormat(StrEnum):
    """The formats of files, by their endings."""

    DOCX = "docx"
    PDF = "pdf"

    @property
    def media_type(self) -> str:
        """What the format is called in answers."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    DocumentFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentFormat.PDF: "application/pdf",
}


def written(document: Document, chosen: DocumentFormat) -> bytes:
    """Return the document as a file.

    Raises:
        UnableTo: setting it takes more time or memory than it may.
    """
    try:
        return _pdf(document) if chosen is DocumentFormat.PDF else _docx(document)
    except TooHeavy:
        raise UnableTo(
            {EVERYWHERE: _("The document is too large to be made in one piece. Ask for less of it.")}
        ) from None


def file_response(document: Document, chosen: DocumentFormat, *, name: str) -> HttpResponse:
    """Return the document as an answer to be saved under `name` and the ending of its format.

    Raises:
        BadInput: the address asks for more than can be made.
    """
    try:
        body = written(document, chosen)
    except UnableTo as unable:
        raise BadInput(unable.problems.values()) from None
    response = HttpResponse(body, content_type=chosen.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.{chosen.value}")
    response.headers["Content-Disposition"] = disposition or ""
    response.headers["Content-Language"] = document.language
    return response


# What follows is imported when it is used: who writes no file, does not wait for it.


def _pdf(document: Document) -> bytes:
    from accede.foundation.documents.pdf.laying import laid  # noqa: PLC0415  (as above)
    from accede.foundation.documents.pdf.typesetting import set_in_type  # noqa: PLC0415  (as above)

    return apart(set_in_type, laid(document), limits=_LIMITS)


def _docx(document: Document) -> bytes:
    from accede.foundation.documents.drawings import for_paper  # noqa: PLC0415  (as above)
    from accede.foundation.documents.pdf.typesetting import drawn  # noqa: PLC0415  (as above)
    from accede.foundation.documents.word import word_of  # noqa: PLC0415  (as above)
    from accede.foundation.documents.word.pictures import Picture  # noqa: PLC0415  (as above)

    figures = [block for block in walked(document.blocks) if isinstance(block, Figure)]
    drawings = {figure.drawing: for_paper(figure.drawing, figure.looks) for figure in figures}
    shown = apart(drawn, tuple(drawings.values()), limits=_LIMITS) if drawings else ()
    pictures = {
        drawing: Picture(f"figure-{hashlib.blake2b(svg.encode(), digest_size=8).hexdigest()}", svg, png)
        for (drawing, svg), png in zip(drawings.items(), shown, strict=True)
    }
    return word_of(document, pictures)
