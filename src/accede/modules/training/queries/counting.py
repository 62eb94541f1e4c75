"""How training is counted: attendances by their facts, persons by what people decided."""

from accede.foundation.access import can
from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.training.access import TRAINING_READ
from accede.modules.training.models import Session
from accede.modules.training.queries.events import event_rows


def count_training(asked: Asked) -> Evidence | None:
    """Return how many sessions took place between two days, and the newest of them, as the reader sees them."""
    if not can(asked.reader, TRAINING_READ):
        return None
    rows = Session.objects.visible_to(asked.reader).filter(
        took_place=True, on__lte=asked.until, event__in=event_rows(asked.reader)
    )
    if asked.since is not None:
        rows = rows.filter(on__gte=asked.since)
    days = list(rows.values_list("on", flat=True))
    return Evidence(len(days), max(days, default=None), "training:events", keeps_day=False)
