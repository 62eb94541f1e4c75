"""Days of consultations, for the calendar: until when bodies can answer."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry
from accede.foundation.texts import isolated
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_READ
from accede.modules.coordination.queries.consultations import consultations_between


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
                changed_at=datetime.combine(one.sent_on, time(), UTC),
            )
