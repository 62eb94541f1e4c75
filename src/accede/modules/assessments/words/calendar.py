"""Days of assessments, for the calendar: each reader is given what they may see, and nothing stands for the rest."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import isolated
from accede.modules.assessments.access import ASSESSMENTS_READ
from accede.modules.assessments.fields.assessments import AssessmentFacts
from accede.modules.assessments.fields.codes import KINDS
from accede.modules.assessments.queries.assessments import assessments_between
from accede.modules.assessments.queries.findings import recommendations_due
from accede.modules.treaties.words.marks import marks_of

_OFF = frozenset({"declined", "called_off"})
_MADE = frozenset({"made", "commenting", "reported", "closed"})


def assessments_in(asked: Asked) -> Iterator[Entry]:
    """Yield visits and desk reviews on their days."""
    for one in _seen(asked):
        status = Status.CANCELLED if one.stage in _OFF else Status.DONE if one.stage in _MADE else Status.OPEN
        words = f"{KINDS[one.kind]} · {one.state_name}"
        if one.first_day is not None and one.last_day is not None:
            yield _entry(f"{one.number}", one, one.first_day, one.last_day, isolated(one.title), words, status)


def times_in(asked: Asked) -> Iterator[Entry]:
    """Yield the last days for comments and responses of States."""
    for one in _seen(asked):
        if one.clocks.comments_until is not None:
            is_done = one.comments_on is not None or one.stage != "commenting"
            title = _("Comments of the State on the draft: %(title)s") % {"title": isolated(one.title)}
            day, status = one.clocks.comments_until, Status.DONE if is_done else Status.OPEN
            yield _entry(f"{one.number}-comments", one, day, day, title, one.state_name, status)
        if one.clocks.response_until is not None:
            title = _("Response of the State to the report: %(title)s") % {"title": isolated(one.title)}
            day, status = one.clocks.response_until, Status.DONE if one.stage == "closed" else Status.OPEN
            yield _entry(f"{one.number}-response", one, day, day, title, one.state_name, status)


def follow_up_in(asked: Asked) -> Iterator[Entry]:
    """Yield the days on which recommendations and action points are due."""
    if can(asked.reader, ASSESSMENTS_READ):
        for one in recommendations_due(asked.reader, asked.first, asked.last):
            yield Entry(
                key=str(one.number),
                first=one.due_on,
                last=one.due_on,
                title=isolated(one.text[:120]),
                words=one.assessment_title,
                address=reverse("assessments:assessment", args=[one.assessment]),
                about=str(one.assessment),
                status=Status.DONE if one.is_done else Status.OPEN,
                changed_at=_moment(one.due_on),
            )


def _seen(asked: Asked) -> list[AssessmentFacts]:
    may = can(asked.reader, ASSESSMENTS_READ)
    return list(assessments_between(asked.reader, asked.first, asked.last)) if may else []


def _entry(key: str, one: AssessmentFacts, first: date, last: date, title: str, words: str, status: Status) -> Entry:
    return Entry(
        key=key,
        first=first,
        last=last,
        title=title,
        words=words,
        address=reverse("assessments:assessment", args=[one.number]),
        about=str(one.number),
        marks=marks_of((one.state,), first, themes=one.topics),
        status=status,
        changed_at=_moment(first),
    )


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
