"""All that is kept of a person, for that person, as plain data."""

from dataclasses import asdict
from uuid import UUID

from accede.foundation.audit.personal import events_of
from accede.foundation.calendar.addresses import kept_since
from accede.foundation.outbox.inbox import kept_of
from accede.modules.identity.queries.grants import grants_of
from accede.modules.identity.queries.people import memberships_of, person_facts
from accede.modules.identity.queries.signing_in import factors_of, providers_of, sessions_of


def own_data(person: UUID) -> dict[str, object]:
    """Return the person's account, memberships, roles, factors and sessions; no secret is among them."""
    return {
        "account": asdict(person_facts(person)),
        "memberships": [asdict(one) for one in memberships_of(person)],
        "roles": [asdict(one) for one in grants_of(person)],
        "second_factors": [asdict(one) for one in factors_of(person)],
        "sessions": [asdict(one) for one in sessions_of(person)],
        "providers": providers_of(person),
        **kept_of(person),
        "calendar_address_since": kept_since(person),
        "record": [asdict(one) for one in events_of(person)],
    }
