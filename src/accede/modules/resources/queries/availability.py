"""What may pay for a purpose: the contributions with what is free of them, as the rules of allocation ask for them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Min

from accede.core.finance.accounts import Account
from accede.core.finance.availability import Source
from accede.core.finance.earmarks import Purpose
from accede.foundation.access import Actor
from accede.modules.reference.queries.states import all_states
from accede.modules.resources.models import Contribution, LedgerLine
from accede.modules.resources.queries.contributions import earmark_of
from accede.modules.resources.queries.sums import least_free


def sources_on(on: date, *, reader: Actor) -> list[Source]:
    """Return the contributions agreed by a day of which money has come, with what is free of them from that day on."""
    rows = Contribution.objects.visible_to(reader).filter(agreed_on__lte=on).order_by("id")
    return sources_of(list(rows), on=on, reader=reader)


def sources_of(rows: Sequence[Contribution], *, on: date, reader: Actor) -> list[Source]:
    """Return contributions with what is free of them from a day on; those of which no money had come are left out."""
    keys = [row.id for row in rows]
    free = least_free(keys, on=on, reader=reader)
    came = LedgerLine.objects.visible_to(reader).filter(contribution__in=keys, account=Account.CASH, dollars__gt=0)
    first: dict[UUID, date] = dict(came.order_by().values_list("contribution").annotate(Min("booked_on")))
    return [
        Source(str(row.id), str(row.fund_id), earmark_of(row), free[row.id], first[row.id], row.support_rate)
        for row in rows
        if row.id in free and row.id in first
    ]


def purpose_of(states: Sequence[str], theme: str, kind: str, *, on: date) -> Purpose:
    """Return what is to be paid for; each State, which is one that there is, with its region on a day.

    A State of the sample programme is in no region.
    """
    known = all_states() if states else {}
    regions = {code: known[code].group_on(on) for code in states if code in known}
    return Purpose(tuple((code, regions.get(code) or "") for code in states), theme, kind)
