"""Contributions as money that may pay for something."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max

from accede.core.finance.accounts import Account
from accede.core.finance.availability import Source
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.modules.resources.models import Contribution, LedgerLine
from accede.modules.resources.queries.contributions import earmark_of
from accede.modules.resources.queries.sums import NOTHING, standings_on


def sources_of(rows: Sequence[Contribution], *, reader: Actor) -> list[Source]:
    """Return contributions as money, of those that have received any: what is free of each, and what it is for."""
    keys = [row.id for row in rows]
    standings = standings_on(keys, on=date.max, reader=reader)
    came = LedgerLine.objects.visible_to(reader).filter(contribution__in=keys, account=Account.CASH, dollars__gt=0)
    received = dict(came.order_by().values_list("contribution").annotate(Max("booked_on")))
    return [
        Source(
            str(row.id),
            str(row.fund_id),
            earmark_of(row),
            standings.get(row.id, NOTHING).free,
            received[row.id],
            row.support_rate,
        )
        for row in rows
        if row.id in received
    ]


@acting(SYSTEM)
def all_sources(*, on: date) -> list[Source]:
    """Return all that is free on a day, for whoever prices what nothing pays for and shows nothing but that price."""
    return sources_of(list(Contribution.objects.filter(agreed_on__lte=on)), reader=SYSTEM)
