"""The mandate of the programme: the clauses under which a request can fall."""

from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.mandates import mandate_at

MANDATE = "E-RES-2007-18"
"""Where the mandate stands among the mandates."""


def clauses_of_mandate() -> dict[str, DutyLine]:
    """Return the duties under the mandate that ask for assistance to be given, by their keys, as they stand now."""
    line = mandate_at(MANDATE)
    found = duties_under(line) if line is not None else []
    return {one.key: one for one in found if "upon_request" in one.gates}
