"""Files of plans that came in, as far as the reader may see them."""

from collections.abc import Sequence

from django.db.models import QuerySet

from accede.foundation.access import ALL, Actor, can
from accede.foundation.files.storing import files_about
from accede.foundation.listings import RowsOfTable
from accede.modules.coordination.access import PLANS_READ
from accede.modules.coordination.fields.plan_imports import PlanImportFacts
from accede.modules.coordination.models import PlanImport
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.identity.queries.people import names_of


def import_rows(actor: Actor) -> "QuerySet[PlanImport]":
    """Return the imports that the actor may see: of bodies whose plans a role lets them read, no more."""
    rows: QuerySet[PlanImport] = PlanImport.objects.visible_to(actor)
    if can(actor, PLANS_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(one.scope) for one in actor.grants if can(actor, PLANS_READ, on=one.scope)])


def imports_visible_to(actor: Actor) -> RowsOfTable[PlanImportFacts]:
    """Return the imports that the actor may see, the latest first."""
    return RowsOfTable(import_rows(actor).order_by("-brought_at", "id"), lambda rows: _facts(rows, actor))


def import_visible_to(actor: Actor, number: int) -> PlanImportFacts | None:
    """Return one import, None if there is none for this actor."""
    return next(iter(_facts(list(import_rows(actor).filter(pk=number)), actor)), None)


def _facts(rows: Sequence[PlanImport], reader: Actor) -> list[PlanImportFacts]:
    people = {row.brought_by for row in rows if row.brought_by}
    names = names_of(people) if people else {}
    files = files_about(reader, [f"plan-import:{row.pk}" for row in rows])
    return [
        PlanImportFacts(
            number=row.pk,
            owner=row.belongs_to,
            body=row.body,
            body_name=body_name(row.body),
            file_name=row.file_name,
            brought_on=row.brought_at.date(),
            who=names.get(row.brought_by, "") if row.brought_by else "",
            count=row.count,
            taken_back_on=row.taken_back_at.date() if row.taken_back_at else None,
            reason=row.reason,
            file=files[f"plan-import:{row.pk}"].id if f"plan-import:{row.pk}" in files else None,
        )
        for row in rows
    ]
