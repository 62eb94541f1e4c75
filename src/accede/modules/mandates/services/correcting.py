"""Correct what was misread; what was read stays, the correction stands beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.mandates.duties import EVIDENCE_KINDS, Section, Strength
from accede.modules.mandates.models import Correction, Duty, Paragraph, Reading

PARAGRAPH_FIELDS = frozenset({"kind", "number", "level", "phrase", "base", "addressees"})
DUTY_FIELDS = frozenset(
    {"owed_by", "owed_to", "what", "strength", "gates", "evidence", "section", "due_from", "due_until", "due_words"}
)
_LISTS = frozenset({"addressees", "owed_by", "gates", "evidence"})
_DAYS = frozenset({"due_from", "due_until"})
_CHOICES = {
    "kind": ("preambular", "operative"),
    "strength": tuple(str(one) for one in Strength),
    "section": tuple(str(one) for one in Section),
}


class UnableToCorrect(Exception):  # noqa: N818  (a refusal with its reasons, no fault of the program)
    """The correction cannot be made; `reasons` says all that is wrong with it."""

    def __init__(self, reasons: list[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reasons))


@transaction.atomic
def correct_paragraph(
    reading_id: int, path: str, *, field: str, value: object, why: str, by: str, at: datetime
) -> None:
    """Record that a value of a paragraph was misread.

    Raises:
        UnableToCorrect: there is no such paragraph or field, the value cannot be, or no reason is given.
    """
    paragraph = Paragraph.objects.filter(reading_id=reading_id, path=path).first()
    reasons = [] if paragraph else [_("This reading has no paragraph “%(path)s”.") % {"path": path}]
    reasons += _objections(field, value, why, PARAGRAPH_FIELDS)
    if paragraph is None or reasons:
        raise UnableToCorrect(reasons)
    was = paragraph.data.get(field) if field == "addressees" else getattr(paragraph, field)
    _record(paragraph.reading, path, _Change(field, was, value, why), by=by, at=at)


@transaction.atomic
def correct_duty(reading_id: int, key: str, *, field: str, value: object, why: str, by: str, at: datetime) -> None:
    """Record that a value of a duty was misread.

    Raises:
        UnableToCorrect: there is no such duty or field, the value cannot be, or no reason is given.
    """
    duty = Duty.objects.filter(reading_id=reading_id, key=key).first()
    reasons = [] if duty else [_("This reading has no duty “%(key)s”.") % {"key": key}]
    reasons += _objections(field, value, why, DUTY_FIELDS)
    if duty is None or reasons:
        raise UnableToCorrect(reasons)
    was = getattr(duty, field)
    plain = was.isoformat() if isinstance(was, date) else was
    _record(duty.reading, f"duty {key}", _Change(field, plain, value, why), by=by, at=at)


@dataclass(frozen=True, slots=True)
class _Change:
    field: str
    was: object
    value: object
    why: str


def _record(reading: Reading, about: str, change: _Change, *, by: str, at: datetime) -> None:
    Correction.objects.create(
        reading=reading,
        about=about,
        field=change.field,
        was=change.was,
        value=change.value,
        why=change.why.strip(),
        corrected_by=by,
        corrected_at=at,
    )


def _objections(field: str, value: object, why: str, fields: frozenset[str]) -> list[str]:
    reasons = []
    if field not in fields:
        known = ", ".join(sorted(fields))
        reasons.append(_("“%(field)s” cannot be corrected. These can: %(known)s.") % {"field": field, "known": known})
    elif not _is_possible(field, value):
        reasons.append(_("“%(value)s” is no value of “%(field)s”.") % {"value": value, "field": field})
    if not why.strip():
        reasons.append(_("Say why the reading is wrong."))
    return reasons


def _is_possible(field: str, value: object) -> bool:
    if field in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            return False
        return field != "evidence" or set(value) <= set(EVIDENCE_KINDS)
    if field in _DAYS:
        return value is None or (isinstance(value, str) and _is_day(value))
    if field == "level":
        return value is None or (isinstance(value, int) and 1 <= value <= 9)
    if field in _CHOICES:
        return value in _CHOICES[field]
    return isinstance(value, str)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
