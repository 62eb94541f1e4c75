"""How consents, assessments and needs are found, by those who may see them."""

from collections.abc import Callable, Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation import clock
from accede.foundation.access import Actor
from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.assessments.access import ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.assessments.queries.found import (
    FoundRow,
    assessment_rows,
    consent_rows,
    need_rows,
    shared_need_rows,
)
from accede.modules.assessments.queries.needs import shared_keys_for

Rows = Callable[[Collection[str] | None], Iterator[FoundRow]]


def _entries_of(rows: Rows) -> Callable[[Collection[str] | None], Iterator[Entry]]:
    def entries(keys: Collection[str] | None) -> Iterator[Entry]:
        for row in rows(keys):
            yield Entry(
                key=row.key,
                titles={ANY: row.title},
                names={ANY: [row.title]},
                texts={ANY: row.text},
                level=row.level,
                owner=row.owner,
            )

    return entries


def _shown_to(actor: Actor) -> Collection[str] | None:
    """Return what is shown to an actor today: a need is shared until a day, which no index knows."""
    return None if actor.is_system else shared_keys_for(actor, on=clock.today())


CONSENTS = Kind(
    "consent",
    one=lazy("Consent of a State"),
    many=lazy("Consents of States"),
    entries=_entries_of(consent_rows),
    address=lambda key: reverse("assessments:consent", args=[key]),
    opens_to=ASSESSMENTS_READ,
)
ASSESSMENTS = Kind(
    "assessment",
    one=lazy("Visit or desk review"),
    many=lazy("Visits and desk reviews"),
    entries=_entries_of(assessment_rows),
    address=lambda key: f"{reverse('assessments:assessments')}{key}/",
    opens_to=ASSESSMENTS_READ,
)
NEEDS = Kind(
    "need",
    one=lazy("Need of a State"),
    many=lazy("Needs of States"),
    entries=_entries_of(need_rows),
    address=lambda key: reverse("assessments:need", args=[key]),
    opens_to=ASSESSMENTS_READ,
)
SHARED_NEEDS = Kind(
    "shared-need",
    one=lazy("Need that a State shares"),
    many=lazy("Needs that States share"),
    entries=_entries_of(shared_need_rows),
    address=lambda key: reverse("assessments:shared-need", args=[key]),
    opens_to=NEEDS_SHARED,
    seen=_shown_to,
)
