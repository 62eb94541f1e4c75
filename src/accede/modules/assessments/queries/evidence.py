"""Consents as evidence of duties: for whoever has pages of assessments, those that they may see."""

from accede.foundation.access import can
from accede.modules.assessments.access import ASSESSMENTS_READ
from accede.modules.assessments.models import Consent
from accede.modules.mandates.queries.evidence import Asked, Evidence


def count_consents(asked: Asked) -> Evidence | None:
    """Return how many consents were given between two days, and the newest of them."""
    if not can(asked.reader, ASSESSMENTS_READ):
        return None
    rows = Consent.objects.visible_to(asked.reader).filter(given_on__lte=asked.until)
    if asked.since is not None:
        rows = rows.filter(given_on__gte=asked.since)
    days = list(rows.values_list("given_on", flat=True))
    return Evidence(len(days), max(days, default=None), "assessments:consents", keeps_day=False)
