"""How people and organisations are found, by those who may see them on the day."""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Actor
from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.identity.queries.organisations import named_organisations, organisations_seen
from accede.modules.identity.queries.people import named_people, people_seen


def _people(keys: Collection[str] | None) -> Iterator[Entry]:
    return (Entry(key=str(key), titles={ANY: name}) for key, name in named_people(keys))


def _seen_people(actor: Actor) -> Collection[str] | None:
    return people_seen(actor, on=clock.today())


def _organisations(keys: Collection[str] | None) -> Iterator[Entry]:
    for key, name, names, acronym in named_organisations(keys):
        yield Entry(key=str(key), titles={ANY: name, **names}, names={ANY: [acronym] if acronym else []})


def _seen_organisations(actor: Actor) -> Collection[str] | None:
    return organisations_seen(actor, on=clock.today())


PEOPLE = Kind(
    "person",
    one=lazy("Person"),
    many=lazy("People"),
    entries=_people,
    address=lambda key: reverse("identity:person", args=[key]),
    opens_to=SIGNED_IN,
    seen=_seen_people,
)
ORGANISATIONS = Kind(
    "organisation",
    one=lazy("Organisation"),
    many=lazy("Organisations"),
    entries=_organisations,
    address=lambda key: reverse("identity:organisation", args=[key]),
    opens_to=SIGNED_IN,
    seen=_seen_organisations,
)
