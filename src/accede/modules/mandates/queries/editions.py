"""When the mandates changed last."""

from typing import TypeVar

from django.db.models import IntegerField, Model, QuerySet, Subquery

from accede.modules.mandates.models import Adoption, Correction, Reading, Review

Row = TypeVar("Row", bound=Model)


def newest_changes() -> dict[str, Subquery]:
    """Return the newest row of each table that pages show, as parts of another query: they grow with every change."""
    return {
        "newest_reading": _newest(Reading.objects.all()),
        "newest_correction": _newest(Correction.objects.all()),
        "newest_adoption": _newest(Adoption.objects.all()),
        "newest_review": _newest(Review.objects.all()),
    }


def _newest(rows: QuerySet[Row]) -> Subquery:
    return Subquery(rows.order_by("-pk").values("pk")[:1], output_field=IntegerField())
