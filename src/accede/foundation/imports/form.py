"""The form with which a table is brought to a page: the file, how it is written, where it comes from."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation import clock, files
from accede.foundation.access import Actor
from accede.foundation.access.acting import actor_of
from accede.foundation.files.storing import file_for, look_at_table, store_looked_at
from accede.foundation.imports import choosing
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.csvfile import SEPARATORS, separator_words
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.encodings import ENCODINGS
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.tables import Options
from accede.foundation.listings import Option
from accede.foundation.pages.asat import read_day

MOST_BYTES = 5 << 20
_ORDERS: dict[str, DayOrder] = {"day-month": "day-month", "month-day": "month-day"}
PASTED = "pasted.txt"
COMMON = (
    "separator",
    "sheet",
    "encoding",
    "pages",
    "columns",
    "day_order",
    "source",
    "source_title",
    "source_address",
    "source_day",
    "source_authority",
)
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Wrong = dict[str, str]
"""What is wrong with a form, by the name of the field."""


def taken(request: HttpRequest, wrong: Wrong) -> str:
    """Keep the file that came in for who brought it, for a day, and return its key; nothing where there is none."""
    upload = _given(request)
    if upload is None:
        wrong["file"] = _("Choose a file, or paste the table.")
        return ""
    stream = cast("BinaryIO", upload.file)
    name = upload.name or ""
    try:
        looked = look_at_table(stream, name=name, most_bytes=MOST_BYTES)
        return str(store_looked_at(stream, looked, name=name, by=actor_of(request), at=clock.now()).id)
    except files.FileNotTaken as refusal:
        wrong["file"] = str(refusal)
        return ""


def name_of(request: HttpRequest) -> str:
    """Return what whoever brings the file calls it, without folders."""
    upload = _given(request)
    return Path(upload.name or "").name[:200] if upload is not None else ""


def _given(request: HttpRequest) -> "File[bytes] | None":
    """Return the file that came in; what was pasted is one."""
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        return upload
    pasted = request.POST.get("pasted", "")
    return ContentFile(pasted.encode(), name=PASTED) if pasted.strip() else None


def read_form(
    file: str, values: Mapping[str, str], wrong: Wrong, *, by: Actor, authorities: Collection[str]
) -> Brought | None:
    """Return the file of that key with what the form says of it; None where something is wrong."""
    kept = file_for(by, UUID(file)) if file else None
    path = files.at_hand(kept.sha256) if kept else None
    separator, order = values.get("separator", ""), values.get("day_order", "")
    if separator and separator not in SEPARATORS:
        wrong["separator"] = _("Choose one of the list.")
    encoding = values.get("encoding", "")
    if encoding and encoding not in ENCODINGS:
        wrong["encoding"] = _("Choose one of the list.")
    if order and order not in _ORDERS:
        wrong["day_order"] = _("Choose one of the list.")
    new_source = _new_source(values, wrong, authorities)
    if path is None or wrong:
        return None
    return Brought(
        path=path,
        options=Options(
            separator=SEPARATORS[separator] if separator else None,
            sheet=values.get("sheet") or None,
            encoding=encoding or None,
            pages=values.get("pages") or None,
            columns=tuple(choosing.read(values.get("columns", "")).items()),
        ),
        day_order=_ORDERS.get(order),
        source=values.get("source") or None,
        new_source=new_source,
        said={name: value for name, value in values.items() if name not in COMMON},
    )


def _new_source(values: Mapping[str, str], wrong: Wrong, authorities: Collection[str]) -> NewSource | None:
    title, key = values.get("source_title", ""), values.get("source", "")
    if not title:
        return None
    problems: list[str] = []
    day = read_day(values.get("source_day", ""), today=clock.today(), problems=problems)
    if problems:
        wrong["source_day"] = problems[0]
    elif day is None:
        wrong["source_day"] = _("Write the day on which the source stood.")
    if not _KEY.fullmatch(key):
        wrong["source"] = _("Give the source a short key of small letters, digits and hyphens, such as fra-mfa-2026.")
    authority = values.get("source_authority", "")
    if authority not in authorities:
        wrong["source_authority"] = _("Choose one of the list.")
    if wrong or day is None:
        return None
    return NewSource(key=key, title=title, locator=values.get("source_address", ""), authority=authority, as_of=day)


def separators() -> list[Option]:
    """Return what may separate the columns of a file."""
    return [Option(key, separator_words(sign)) for key, sign in SEPARATORS.items()]


def encodings() -> list[Option]:
    """Return in what a file may be written."""
    return [Option(key, str(words)) for key, words in ENCODINGS.items()]


def day_orders() -> list[Option]:
    """Return how a day in figures alone may be meant."""
    return [Option("day-month", _("3 April 2005")), Option("month-day", _("4 March 2005"))]
