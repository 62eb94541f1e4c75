"""Documents that come with a deed: looked at, kept for whom it belongs to, named by the deed."""

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM, Actor, Level, Scope
from accede.foundation.access.acting import acting
from accede.foundation.files import FileNotTaken, look_at
from accede.foundation.files.storing import Belonging, file_for, store
from accede.foundation.problems import UnableTo

FIELD = "document"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that somebody brings, and the name that it came with."""

    stream: BinaryIO
    name: str


def keep_document(document: Document, *, scope: Scope, level: Level, about: str, by: Actor, at: datetime) -> UUID:
    """Keep a document that belongs to a scope; return its key.

    Raises:
        UnableTo: the file is not taken.
    """
    try:
        looked = look_at(document.stream, name=document.name)
        belonging = Belonging(level, scope, about=about)
        return store(document.stream, looked, name=document.name, belonging=belonging, by=by, at=at).id
    except FileNotTaken as refused:
        raise UnableTo({FIELD: " ".join(refused.problems)}) from refused


def no_document() -> str:
    """Return what to say to who leaves out the document without which a deed does not count."""
    return _("Add the document itself: without it this does not count.")


def is_here(document: UUID | None) -> bool:
    """Return whether a document can still be had, by whoever may have it."""
    with acting(SYSTEM):
        return document is not None and file_for(SYSTEM, document) is not None
