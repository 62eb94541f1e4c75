"""Focal points of bodies, as far as the reader may see them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.modules.coordination.fields.focal_points import FocalPointFacts
from accede.modules.coordination.models import BodyFocalPoint
from accede.modules.coordination.queries.bodies import body_name


def focal_points_visible_to(actor: Actor) -> RowsOfTable[FocalPointFacts]:
    """Return the focal points that the actor may see, by body."""
    rows = BodyFocalPoint.objects.visible_to(actor).select_related("organisation")
    return RowsOfTable(rows.order_by("body", "office", "id"), focal_point_facts)


def focal_point_visible_to(actor: Actor, key: UUID) -> FocalPointFacts | None:
    """Return one focal point, None if there is none for this actor."""
    rows = BodyFocalPoint.objects.visible_to(actor).filter(id=key).select_related("organisation")
    return next(iter(focal_point_facts(list(rows))), None)


def focal_points_to_choose(actor: Actor, *, on: date) -> dict[str, str]:
    """Return the focal points that count on a day, by key, with what they are called."""
    goes_on = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    rows = BodyFocalPoint.objects.visible_to(actor).filter(goes_on, valid_from__lte=on).order_by("body", "office", "id")
    return {str(key): f"{body_name(body)} – {office}" for key, body, office in rows.values_list("id", "body", "office")}


def focal_point_facts(rows: Sequence[BodyFocalPoint]) -> list[FocalPointFacts]:
    """Return rows as plain facts."""
    return [
        FocalPointFacts(
            body=row.body,
            organisation=row.organisation_id,
            office=row.office,
            email=row.email,
            language=row.language,
            week=row.week,
            valid_from=row.valid_from,
            closed="\n".join(str(day) for day in row.closed),
            id=row.id,
            body_name=body_name(row.body),
            organisation_name=row.organisation.name,
            valid_until=row.valid_until,
        )
        for row in rows
    ]


def office_of(actor: Actor, body: str, *, on: date) -> FocalPointFacts | None:
    """Return the office that answers for a body on a day, as far as the actor may see it; of several the newest."""
    goes_on = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    rows = BodyFocalPoint.objects.visible_to(actor).filter(goes_on, body=body, valid_from__lte=on)
    return next(
        iter(focal_point_facts(list(rows.select_related("organisation").order_by("-valid_from", "id")[:1]))), None
    )
