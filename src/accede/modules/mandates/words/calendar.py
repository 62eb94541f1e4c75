"""The days by which duties are due, for the calendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.mandates.words.dates import later
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import listed
from accede.modules.mandates.queries.duties import DutyLine, duties_due
from accede.modules.mandates.queries.mandates import MandateLine, mandate_lines

_LONGEST_SHOWN = 45
"""Longer times (a session of a year, a biennium) stand in a calendar on their last day, not as a bar over all of it."""
_LONGEST_TITLE = 120
_OF_YEAR = 12


def duties_in(asked: Asked) -> Iterator[Entry]:
    """Yield the duties with the days by which they are due; one that returns with each of its times."""
    lines = mandate_lines()
    by_symbol = {line.symbol: line for line in lines}
    language = get_language() or "en"
    for duty in duties_due(lines):
        if duty.due_until is not None:
            entry = _entry(duty, by_symbol[duty.symbol], duty.due_until, language)
            yield from _times(duty, entry, asked)


def _entry(duty: DutyLine, line: MandateLine, until: date, language: str) -> Entry:
    is_short = duty.due_from is not None and (until - duty.due_from).days <= _LONGEST_SHOWN
    is_not_adopted = line.is_draft and line.adoption is not None and line.adoption.code == "not_adopted"
    words = f"{listed(duty.owed_by, language)}. {duty.due_words}."
    return Entry(
        key=f"{duty.reference}-{duty.key}-{duty.occasion}",
        first=duty.due_from if is_short and duty.due_from else until,
        last=until,
        title=f"{duty.symbol} {duty.key}: {duty.what[:_LONGEST_TITLE]}",
        words=f"{words} {_('The draft was not adopted.')}" if is_not_adopted else words,
        address=f"{reverse('mandates:mandate-detail', args=[duty.reference])}#duty-{duty.key}",
        about=duty.reference,
        language=duty.language,
        status=Status.CANCELLED if is_not_adopted else Status.OPEN,
        changed_at=_changed_at(duty, line, until),
    )


def _times(duty: DutyLine, entry: Entry, asked: Asked) -> Iterator[Entry]:
    """Yield the times of a duty on the days asked for; later ones follow from the interval, counted from the first."""
    months = duty.every_months
    if not months:
        yield entry
        return
    ahead = (asked.first.year - entry.last.year) * _OF_YEAR + asked.first.month - entry.last.month
    number = max(0, ahead // months)
    while (first := later(entry.first, number * months, "month")) <= asked.last:
        last = later(entry.last, number * months, "month")
        yield replace(entry, key=f"{entry.key}-{number}" if number else entry.key, first=first, last=last)
        number += 1


def _changed_at(duty: DutyLine, line: MandateLine, until: date) -> datetime:
    """Return when it was last read, corrected, or its draft decided on."""
    moments = [one.at for one in (*duty.corrected, *duty.followed)]
    moments += [line.adoption.recorded_at] if line.adoption is not None else []
    moments += [moment for moment in (line.read_at, line.coded_at) if moment is not None]
    return max(moments, default=datetime.combine(line.adopted_on or until, time(), UTC))
