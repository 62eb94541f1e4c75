"""Duties under mandates as they stand: as read, after the corrections of their paragraph, after their own.

A duty's own correction wins over the paragraph's (`accede.core.mandates.amending` tells the rest). A coded reading
is in our words and follows no paragraph: only its own corrections change it. It is worded in the reader's language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from accede.core.mandates.amending import When, amended_gates, amended_names, amended_when
from accede.core.mandates.words.dates import later
from accede.foundation.texts import readers_language
from accede.modules.mandates.models import Duty
from accede.modules.mandates.queries.corrections import (
    CorrectionLine,
    Followed,
    Holding,
    corrections_of,
    duty_key,
    followed_by,
    strings,
)
from accede.modules.mandates.queries.mandates import MandateLine, followed, mandate_of_reading

CORRECTED = "corrected"
"""How sure a day is that an officer set."""

BY_INTERVAL = "by_interval"
"""How sure a day is that follows from the first one and the interval in the text."""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as it stands after corrections, with the mandate that it comes from.

    Attributes:
        corrected: its own corrections that hold.
        followed: corrections of its paragraph that changed it; `followed_fields`: which of its values.
        asked_at: the place of its paragraph in the reading; None in a coded reading.
        language: of its words, "" where several people's words stand in it.
        further_due: its times after the first, as columns; occasion: which of its times this line tells, from 1.
    """

    symbol: str
    reference: str
    standing: str
    key: str
    paragraph: str
    strength: str
    owed_by: tuple[str, ...]
    owed_to: str
    what: str
    gates: tuple[str, ...]
    evidence: tuple[str, ...]
    section: str
    due_words: str
    due_from: date | None
    due_until: date | None
    due_source: str
    due_certainty: str
    due_reason: str
    every_months: int | None
    corrected: tuple[CorrectionLine, ...]
    followed: tuple[CorrectionLine, ...]
    followed_fields: frozenset[str]
    asked_at: int | None
    language: str
    further_due: tuple[Mapping[str, object], ...] = ()
    occasion: int = 1


def duties_under(line: MandateLine) -> list[DutyLine]:
    """Return the duties of a mandate: of its coded reading where there is one, else of the newest import.

    Those of a draft whose adopted text is in the record are those of the adopted text.
    """
    line = followed(line)
    reading_id = line.coded_id or line.imported_id
    return _lines(Duty.objects.filter(reading_id=reading_id), {reading_id: line}) if reading_id is not None else []


def duties_of_reading(reading_id: int) -> list[DutyLine]:
    """Return the duties of one reading as they stand."""
    line = mandate_of_reading(reading_id)
    return _lines(Duty.objects.filter(reading_id=reading_id), {reading_id: line}) if line is not None else []


def duty_of(reading_id: int, key: str) -> DutyLine | None:
    """Return a duty of a reading by its key; None for none."""
    line = mandate_of_reading(reading_id)
    rows = Duty.objects.filter(reading_id=reading_id, key=key)
    return next(iter(_lines(rows, {reading_id: line})), None) if line is not None else None


def duties_due(lines: Iterable[MandateLine], *, on: date | None = None) -> list[DutyLine]:
    """Return the times set by mandates, the earliest first; those without a known day last.

    A duty with several days stands there with each. `on`: a duty that returns stands there with its first day that is
    not past on that day; None: with the first day of all.
    """
    lines = {one.symbol: one for one in map(followed, lines)}.values()
    by_reading = {line.coded_id or line.imported_id: line for line in lines if line.coded_id or line.imported_id}
    # A time may have been set by a correction only.
    corrected = corrections_of(one for one in by_reading if one is not None)
    rows = Duty.objects.filter(Q(reading_id__in=list(by_reading)) & (~Q(due_words="") | Q(reading_id__in=corrected)))
    standing = _lines(rows, {key: line for key, line in by_reading.items() if key is not None}, corrected)
    found = [
        _on_or_after(time, on)
        for one in standing
        if one.due_words or one.due_until is not None
        for time in times_of(one)
    ]
    return sorted(found, key=lambda one: (one.due_until or date.max, one.due_from or date.max, one.symbol, one.key))


def times_of(line: DutyLine) -> list[DutyLine]:
    """Return a duty with each of its times, the deciding one first; a corrected time stands for all of them."""
    if {"due_words", "due_from", "due_until"} & (line.followed_fields | {one.field for one in line.corrected}):
        return [line]
    others = [
        replace(
            line,
            occasion=number,
            due_words=str(one.get("due_words", "")),
            due_from=_day(one.get("due_from")),
            due_until=_day(one.get("due_until")),
            due_source=str(one.get("due_source", "")),
            due_certainty=str(one.get("due_certainty", "")),
            due_reason=str(one.get("due_reason", "")),
            every_months=months if isinstance(months := one.get("every_months"), int) else None,
        )
        for number, one in enumerate(line.further_due, 2)
    ]
    return [line, *others]


