"""Acts of the register as evidence of duties: how many States did something about an instrument in a time."""

from datetime import date

from accede.modules.mandates.queries.evidence import Evidence
from accede.modules.treaties.queries.register import current_register


def count_acts(*, since: date | None, until: date) -> Evidence:
    """Return how many acts are on record between two days, and the newest of them."""
    days = [
        act.on
        for act in current_register().acts_latest_first
        if act.on is not None and act.on <= until and (since is None or act.on >= since)
    ]
    parameters = (("since", since.isoformat()),) if since is not None else ()
    return Evidence(len(days), max(days, default=None), "treaties:act-list", parameters)
