"""What is asked, was not refused, and nothing pays for, with its price: it stays until money or a decision comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from accede.core.assistance.requests import WITHOUT_DELIVERY
from accede.core.finance.availability import Allocation, Source, allocate
from accede.core.finance.earmarks import Purpose
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.modules.assistance.fields.gaps import GapFacts
from accede.modules.assistance.fields.requests import RequestFacts
from accede.modules.assistance.queries.requests import facts_of, rows_visible_to
from accede.modules.reference.queries.states import all_states
from accede.modules.resources.queries.availability import sources_on

_THEME = "terrorism_prevention"
_ACTIVITIES = {
    "joining": "joining",
    "legislation": "legislation",
    "treaties": "cooperation",
    "central_authorities": "cooperation",
    "training": "training",
}
"""The kinds of activity to which contributions may be earmarked, by the kinds of assistance."""


def gaps_visible_to(actor: Actor, *, on: date) -> list[GapFacts]:
    """Return what nothing pays for yet, of the requests that the actor may see, in the order in which they came.

    Money pays once: what an earlier request would take is not free for a later one.
    """
    states = [one.value for one in WITHOUT_DELIVERY]
    rows = rows_visible_to(actor).filter(state__in=states, estimate__isnull=False)
    found = facts_of(list(rows.order_by("received_on", "begun_at", "running", "id")))
    regions = _regions(found, on=on)
    # Whoever may see a request may see what it lacks, and nothing of the contributions that would pay.
    with acting(SYSTEM):
        sources = sources_on(on, reader=SYSTEM)
    gaps = []
    for one in found:
        states_asking = ((one.state_code, regions.get(one.state_code, "")),) if one.state_code else ()
        purpose = Purpose(states_asking, _THEME, _kind(one))
        allocation = allocate(int((one.estimate or Decimal(0)).scaleb(2)), purpose, on, sources).answer
        sources = _left(sources, allocation)
        gaps.append(_gap(one, allocation))
    return gaps


def _left(sources: Sequence[Source], taken: Allocation) -> list[Source]:
    drawn = {draw.source.key: draw.direct + draw.support for draw in taken.draws}
    return [replace(one, free=one.free - drawn.get(one.key, 0)) for one in sources]


def _regions(requests: Sequence[RequestFacts], *, on: date) -> dict[str, str]:
    states = all_states() if requests else {}
    return {code: states[code].group_on(on) or "" for one in requests if (code := one.state_code) in states}


def _kind(one: RequestFacts) -> str:
    kinds = {_ACTIVITIES.get(kind, "") for kind in one.kinds}
    return kinds.pop() if len(kinds) == 1 else ""


def _gap(one: RequestFacts, found: Allocation) -> GapFacts:
    direct, support = Decimal(found.gap).scaleb(-2), Decimal(found.gap_support).scaleb(-2)
    return GapFacts(one, one.estimate or Decimal(0), direct, support)
