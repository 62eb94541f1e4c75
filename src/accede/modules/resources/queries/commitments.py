"""Commitments as the books have them: by purpose, and of one purpose by object and contribution."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Max, Min, Q, QuerySet, Sum

from accede.core.finance.accounts import SPENT, Account
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.modules.resources.fields.commitments import CommitmentFacts, CommitmentLine
from accede.modules.resources.models import LedgerLine
from accede.modules.resources.queries.sums import dollars

_COUNTED = (Account.COMMITTED, *SPENT)


def commitments_visible_to(actor: Actor, *, on: date, purpose: str | None = None) -> Sequence[CommitmentFacts]:
    """Return what is committed and spent by the end of a day, the latest first; for one purpose, or all. One query."""
    sums = (
        _lines(actor, on=on, purpose=purpose)
        .order_by()
        .values_list("purpose")
        .annotate(
            its_state=Max("state_code"),
            since=Min("booked_on"),
            latest=Max("booked_on"),
            committed=Sum("dollars", filter=Q(account=Account.COMMITTED), default=0),
            spent=Sum("dollars", filter=Q(account__in=SPENT), default=0),
        )
    )
    found = [
        CommitmentFacts(reference, state, since, latest, dollars(int(committed)), dollars(int(spent)))
        for reference, state, since, latest, committed, spent in sums
    ]
    return sorted(found, key=lambda one: (-one.since.toordinal(), one.reference))


@acting(SYSTEM)
def cents_for(purposes: Collection[str], *, on: date) -> dict[str, int]:
    """Return what is committed or was spent for purposes by the end of a day, in cents, support cost included.

    Whoever may see the books: a gate asks whether the money is there. One query.
    """
    if not purposes:
        return {}
    rows = _lines(SYSTEM, on=on, purpose=None).filter(purpose__in=purposes).order_by().values_list("purpose")
    return {purpose: int(cents) for purpose, cents in rows.annotate(Sum("dollars"))}


def lines_of_commitment(actor: Actor, purpose: str, *, on: date) -> Sequence[CommitmentLine]:
    """Return a commitment by contribution and object, as it stands at the end of a day. One query."""
    sums: dict[tuple[UUID, str, str], dict[bool, int]] = defaultdict(lambda: {True: 0, False: 0})
    rows = (
        _lines(actor, on=on, purpose=purpose)
        .order_by()
        .values_list("contribution", "contribution__reference", "spent_on", "account")
    )
    for contribution, reference, spent_on, account, cents in rows.annotate(Sum("dollars")):
        sums[contribution, reference, spent_on][account in SPENT] += int(cents)
    ordered = sorted(sums.items(), key=lambda one: (one[0][1], one[0][2]))
    return [CommitmentLine(*key, dollars(both[False]), dollars(both[True])) for key, both in ordered]


def _lines(actor: Actor, *, on: date, purpose: str | None) -> "QuerySet[LedgerLine]":
    rows = LedgerLine.objects.visible_to(actor).filter(booked_on__lte=on, account__in=_COUNTED)
    return rows.exclude(purpose="") if purpose is None else rows.filter(purpose=purpose)
