"""The fields of files of plans that came in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field
from accede.modules.coordination.models import PlanImport


@dataclass(frozen=True, slots=True)
class PlanImportFacts:
    """A file of plans that came in, as the product shows it."""

    number: int
    owner: Scope
    body: str
    body_name: str
    file_name: str
    brought_on: date
    who: str
    count: int
    taken_back_on: date | None
    reason: str
    file: UUID | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Why an import is taken back."""

    words: str


FILE = Field[PlanImportFacts]("file", _("File"), lambda one: one.file_name, column=PlanImport.file_name)
BODY_NAME = Field[PlanImportFacts]("body_name", _("Body"), lambda one: one.body_name)
BROUGHT_ON = Field[PlanImportFacts](
    "brought_on", _("Came in on"), lambda one: one.brought_on, Kind.DAY, column=PlanImport.brought_at
)
WHO = Field[PlanImportFacts]("who", _("Who"), lambda one: one.who)
COUNT = Field[PlanImportFacts]("count", _("Plans"), lambda one: one.count, Kind.NUMBER, column=PlanImport.count)
TAKEN_BACK_ON = Field[PlanImportFacts](
    "taken_back_on", _("Taken back on"), lambda one: one.taken_back_on, Kind.DAY, column=PlanImport.taken_back_at
)
REASON = Field[PlanImportFacts]("reason", _("Reason"), lambda one: one.reason)
NUMBER = Field[PlanImportFacts]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
SHOWN = (FILE, BODY_NAME, BROUGHT_ON, WHO, COUNT, TAKEN_BACK_ON, REASON, NUMBER)
WHY = Field[TakenBack](
    "reason",
    _("Why"),
    lambda one: one.words,
    entry=Entry(needed=_("Say why. Whoever may see these plans reads it."), most=1000, lines=4),
)
