"""Treaties beside the nineteen and saved scenarios as they are found: plain rows, all or those of some keys."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accede.core.cooperation.agreements import Agreement, AgreementReport, Regional, Status, settle_agreements
from accede.core.cooperation.rows import SERVES_OF_KIND, regional
from accede.foundation.access import Level
from accede.modules.cooperation.models import BilateralReport, RegionalReport, RegionalTreaty, SavedScenario


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A saved scenario with what says who may see it."""

    id: UUID
    name: str
    level: Level
    owner: str
    readers: tuple[UUID, ...]


def agreements_to_find(keys: Collection[str] | None) -> Iterable[Agreement]:
    """Return the bilateral treaties that reports of some keys are of, or all: settled as on their own pages."""
    rows = BilateralReport.objects.known().order_by("pk")
    if keys is not None:
        pairs = BilateralReport.objects.filter(key__in=keys).values_list("first_id", "second_id").distinct()
        wanted = Q(pk__in=[])
        for first, second in pairs:
            wanted |= Q(first_id=first, second_id=second)
        rows = rows.filter(wanted)
    return settle_agreements([agreement_report_of(row) for row in rows])


def signatures_between(pairs: Collection[tuple[str, str]]) -> list[tuple[tuple[str, str], str, date | None, date]]:
    """Return what is reported of bilateral treaties of some pairs of States, each in the order of its codes. One query.

    Of each report: the pair, its key, the day of signature that it gives, and since when the record knows it.
    """
    wanted = Q(pk__in=[])
    for first, second in pairs:
        wanted |= Q(first_id=first, second_id=second)
    rows = BilateralReport.objects.known().filter(wanted).order_by("pk")
    found = rows.values_list("first_id", "second_id", "key", "signed_on", "known_on")
    return [((first, second), key, signed, known) for first, second, key, signed, known in found]


def keys_of_pairs(keys: Iterable[str]) -> list[str]:
    """Return the keys of all reports, known or not any longer, on the pairs of States of some."""
    pairs = set(BilateralReport.objects.filter(key__in=list(keys)).values_list("first_id", "second_id"))
    firsts = {first for first, _second in pairs}
    rows = BilateralReport.objects.filter(first_id__in=firsts).values_list("key", "first_id", "second_id")
    return [key for key, first, second in rows if (first, second) in pairs]


def regionals_to_find(keys: Collection[str] | None) -> Iterator[Regional]:
    """Yield the treaties between several States that have a page, of some keys or all."""
    acts = RegionalReport.objects.known().values("treaty")
    rows = RegionalTreaty.objects.filter(Q(is_shipped=True) | Q(key__in=acts)).order_by("place")
    for row in rows if keys is None else rows.filter(key__in=keys):
        yield regional(row.terms)


def scenario_rows(keys: Collection[str] | None) -> Iterator[ScenarioRow]:
    """Yield saved scenarios, all for None."""
    for row in SavedScenario.objects.all() if keys is None else SavedScenario.objects.filter(id__in=keys):
        yield ScenarioRow(row.id, row.name, Level(row.level), row.owner, tuple(row.readers))


def agreement_report_of(row: BilateralReport) -> AgreementReport:
    """Return what a row says of a bilateral treaty."""
    return AgreementReport(
        key=row.key,
        states=(row.first_id, row.second_id),
        serves=SERVES_OF_KIND[row.kind],
        status=Status(row.status),
        source=row.source_id,
        attested_on=row.attested_on,
        signed_on=row.signed_on,
        in_force_on=row.in_force_on,
        terminated_on=row.terminated_on,
        title=row.title,
        note=row.note,
    )
