"""How requests are found, by those who may see them."""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.assistance.access import REQUESTS_READ
from accede.modules.assistance.queries.found import keys_seen, request_rows


def _requests(keys: Collection[str] | None) -> Iterator[Entry]:
    for row in request_rows(keys):
        yield Entry(
            key=str(row.id),
            titles={row.language or ANY: f"{row.reference} – {row.subject}"},
            names={ANY: [row.beneficiary]},
            symbols=[row.reference, *filter(None, [row.paper])],
            texts={row.language or ANY: row.text},
            level=row.level,
            owner=row.owner,
        )


REQUESTS = Kind(
    "request",
    one=lazy("Request for assistance"),
    many=lazy("Requests for assistance"),
    entries=_requests,
    address=lambda key: reverse("assistance:request", args=[key]),
    opens_to=REQUESTS_READ,
    seen=keys_seen,
)
