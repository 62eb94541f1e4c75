"""What of assessments can be found: rows with what says who may see them, all or those of some keys."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from accede.foundation.access import Level
from accede.foundation.access.roles import ORGANISATION
from accede.modules.assessments.models import Assessment, Consent, Need, SharedNeed


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A thing with what it is called, what it says, and who may see it."""

    key: str
    title: str
    text: str
    level: Level
    owner: str


def consent_rows(keys: Collection[str] | None) -> Iterator[FoundRow]:
    """Yield consents, all for None."""
    rows = Consent.objects.all() if keys is None else Consent.objects.filter(id__in=keys)
    for key, state, reference, authority, level, owner in rows.values_list(
        "id", "state_code", "reference", "authority", "level", "owner"
    ):
        yield FoundRow(str(key), f"{reference} – {state}", authority, Level(level), owner)


def assessment_rows(keys: Collection[str] | None) -> Iterator[FoundRow]:
    """Yield visits and desk reviews, all for None."""
    rows = Assessment.objects.all() if keys is None else Assessment.objects.filter(id__in=_numbers(keys))
    for key, state, title, level, owner in rows.values_list("id", "state_code", "title", "level", "owner"):
        yield FoundRow(str(key), title, state, Level(level), owner)


def need_rows(keys: Collection[str] | None) -> Iterator[FoundRow]:
    """Yield needs, all for None."""
    rows = Need.objects.all() if keys is None else Need.objects.filter(id__in=keys)
    for key, title, what, level, owner in rows.values_list("id", "title", "what", "level", "owner"):
        yield FoundRow(str(key), title, what, Level(level), owner)


def shared_need_rows(keys: Collection[str] | None) -> Iterator[FoundRow]:
    """Yield what is shared of needs, all for None."""
    rows = SharedNeed.objects.all() if keys is None else SharedNeed.objects.filter(id__in=keys)
    for key, title, what, organisation in rows.values_list("id", "title", "what", "organisation"):
        yield FoundRow(str(key), title, what, Level.PROGRAMME, f"{ORGANISATION}:{organisation}")


def resting_on(consent: UUID) -> tuple[list[int], list[UUID], list[UUID]]:
    """Return what rests on a consent, as the product sees it: assessments, needs, and what is shared of needs."""
    assessments = list(Assessment.objects.filter(consent=consent).values_list("id", flat=True))
    needs = list(Need.objects.filter(assessment__in=assessments).values_list("id", flat=True))
    shared = SharedNeed.objects.filter(Q(consent=consent) | Q(need__in=needs)).values_list("id", flat=True)
    return assessments, needs, list(shared)


def _numbers(keys: Collection[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal() and len(key) < 19]
