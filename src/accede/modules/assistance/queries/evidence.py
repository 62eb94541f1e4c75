"""Requests as evidence of duties: for whoever has pages of requests, their own part of them."""

from accede.foundation.access import can
from accede.modules.assistance.access import REQUESTS_READ
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.mandates.queries.evidence import Asked, Evidence


def count_requests(asked: Asked) -> Evidence | None:
    """Return how many requests were received between two days, and the newest of them."""
    if not can(asked.reader, REQUESTS_READ):
        return None
    rows = rows_visible_to(asked.reader).filter(received_on__lte=asked.until).exclude(reference="")
    if asked.since is not None:
        rows = rows.filter(received_on__gte=asked.since)
    days = [day for day in rows.values_list("received_on", flat=True) if day is not None]
    return Evidence(len(days), max(days, default=None), "assistance:requests", keeps_day=False)
