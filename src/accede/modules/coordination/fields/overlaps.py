"""The fields of overlaps."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapLine:
    """Two plans that overlap, and why, in the reader's language; `consult`: where the other body is consulted."""

    key: str
    mine: Link
    mine_body: str
    first_day: date
    last_day: date
    theirs: Link
    their_body: str
    their_body_code: str
    their_first_day: date
    their_last_day: date
    states: tuple[str, ...]
    why: tuple[str, ...]
    consult: str


MINE = Field[OverlapLine]("mine", _("Planned"), lambda one: one.mine, Kind.LINK)
MINE_BODY = Field[OverlapLine]("mine_body", _("By"), lambda one: one.mine_body, order=lambda one: one.mine_body)
FIRST_DAY = Field[OverlapLine](
    "first_day", _("First day"), lambda one: one.first_day, Kind.DAY, order=lambda one: one.first_day
)
LAST_DAY = Field[OverlapLine]("last_day", _("Last day"), lambda one: one.last_day, Kind.DAY, in_files_only=True)
THEIRS = Field[OverlapLine]("theirs", _("Overlaps with"), lambda one: one.theirs, Kind.LINK)
THEIR_BODY = Field[OverlapLine](
    "their_body", _("Of the body"), lambda one: one.their_body, order=lambda one: one.their_body
)
THEIR_FIRST_DAY = Field[OverlapLine](
    "their_first_day",
    _("Its first day"),
    lambda one: one.their_first_day,
    Kind.DAY,
    order=lambda one: one.their_first_day,
)
THEIR_LAST_DAY = Field[OverlapLine](
    "their_last_day", _("Its last day"), lambda one: one.their_last_day, Kind.DAY, in_files_only=True
)
STATE_NAMES = Field[OverlapLine]("states", _("States"), lambda one: one.states, several=True, in_files_only=True)
WHY = Field[OverlapLine]("why", _("Why"), lambda one: " ".join(one.why))
CONSULT = Field[OverlapLine](
    "consult", _("Consult the body"), lambda one: Link(str(_("Consult")), one.consult) if one.consult else "", Kind.LINK
)
THEIR_BODY_CODE = Field[OverlapLine](
    "their_body_code", _("Key of the body"), lambda one: one.their_body_code, in_files_only=True
)
KEY = Field[OverlapLine]("key", _("Key"), lambda one: one.key, in_files_only=True)
SHOWN = (
    MINE, MINE_BODY, FIRST_DAY, THEIRS, THEIR_BODY, THEIR_FIRST_DAY, WHY, CONSULT, LAST_DAY, THEIR_LAST_DAY,
    STATE_NAMES, THEIR_BODY_CODE, KEY,
)  # fmt: skip
"""What lists and files show."""
