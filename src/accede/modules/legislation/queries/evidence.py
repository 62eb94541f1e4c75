"""Laws as evidence of duties: for whoever has pages of laws, those that they may see; counts and days, never titles."""

from accede.foundation.access import can
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.models import Law, Rating
from accede.modules.mandates.queries.evidence import Asked, Evidence


def count_laws(asked: Asked) -> Evidence | None:
    """Return how many laws came in and obligations were decided between two days, and the newest day of them."""
    if not can(asked.reader, LAWS_READ):
        return None
    laws = Law.objects.visible_to(asked.reader).filter(is_confirmed=True, recorded_at__date__lte=asked.until)
    ratings = Rating.objects.visible_to(asked.reader).filter(decided_at__date__lte=asked.until)
    if asked.since is not None:
        laws = laws.filter(recorded_at__date__gte=asked.since)
        ratings = ratings.filter(decided_at__date__gte=asked.since)
    days = [
        at.date() for at in (*laws.values_list("recorded_at", flat=True), *ratings.values_list("decided_at", flat=True))
    ]
    return Evidence(len(days), max(days, default=None), "legislation:reviews", keeps_day=False)
