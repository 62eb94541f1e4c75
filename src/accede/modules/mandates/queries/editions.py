"""When the mandates changed last."""

from django.db.models import IntegerField, Subquery

from accede.modules.mandates.models import Adoption, Correction, Reading, Review

_GROWING = {
    "newest_reading": Reading,
    "newest_correction": Correction,
    "newest_adoption": Adoption,
    "newest_review": Review,
}


def newest_changes() -> dict[str, Subquery]:
    """Return the newest row of each table that pages show, as parts of another query: they grow with every change."""
    return {
        name: Subquery(table.objects.order_by("-pk").values("pk")[:1], output_field=IntegerField())
        for name, table in _GROWING.items()
    }
