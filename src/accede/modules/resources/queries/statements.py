"""Sums of lines for statements: of a period, by the dimensions that a statement tells apart."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, Sum

from accede.core.finance import statements
from accede.core.finance.accounts import Account
from accede.foundation.access import Actor
from accede.modules.resources.models import LedgerLine
from accede.modules.resources.queries.availability import sources_on


def sums_between(
    reader: Actor,
    first: date | None,
    until: date,
    *,
    fund: UUID | None = None,
    donor: UUID | None = None,
    by: Sequence[str] = ("spent_on",),
) -> list[statements.Sum]:
    """Return the sums of lines booked from a day (None: ever) to another, by account and the dimensions named.

    `by`: of fund, contribution, spent_on, state and purpose. One query.
    """
    wanted = Q(booked_on__lte=until)
    wanted &= Q(booked_on__gte=first) if first else Q()
    wanted &= Q(fund=fund) if fund else Q()
    wanted &= Q(donor=donor) if donor else Q()
    columns = ["state_code" if name == "state" else name for name in by]
    rows = LedgerLine.objects.visible_to(reader).filter(wanted).order_by().values_list("account", *columns)
    found = []
    for account, *values, cents in rows.annotate(Sum("dollars")):
        dimensions = {name: str(value) for name, value in zip(by, values, strict=True)}
        found.append(statements.Sum(Account(account), int(cents), **dimensions))
    return found


def fund_statement_of(reader: Actor, fund: UUID, first: date, until: date) -> statements.FundStatement:
    """Return the statement of a fund over a period. Two queries."""
    before = sums_between(reader, None, first - timedelta(days=1), fund=fund)
    return statements.fund_statement(before, sums_between(reader, first, until, fund=fund))


def free_at(reader: Actor, on: date) -> int:
    """Return what all contributions together have free from a day on, in cents."""
    return sum(max(0, one.free) for one in sources_on(on, reader=reader))
