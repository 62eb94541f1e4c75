"""Correct what was misread; what was read stays, the correction stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.mandates.clauses.conditions import CONDITION_CODES
from accede.core.mandates.duties import CODED_GATES, EVIDENCE_KINDS, Section, Strength
from accede.foundation.access import Actor, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.search.writing import keep_found
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.models import Correction, Reading
from accede.modules.mandates.queries.corrections import codes_of, duty_key, paragraph_key
from accede.modules.mandates.queries.duties import duty_of
from accede.modules.mandates.queries.mandates import paragraphs_of
from accede.modules.mandates.services.storing import named

_DAYS = frozenset({"due_from", "due_until"})
PARAGRAPH_FIELDS = frozenset(
    {"kind", "number", "level", "phrase", "base", "addressees", "conditions", "due_words", *_DAYS}
)
DUTY_FIELDS = frozenset({"owed_by", "owed_to", "what", "strength", "gates", "evidence", "section", "due_words", *_DAYS})
_LISTS = frozenset({"addressees", "conditions", "owed_by", "gates", "evidence"})
_CODES = {
    "evidence": frozenset(EVIDENCE_KINDS),
    "conditions": CONDITION_CODES,
    "gates": CONDITION_CODES | CODED_GATES.keys(),
}
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


@dataclass(frozen=True, slots=True)
class Correcting:
    """What is to become of which values, and why."""

    values: Mapping[str, object]
    why: str


@transaction.atomic
def correct_paragraph(
    reading_id: int, place: int, correcting: Correcting, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Record that values of the paragraph at a place were misread.

    Raises:
        Refused: the actor may not.
        UnableToCorrect: there is no such paragraph or field, a value cannot be, nothing differs, or no reason is given.
    """
    require(by, MANDATES_CORRECT)
    row = next((one for one in paragraphs_of(reading_id) if one.place == place), None)
    reasons = [] if row else [_("This reading has no paragraph at place %(place)s.") % {"place": place}]
    reasons += _objections(correcting, PARAGRAPH_FIELDS)
    if row is None or reasons:
        raise UnableToCorrect(reasons)
    holds = {
        "kind": row.kind,
        "number": row.number,
        "level": row.level,
        "phrase": row.phrase,
        "base": row.base,
        "addressees": row.data.get("addressees"),
        "conditions": list(codes_of(row.data)),
        "due_words": row.when.words,
        "due_from": row.when.due_from,
        "due_until": row.when.due_until,
    }
    _refuse_backwards(correcting, holds)
    about = _About(_reading(reading_id), paragraph_key(row.path, place), row.path)
    _record(about, holds, correcting, by=by, at=at, face=face)
    keep_found("paragraph", [f"{about.reading.mandate.reference}#p{place}"])


@transaction.atomic
def correct_duty(
    reading_id: int, key: str, correcting: Correcting, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Record that values of a duty were misread.

    Raises:
        Refused: the actor may not.
        UnableToCorrect: there is no such duty or field, a value cannot be, nothing differs, or no reason is given.
    """
    require(by, MANDATES_CORRECT)
    row = duty_of(reading_id, key)
    reasons = [] if row else [_("This reading has no duty “%(key)s”.") % {"key": key}]
    reasons += _objections(correcting, DUTY_FIELDS)
    if row is None or reasons:
        raise UnableToCorrect(reasons)
    holds = {name: _plain(getattr(row, name)) for name in DUTY_FIELDS}
    _refuse_backwards(correcting, holds)
    about = _About(_reading(reading_id), duty_key(key), key)
    _record(about, holds, correcting, by=by, at=at, face=face)
    keep_found("duty", [f"{about.reading.mandate.reference}#duty-{key}"])


def _reading(reading_id: int) -> Reading:
    return Reading.objects.select_related("mandate").defer("lines").get(pk=reading_id)


def _refuse_backwards(correcting: Correcting, holds: Mapping[str, object]) -> None:
    """Refuse days that end before they begin, each as it would hold: corrected now, corrected earlier, or as read."""
    first, last = (correcting.values.get(name, holds[name]) for name in ("due_from", "due_until"))
    if first and last and str(first) > str(last):
        raise UnableToCorrect([_("It would be due until a day before the day from which it is due.")])


@dataclass(frozen=True, slots=True)
class _About:
    reading: Reading
    about: str
    place: str


def _record(
    about: _About, holds: Mapping[str, object], correcting: Correcting, *, by: Actor, at: datetime, face: Face
) -> None:
    """Write the corrections of all values that differ from what holds now, and one event that tells them."""
    changed = {name: value for name, value in correcting.values.items() if value != holds[name]}
    if not changed:
        raise UnableToCorrect([_("Nothing differs from what holds already.")])
    Correction.objects.bulk_create(
        Correction(
            reading=about.reading,
            about=about.about,
            field=name,
            was=holds[name],
            value=value,
            why=correcting.why.strip(),
            corrected_by=named(by),
            corrected_at=at,
        )
        for name, value in changed.items()
    )
    mandate = about.reading.mandate
    record(
        events.READING_CORRECTED,
        about=events.mandate_subject(mandate.reference),
        by=by,
        at=at,
        face=face,
        before={name: holds[name] for name in changed},
        after=changed,
        symbol=mandate.symbol,
        place=about.place,
        because=correcting.why.strip(),
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _objections(correcting: Correcting, fields: frozenset[str]) -> list[str]:
    reasons = []
    for field, value in correcting.values.items():
        if field not in fields:
            known = ", ".join(sorted(fields))
            words = _("“%(field)s” cannot be corrected. These can: %(known)s.")
            reasons.append(words % {"field": field, "known": known})
        elif not _is_possible(field, value):
            reasons.append(_("“%(value)s” is no value of “%(field)s”.") % {"value": value, "field": field})
    if not correcting.why.strip():
        reasons.append(_("Say why the reading is wrong."))
    return reasons


def _is_possible(field: str, value: object) -> bool:
    if field in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            return False
        return field not in _CODES or set(value) <= _CODES[field]
    if field in _DAYS:
        return value is None or (isinstance(value, str) and _is_day(value))
    if field == "level":
        return value is None or (isinstance(value, int) and 1 <= value <= 9)
    if field in _CHOICES:
        return value in _CHOICES[field]
    return isinstance(value, str) and "\x00" not in value


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
