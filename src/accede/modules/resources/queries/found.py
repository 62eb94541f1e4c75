"""Funds and contributions as they are found: plain rows, all of them or those of some keys."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from accede.foundation.access import Level
from accede.modules.resources.models import Contribution, Fund


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A contribution with what says who may see it."""

    id: UUID
    reference: str
    donor: str
    purpose: str
    agreement: str
    level: Level
    owner: str
    readers: tuple[UUID, ...]


def fund_rows(keys: Collection[str] | None) -> Iterator[tuple[UUID, str, str]]:
    """Yield funds with their codes and names, all for None."""
    rows = Fund.objects.all() if keys is None else Fund.objects.filter(id__in=keys)
    yield from rows.values_list("id", "code", "name").order_by("id")


def contributions_of(donors: Collection[str]) -> list[UUID]:
    """Return the keys of what some donors gave."""
    return list(Contribution.objects.filter(donor__in=[UUID(donor) for donor in donors]).values_list("id", flat=True))


def contribution_rows(keys: Collection[str] | None) -> Iterator[ContributionRow]:
    """Yield contributions, all for None. One query."""
    rows = Contribution.objects.all() if keys is None else Contribution.objects.filter(id__in=keys)
    columns = ("id", "reference", "donor__name", "purpose", "agreement", "level", "owner", "readers")
    for key, reference, donor, purpose, agreement, level, owner, readers in rows.values_list(*columns):
        yield ContributionRow(key, reference, donor, purpose, agreement, Level(level), owner, tuple(readers))
