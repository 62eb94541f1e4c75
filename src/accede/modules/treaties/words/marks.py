"""By what entries of the calendar can be asked for: States, the regions in which they lie, themes, bodies."""

from collections.abc import Collection
from datetime import date

from accede.foundation.calendar.entries import Mark
from accede.modules.treaties.queries.register import current_register


def marks_of(
    states: Collection[str],
    on: date,
    *,
    themes: Collection[str] = (),
    regions: Collection[str] = (),
    bodies: Collection[str] = (),
) -> frozenset[Mark]:
    """Return the marks of an entry; the regions of its States are those of the day."""
    known = current_register().states if states else {}
    lies_in = {group for code in states if code in known and (group := known[code].group_on(on))}
    named = (("state", states), ("region", {*regions, *lies_in}), ("theme", themes), ("body", bodies))
    return frozenset((facet, code) for facet, codes in named for code in codes)
