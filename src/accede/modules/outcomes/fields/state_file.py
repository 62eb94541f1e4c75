"""The fields of the file of a State: everything about it on one line of time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.exports import Kind
from accede.foundation.fields import Field, Words

PARTS: Mapping[str, Words] = {
    "act": _("Acts under the nineteen instruments"),
    "consent": _("Consents"),
    "visit": _("Visits and desk reviews"),
    "need": pgettext_lazy("assessments", "Needs"),
    "request": _("Requests for assistance"),
    "joining": _("On the way to joining"),
    "activity": _("Activities"),
    "consultation": _("Consultations"),
    "outcome": _("Outcomes"),
    "law": _("Laws"),
    "file": pgettext_lazy("file of a State", "Documents"),
}
"""What the file of a State holds, in this order."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One thing in the file of a State, in the reader's language; `last` is None where it has one day."""

    part: str
    key: str
    first: date | None
    last: date | None
    title: str
    status: str
    address: str


def _day(one: FileEntry) -> date:
    return one.first or date.min


FIRST = Field[FileEntry]("first", _("Day"), lambda one: one.first, Kind.DAY, order=_day)
LAST = Field[FileEntry](
    "last", _("Until"), lambda one: one.last, Kind.DAY, order=lambda one: one.last or _day(one), in_files_only=True
)
PART = Field[FileEntry]("part", _("Kind"), lambda one: one.part, choices=PARTS, is_filter=True)
TITLE = Field[FileEntry]("title", _("What"), lambda one: one.title, order=lambda one: one.title)
STATUS = Field[FileEntry]("status", _("Where it is"), lambda one: one.status)
KEY = Field[FileEntry]("key", _("Key"), lambda one: one.key, in_files_only=True)
SHOWN = (TITLE, FIRST, PART, STATUS, LAST, KEY)
"""What the page and the files of the file of a State show."""
