"""How funds and contributions are found, by those who may see them."""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ
from accede.modules.resources.queries.found import contribution_rows, contributions_of, fund_rows


def _funds(keys: Collection[str] | None) -> Iterator[Entry]:
    for key, code, name in fund_rows(keys):
        yield Entry(key=str(key), titles={ANY: f"{code} – {name}"}, names={ANY: [code, name]})


def _contributions(keys: Collection[str] | None) -> Iterator[Entry]:
    for row in contribution_rows(keys):
        yield Entry(
            key=str(row.id),
            titles={ANY: f"{row.reference} – {row.donor}"},
            names={ANY: [row.reference, row.donor]},
            symbols=[row.reference],
            texts={ANY: " ".join(filter(None, [row.purpose, row.agreement]))},
            level=row.level,
            owner=row.owner,
            readers=row.readers,
        )


FUNDS = Kind(
    "fund",
    one=lazy("Fund"),
    many=lazy("Funds"),
    entries=_funds,
    address=lambda key: reverse("resources:fund", args=[key]),
    opens_to=LEDGER_READ,
)
CONTRIBUTIONS = Kind(
    "contribution",
    one=lazy("Contribution"),
    many=lazy("Contributions"),
    entries=_contributions,
    address=lambda key: reverse("resources:contribution", args=[key]),
    opens_to=CONTRIBUTIONS_READ,
    follows={"organisation": contributions_of},
)
