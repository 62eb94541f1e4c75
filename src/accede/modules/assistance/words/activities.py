"""How activities are found, and their days in the calendar, for those who may see them."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Status
from accede.foundation.calendar.entries import Entry as Day
from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.foundation.texts import isolated, listed
from accede.modules.assistance.access import ACTIVITIES_READ
from accede.modules.assistance.queries.activities import activities_between, found_activities
from accede.modules.treaties.words.marks import marks_of


def _entries(keys: Collection[str] | None) -> Iterator[Entry]:
    for key, title, objective, level, owner in found_activities(keys):
        yield Entry(
            key=key, titles={ANY: title}, names={ANY: [title]}, texts={ANY: objective}, level=level, owner=owner
        )


ACTIVITIES = Kind(
    "activity",
    one=lazy("Activity of assistance"),
    many=lazy("Activities of assistance"),
    entries=_entries,
    address=lambda key: f"{reverse('assistance:activities')}{key}/",
    opens_to=ACTIVITIES_READ,
)


def activities_in(asked: Asked) -> Iterator[Day]:
    """Yield activities on their days."""
    if not can(asked.reader, ACTIVITIES_READ):
        return
    for one in activities_between(asked.reader, asked.first, asked.last):
        if one.first_day is None or one.last_day is None:
            continue
        status = {"cancelled": Status.CANCELLED, "delivered": Status.DONE}.get(one.state, Status.OPEN)
        yield Day(
            key=str(one.number),
            first=one.first_day,
            last=one.last_day,
            title=isolated(one.title),
            words=listed(one.beneficiary_names),
            address=reverse("assistance:activity", args=[one.number]),
            about=str(one.number),
            marks=marks_of(one.states, one.first_day, themes=one.topics),
            status=status,
            changed_at=datetime.combine(one.first_day, time(), UTC),
        )
