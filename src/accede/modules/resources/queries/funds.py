"""Funds, which are public facts."""

from collections.abc import Sequence
from uuid import UUID

from accede.foundation.listings import RowsOfTable
from accede.modules.resources.fields.funds import FundFacts, facts_of
from accede.modules.resources.models import Fund


def recorded_funds() -> RowsOfTable[FundFacts]:
    """Return the funds by code."""

    def facts(rows: Sequence[Fund]) -> list[FundFacts]:
        return [facts_of(row) for row in rows]

    return RowsOfTable(Fund.objects.order_by("code"), facts)


def fund_of_key(fund: UUID) -> FundFacts | None:
    """Return one fund, None if there is none."""
    row = Fund.objects.filter(id=fund).first()
    return facts_of(row) if row else None


def fund_of_code(code: str) -> FundFacts | None:
    """Return the fund of a code in whatever case, None if there is none."""
    row = Fund.objects.filter(code__iexact=code).first()
    return facts_of(row) if row else None
