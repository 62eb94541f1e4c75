"""Take an import of bilateral treaties back."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from accede.foundation.access import ALL, Actor, can
from accede.foundation.search.writing import keep_found
from accede.modules.cooperation.access import TREATIES_IMPORT, of_state
from accede.modules.cooperation.models import BilateralReport
from accede.modules.cooperation.queries.found import keys_of_pairs
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.services.taking_back import Holding


def _may(by: Actor, rows: "QuerySet[Any]") -> bool:
    """Whoever brings treaties of one State takes back a list of which each treaty is that State's."""
    if can(by, TREATIES_IMPORT, on=ALL):
        return True
    pairs = rows.order_by().values_list("first_id", "second_id").distinct()
    return can(by, TREATIES_IMPORT) and all(
        any(can(by, TREATIES_IMPORT, on=of_state(state)) for state in pair) for pair in pairs
    )


def _keep_found(keys: Iterable[str]) -> None:
    keep_found("treaty", keys_of_pairs(keys))


TREATIES = Holding(
    part=Part.TREATIES,
    model=BilateralReport,
    place=(
        "{row}.first_id",
        "{row}.second_id",
        "{row}.kind",
        "coalesce({row}.signed_on, {row}.in_force_on, '-infinity'::date)",
        "{row}.source_id",
    ),
    once="true",
    may=_may,
    turned=_keep_found,
)
"""As the import of treaties does: of one treaty, one source says one thing."""
