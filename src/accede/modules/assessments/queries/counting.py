"""Visits and needs as figures count them: those that the reader may see."""

from collections.abc import Collection
from datetime import date

from accede.core.assessments.visits import VISIT, Stage
from accede.core.indicators.figures import Counted, Record
from accede.foundation.access import Actor
from accede.modules.assessments.models import Assessment, Need

_MADE = (Stage.MADE, Stage.COMMENTING, Stage.REPORTED, Stage.CLOSED)


def visits(
    reader: Actor, first: date, last: date, *, states: Collection[str] | None, known: date | None, by_state: bool
) -> Counted:
    """Return the visits that were made and ended in a period; `by_state`: each counts its State."""
    rows = Assessment.objects.visible_to(reader).filter(
        kind=VISIT, state__in=[one.value for one in _MADE], last_day__range=(first, last)
    )
    if states is not None:
        rows = rows.filter(state_code__in=states)
    if known is not None:
        rows = rows.filter(recorded_at__date__lte=known)
    found = rows.order_by().values_list("pk", "state_code", "last_day")
    return Counted(
        tuple(
            Record(f"visit:{key}", f"state:{state}" if by_state else f"visit:{key}", day) for key, state, day in found
        )
    )


def needs(reader: Actor, on: date, *, states: Collection[str] | None, known: date | None) -> Counted:
    """Return the needs that had been recorded by the end of a day."""
    until = min(on, known) if known is not None else on
    rows = Need.objects.visible_to(reader).filter(recorded_at__date__lte=until)
    if states is not None:
        rows = rows.filter(state_code__in=states)
    found = rows.order_by().values_list("pk", "recorded_at")
    return Counted(tuple(Record(f"need:{key}", f"need:{key}", at.date()) for key, at in found))
