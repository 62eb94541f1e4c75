"""When the mandates changed last."""

from django.db.models import IntegerField, Subquery

from accede.modules.mandates.models import Correction, Reading


def newest_changes() -> dict[str, Subquery]:
    """Return the newest reading and correction as parts of another query: they grow with every change."""
    return {
        "newest_reading": Subquery(Reading.objects.order_by("-pk").values("pk")[:1], output_field=IntegerField()),
        "newest_correction": Subquery(Correction.objects.order_by("-pk").values("pk")[:1], output_field=IntegerField()),
    }