def _on_or_after(line: DutyLine, on: date | None) -> DutyLine:
    """Return a duty that returns with its first time that is not over on a day; the days follow from the interval."""
    until, months = line.due_until, line.every_months
    if on is None or until is None or not months or until >= on:
        return line
    times = ((on.year - until.year) * 12 + on.month - until.month) // months
    while later(until, times * months, "month") < on:
        times += 1
    from_day = later(line.due_from, times * months, "month") if line.due_from is not None else None
    return replace(
        line,
        due_from=from_day,
        due_until=later(until, times * months, "month"),
        due_source="",
        due_certainty=BY_INTERVAL,
    )


def _lines(
    rows: Iterable[Duty],
    by_reading: Mapping[int, MandateLine],
    corrected: Mapping[int, Mapping[str, Holding]] | None = None,
) -> list[DutyLine]:
    corrected = corrections_of(by_reading) if corrected is None else corrected
    followed = {one: followed_by(one, corrections) for one, corrections in corrected.items()}
    found = []
    for row in rows:
        follows = followed.get(row.reading_id, {}).get(row.asked_at) if row.asked_at is not None else None
        if follows is not None and not follows.is_owed:
            continue
        read = _as_read(row, by_reading[row.reading_id])
        after = _after_paragraph(read, follows) if follows is not None else read
        found.append(_after_own(after, corrected.get(row.reading_id, {}).get(duty_key(row.key), {})))
    return found


def _as_read(row: Duty, line: MandateLine) -> DutyLine:
    language = readers_language()
    words = row.words.get(language, {})
    return DutyLine(
        symbol=line.symbol,
        reference=line.reference,
        standing=line.standing,
        key=row.key,
        paragraph=row.paragraph,
        strength=row.strength,
        owed_by=strings(words.get("owed_by", row.owed_by)),
        owed_to=words.get("owed_to", row.owed_to),
        what=words.get("what", row.what),
        gates=tuple(row.gates),
        evidence=tuple(row.evidence),
        section=row.section,
        due_words=words.get("due_words", row.due_words),
        due_from=row.due_from,
        due_until=row.due_until,
        due_source=row.due_source,
        due_certainty=row.due_certainty,
        due_reason=row.due_reason,
        every_months=row.every_months,
        corrected=(),
        followed=(),
        followed_fields=frozenset(),
        asked_at=row.asked_at,
        language=language if words else line.language if row.asked_at is not None else "en",
        further_due=tuple(row.further_due),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None


def _after_paragraph(line: DutyLine, follows: Followed) -> DutyLine:
    # Who owes it is told by the nearest paragraph that was corrected; conditions of both bind it.
    nearest = follows.own if follows.own.addressees is not None else follows.above
    names = amended_names(line.owed_by, nearest)
    gates = amended_gates(amended_gates(line.gates, follows.above), follows.own)
    before = When(line.due_words, _iso(line.due_from), _iso(line.due_until))
    when = amended_when(before, follows.above, follows.own, words_above=follows.words_above)
    changed = {
        "owed_by": names != line.owed_by,
        "gates": gates != line.gates,
        "due_words": when.words != before.words,
        "due_from": when.due_from != before.due_from,
        "due_until": when.due_until != before.due_until,
    }
    fields = frozenset(name for name, is_changed in changed.items() if is_changed)
    names_of = {"addressees": "owed_by", "conditions": "gates"}
    after = replace(
        line,
        owed_by=names,
        gates=gates,
        due_words=when.words,
        due_from=_day(when.due_from),
        due_until=_day(when.due_until),
        followed=tuple(one for one in follows.corrections if names_of.get(one.field, one.field) in fields),
        followed_fields=fields,
        language="" if "owed_by" in fields else line.language,
    )
    return _dated_by_officer(after) if fields & {"due_from", "due_until"} else after


def _after_own(line: DutyLine, holding: Holding) -> DutyLine:
    if not holding:
        return line

    def text(name: str, before: str) -> str:
        return str(holding[name].value) if name in holding else before

    def many(name: str, before: tuple[str, ...]) -> tuple[str, ...]:
        return strings(holding[name].value) if name in holding else before

    def day(name: str, before: date | None) -> date | None:
        return _day(holding[name].value) if name in holding else before

    own = frozenset(holding)
    after = replace(
        line,
        strength=text("strength", line.strength),
        owed_by=many("owed_by", line.owed_by),
        owed_to=text("owed_to", line.owed_to),
        what=text("what", line.what),
        gates=many("gates", line.gates),
        evidence=many("evidence", line.evidence),
        section=text("section", line.section),
        due_words=text("due_words", line.due_words),
        due_from=day("due_from", line.due_from),
        due_until=day("due_until", line.due_until),
        corrected=tuple(holding.values()),
        followed_fields=line.followed_fields - own,
        language="" if own & {"what", "owed_by", "owed_to", "due_words"} else line.language,
    )
    return _dated_by_officer(after) if own & {"due_from", "due_until"} else after


def _dated_by_officer(line: DutyLine) -> DutyLine:
    """A day that an officer set rests on the officer's word, no longer on the calendar's source."""
    is_dated = line.due_from is not None or line.due_until is not None
    return replace(line, due_source="", due_certainty=CORRECTED if is_dated else "", due_reason="")
