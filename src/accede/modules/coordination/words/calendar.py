"""Days of coordination, for the calendar: until when bodies can answer, and what they plan."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import isolated, listed
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_READ, PLANS_READ
from accede.modules.coordination.queries.consultations import consultations_between
from accede.modules.coordination.queries.plans import plans_between
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.treaties.words.marks import marks_of


def answers_due(asked: Asked) -> Iterator[Entry]:
    """Yield the days until which a body can answer, of the consultations that the reader may see."""
    if not (can(asked.reader, COORDINATION_READ) or can(asked.reader, CONSULTATIONS_ANSWER)):
        return
    for one in consultations_between(asked.reader, asked.first, asked.last):
        if one.object_until is not None and one.sent_on is not None:
            yield Entry(
                key=str(one.number),
                first=one.object_until,
                last=one.object_until,
                title=_("Answer due: %(body)s") % {"body": isolated(one.body_name)},
                words=one.title,
                address=reverse("coordination:consultation", args=[one.number]),
                about=str(one.number),
                marks=marks_of(one.states, one.object_until, themes=one.topics, bodies=(one.body,)),
                changed_at=datetime.combine(one.sent_on, time(), UTC),
            )


def plans_in(asked: Asked) -> Iterator[Entry]:
    """Yield what bodies plan, of which each reader is given what they may see; nothing stands for the rest."""
    if not can(asked.reader, PLANS_READ):
        return
    for one in plans_between(asked.reader, asked.first, asked.last):
        if one.first_day is not None and one.last_day is not None:
            places = [*one.state_names, *(str(GROUPS[key]) for key in one.regions)]
            yield Entry(
                key=f"{one.owner}/{one.body}/{one.level}/{one.known_as}",
                first=one.first_day,
                last=one.last_day,
                title=f"{one.body}: {isolated(one.title)}",
                words=listed(places),
                address=reverse("coordination:plan", args=[one.number]),
                about=one.body,
                marks=marks_of(one.codes, one.first_day, themes=one.topics, regions=one.regions, bodies=(one.body,)),
                language=one.language,
                status=Status.CANCELLED if one.is_cancelled else Status.OPEN,
                changed_at=datetime.combine(one.recorded_on, time(), UTC),
            )
