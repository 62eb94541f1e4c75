"""When the mandates changed last."""

from django.db.models import Max, QuerySet

from accede.modules.mandates.models import Correction, Reading


def newest_change() -> tuple[int, int]:
    """Return numbers that grow with every reading and every correction; one query."""
    corrections: QuerySet[Correction] = Correction.objects.order_by("-pk")
    found = Reading.objects.aggregate(reading=Max("pk"), correction=Max(corrections.values("pk")[:1]))
    return found["reading"] or 0, found["correction"] or 0
