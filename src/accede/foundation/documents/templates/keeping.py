"""The templates of an office: stored files, the newest of a kind and language in use; without one, that which ships.

One that is deleted (`foundation.files`) leaves the one before it in use.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, Actor, Level, require
from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.documents.templates.access import TEMPLATES_KEEP
from accede.foundation.documents.templates.events import TEMPLATE_KEPT
from accede.foundation.documents.templates.filling import fill
from accede.foundation.documents.templates.kinds import Row, TemplateField, TemplateKind, Values
from accede.foundation.documents.templates.reading import look_at_template
from accede.foundation.documents.tree import cleaned
from accede.foundation.documents.word import word_of
from accede.foundation.exports import undated
from accede.foundation.files import FileNotTaken, opened
from accede.foundation.files.events import file_subject
from accede.foundation.files.models import StoredFile
from accede.foundation.files.storing import Belonging, FileFacts, files_about, store
from accede.foundation.problems import EVERYWHERE, UnableTo

_LIMITS = Limits(seconds=15, megabytes=250, patience=60)


@dataclass(frozen=True, slots=True)
class TemplateInUse:
    """The template of a kind and language that is in use; `file` is None where it is the one that ships."""

    language: str
    file: FileFacts | None


def keep_template(
    stream: BinaryIO, *, name: str, kind: TemplateKind, language: str, by: Actor, at: datetime, face: Face = Face.WEB
) -> FileFacts:
    """Put a template into use, once it is known that it can be filled.

    Raises:
        Refused: the actor may not.
        FileNotTaken: it is no template, reaches outside of itself, or names fields that there are not; all at once.
    """
    require(by, TEMPLATES_KEEP, on=ALL)
    looked = look_at_template(stream, name=name, kind=kind)
    # Filled once with samples: what cannot be filled is not put into use.
    stream.seek(0)
    try:
        filled(stream.read(), _sample_values(kind))
    except UnableTo as unable:
        raise FileNotTaken(unable.problems.values()) from None
    stream.seek(0)
    with transaction.atomic():
        belonging = Belonging(Level.PROGRAMME, about=_thing(kind, language))
        file = store(stream, looked, name=name, belonging=belonging, by=by, at=at)
        about = file_subject(StoredFile.objects.get(id=file.id))
        record(TEMPLATE_KEPT, about=about, by=by, at=at, face=face, file=name, kind=kind.key, language=language)
    return file


def templates_in_use(actor: Actor, kinds: Iterable[TemplateKind]) -> dict[str, list[TemplateInUse]]:
    """Return the templates in use by kind, one for each language of the product; one query."""
    languages = [code for code, _name in settings.LANGUAGES]
    kinds = tuple(kinds)
    files = files_about(actor, [_thing(kind, language) for kind in kinds for language in languages])
    return {
        kind.key: [TemplateInUse(language, files.get(_thing(kind, language))) for language in languages]
        for kind in kinds
    }


def template_bytes(kind: TemplateKind, language: str, *, actor: Actor) -> bytes:
    """Return the template in use."""
    file = files_about(actor, [_thing(kind, language)]).get(_thing(kind, language))
    if file is None:
        with translation.override(language):
            return word_of(kind.shipped(), {})
    with opened(file.sha256) as stream:
        return stream.read()


def letter_of(kind: TemplateKind, language: str, values: Values, *, actor: Actor) -> bytes:
    """Return the template in use, filled.

    Raises:
        UnableTo: it names what there no longer is, or filling it takes too much.
    """
    template = template_bytes(kind, language, actor=actor)
    try:
        look_at_template(io.BytesIO(template), name="template.docx", kind=kind)
    except FileNotTaken as wrong:
        raise UnableTo({EVERYWHERE: str(wrong)}) from None
    return filled(template, values)


def filled(template: bytes, values: Values) -> bytes:
    """Return a template that was looked at, filled; the same bytes for the same words.

    Raises:
        UnableTo: it takes too much, or holds what cannot be filled.
    """
    try:
        return undated(apart(fill, template, _plain(values), limits=_LIMITS))
    except TooHeavy:
        raise UnableTo({EVERYWHERE: _("Filling the template takes more time or memory than it may.")}) from None
    except Exception as error:
        words = _("The template cannot be filled. Open it in Word, save it anew, and look at its marks.")
        raise UnableTo({EVERYWHERE: words}) from error


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as plain data, without what no file may hold."""
    return {
        name: cleaned(value)
        if isinstance(value, str)
        else [{column: cleaned(text) for column, text in row.items()} for row in value]
        for name, value in values.items()
    }


def _sample_values(kind: TemplateKind) -> Values:
    def row(field: TemplateField) -> Row:
        return {column.name: str(column.label) for column in field.columns}

    return {field.name: [row(field)] if field.columns else str(field.label) for field in kind.fields}


def _thing(kind: TemplateKind, language: str) -> str:
    return f"template:{kind.key}:{language}"
