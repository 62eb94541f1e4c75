"""How outcomes are found, by those who may see them."""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.outcomes.access import OUTCOMES_READ
from accede.modules.outcomes.queries.outcomes import found_outcomes


def _entries(keys: Collection[str] | None) -> Iterator[Entry]:
    for key, title, how, level, owner in found_outcomes(keys):
        yield Entry(key=key, titles={ANY: title}, names={ANY: [title]}, texts={ANY: how}, level=level, owner=owner)


OUTCOMES = Kind(
    "outcome",
    one=lazy("Outcome"),
    many=lazy("Outcomes"),
    entries=_entries,
    address=lambda key: f"{reverse('outcomes:outcomes')}{key}/",
    opens_to=OUTCOMES_READ,
)
