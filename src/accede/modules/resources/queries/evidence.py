"""Contributions as evidence of duties: for whoever has pages of contributions, their own part of them."""

from accede.foundation.access import can
from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.resources.access import CONTRIBUTIONS_READ
from accede.modules.resources.models import Contribution
from accede.modules.resources.queries.contributions import contributions_with_money

_LIST = "resources:contributions"


def count_contributions(asked: Asked) -> Evidence | None:
    """Return how many contributions were pledged between two days, and the newest of them."""
    if not can(asked.reader, CONTRIBUTIONS_READ):
        return None
    rows = Contribution.objects.visible_to(asked.reader).filter(pledged_on__lte=asked.until)
    if asked.since is not None:
        rows = rows.filter(pledged_on__gte=asked.since)
    days = list(rows.values_list("pledged_on", flat=True))
    return Evidence(len(days), max(days, default=None), _LIST, keeps_day=False)


def count_funds_available(asked: Asked) -> Evidence | None:
    """Return how many contributions have money that is free to spend at the end of the last day."""
    if not can(asked.reader, CONTRIBUTIONS_READ):
        return None
    days = [one.pledged_on for one in contributions_with_money(asked.reader, on=asked.until) if one.free > 0]
    return Evidence(len(days), max(days, default=None), _LIST, keeps_day=False)
