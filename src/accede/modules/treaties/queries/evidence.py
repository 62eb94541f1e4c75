"""Acts of the register as evidence of duties: how many States did something about an instrument in a time."""

from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.treaties.queries.register import current_register


def count_acts(asked: Asked) -> Evidence:
    """Return how many acts are on record between two days, and the newest of them: all are public."""
    days = [
        act.on
        for act in current_register().acts_latest_first
        if act.on is not None and act.on <= asked.until and (asked.since is None or act.on >= asked.since)
    ]
    parameters = (("since", asked.since.isoformat()),) if asked.since is not None else ()
    return Evidence(len(days), max(days, default=None), "treaties:act-list", parameters)
