"""Consultations as figures count them: those that the reader may see."""

from datetime import date

from accede.core.indicators.figures import Counted, Record
from accede.foundation.access import Actor
from accede.modules.coordination.queries.consultations import consultation_rows


def consultations(reader: Actor, first: date, last: date, *, known: date | None, by_body: bool) -> Counted:
    """Return the consultations that were sent in a period; `by_body`: each counts its body.

    What was sent on a day is known on that day.
    """
    until = min(last, known) if known is not None else last
    rows = consultation_rows(reader).filter(sent_on__range=(first, until))
    found = rows.order_by().values_list("pk", "body", "sent_on")
    return Counted(
        tuple(
            Record(f"consultation:{key}", f"body:{body}" if by_body else f"consultation:{key}", day)
            for key, body, day in found
        )
    )
