"""Requests and activities as figures count them: as far as the reader may see them, as known now or on a day."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from accede.core.assistance.activities import ActivityState
from accede.core.indicators.figures import Counted, Record
from accede.foundation.access import Actor
from accede.foundation.audit.models import Event
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.queries.activities import activity_rows
from accede.modules.assistance.queries.requests import rows_visible_to

STEP_EVENT = "assistance.request-"


def received(
    reader: Actor, first: date, last: date, *, states: Collection[str] | None, kind: str, known: date | None
) -> Counted:
    """Return the requests that were received in a period; one that was joined to another is left to that one."""
    rows = _narrowed(reader, states, kind).filter(received_on__range=(first, last)).exclude(reference="")
    rows = rows.exclude(state="joined")
    if known is not None:
        rows = rows.filter(begun_at__date__lte=known)
    found = rows.values_list("pk", "owner", "received_on")
    return Counted(tuple(Record(f"request:{key}", f"request:{key}", day, giver=owner) for key, owner, day in found))


def states_asking(
    reader: Actor, first: date, last: date, *, states: Collection[str] | None, kind: str, known: date | None
) -> Counted:
    """Return the same requests, as far as States made them, each counting its State."""
    counted = received(reader, first, last, states=states, kind=kind, known=known)
    of_states = [one for one in counted.records if one.giver.startswith("state:")]
    return Counted(tuple(Record(one.key, one.giver, one.on) for one in of_states))


def stepped(
    reader: Actor,
    step: str,
    first: date,
    last: date,
    *,
    states: Collection[str] | None,
    kind: str,
    known: date | None,
) -> Counted:
    """Return the requests with which a step was taken in a period, by the record of who did what."""
    events = Event.objects.visible_to(reader).filter(
        key=f"{STEP_EVENT}{step}", about_kind="request", at__date__range=(first, last)
    )
    if known is not None:
        events = events.filter(at__date__lte=known)
    days: dict[int, date] = {}
    for key, at in events.order_by("at").values_list("about_key", "at"):
        days.setdefault(int(key), at.date())
    seen = _narrowed(reader, states, kind).filter(pk__in=days).values_list("pk", flat=True)
    return Counted(tuple(Record(f"request:{key}", f"request:{key}", days[key]) for key in seen))


def activities_delivered(
    reader: Actor, first: date, last: date, *, states: Collection[str] | None, known: date | None, by_state: bool
) -> Counted:
    """Return the activities that were delivered and ended in a period; `by_state`: each counts each of its States."""
    rows = activity_rows(reader).filter(state=ActivityState.DELIVERED.value, last_day__range=(first, last))
    if states is not None:
        rows = rows.filter(states__overlap=[*states])
    if known is not None:
        rows = rows.filter(moved_at__date__lte=known)
    found = rows.order_by().values_list("pk", "states", "last_day")
    if not by_state:
        return Counted(tuple(Record(f"activity:{key}", f"activity:{key}", day) for key, _states, day in found))
    return Counted(
        tuple(
            Record(f"activity:{key}", f"state:{one}", day)
            for key, codes, day in found
            for one in codes
            if states is None or one in states
        )
    )


def _narrowed(reader: Actor, states: Collection[str] | None, kind: str) -> "QuerySet[AssistanceRequest]":
    rows = rows_visible_to(reader).order_by()
    if states is not None:
        rows = rows.filter(state_code__in=states)
    return rows.filter(kinds__contains=[kind]) if kind else rows
