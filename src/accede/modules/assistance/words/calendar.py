"""Days of requests, for the calendar: when next steps and answers are due."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry
from accede.foundation.texts import isolated
from accede.modules.assistance.access import REQUESTS_READ
from accede.modules.assistance.fields.codes import WAITS_FOR
from accede.modules.assistance.queries.requests import requests_due


def steps_due(asked: Asked) -> Iterator[Entry]:
    """Yield the days by which the next step of a request is due, of those that the reader may see."""
    found = requests_due(asked.reader, on=asked.last).all() if can(asked.reader, REQUESTS_READ) else ()
    for one in found:
        if one.due_on is not None:
            words = _("Next step due: %(request)s")
            yield Entry(
                key=str(one.id),
                first=one.due_on,
                last=one.due_on,
                title=words % {"request": isolated(one.called)},
                words=f"{one.requester} – {WAITS_FOR[one.waits_for]}",
                address=reverse("assistance:request", args=[one.id]),
                about=str(one.id),
                changed_at=datetime.combine(one.since, time(), UTC),
            )
