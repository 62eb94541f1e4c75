"""Reviews of laws as figures count them: those that the reader may see."""

from collections.abc import Collection
from datetime import date

from accede.core.indicators.figures import Counted, Record
from accede.foundation.access import Actor
from accede.modules.legislation.models import Rating

_IN_PART_OR_NOT = ("partial", "none")


def obligations_unanswered(reader: Actor, on: date, *, states: Collection[str] | None, known: date | None) -> Counted:
    """Return the obligations that a State's law answers in part or not, as it was rated by the end of a day."""
    until = min(on, known) if known is not None else on
    rows = Rating.objects.visible_to(reader).filter(rating__in=_IN_PART_OR_NOT, decided_at__date__lte=until)
    if states is not None:
        rows = rows.filter(state_code__in=states)
    found = rows.order_by().values_list("state_code", "obligation", "decided_at")
    return Counted(
        tuple(Record(key := f"rating:{state}/{obligation}", key, at.date()) for state, obligation, at in found)
    )
