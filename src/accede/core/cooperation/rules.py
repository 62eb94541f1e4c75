"""What a convention gives between two States that it binds: one rule for the finder, which the network puts to arrays.

Hague art. 8 is the pattern that the others follow: the offence is deemed included in an existing extradition treaty
(1); without one, a State that needs a treaty may take the convention (2); States that need none recognise the offence
(3).
"""

from collections.abc import Iterable
from datetime import date

from accede.core.cooperation.agreements import Link, Serves
from accede.core.cooperation.clauses import Clauses
from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.topics import Topic

_SERVES = {Purpose.EXTRADITION: Serves.EXTRADITION, Purpose.MLA: Serves.MLA}


def treaties_for(purpose: Purpose, links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the treaties on this purpose whose name or text says that they are."""
    serves = _SERVES.get(purpose)
    return tuple(link for link in links if link.text_was_read and serves in link.serves)


def unread_for(purpose: Purpose, links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the regional treaties that may serve the purpose, but whose text was not read."""
    wanted = {Serves.TERRORISM, Serves.SURRENDER} if purpose is Purpose.EXTRADITION else {Serves.TERRORISM}
    return tuple(link for link in links if not link.text_was_read and link.serves & wanted)


def effect_between(
    clauses: Clauses,
    purpose: Purpose,
    *,
    treaties: Iterable[Link],
    in_force_on: date | None,
    needs_requesting: Needs,
    needs_requested: Needs,
) -> Effect:
    """Return what a convention gives between two States that it binds; `treaties` are those on the purpose."""
    existing = tuple(treaties)
    if purpose is Purpose.PROSECUTION:
        return Effect.SUBMISSION if clauses.on(Topic.PROSECUTION) else Effect.NONE
    if purpose is Purpose.MLA:
        if clauses.on(Topic.ASSISTANCE) is None:
            return Effect.NONE
        return Effect.ASSISTANCE_BY_TREATY if existing else Effect.ASSISTANCE
    if clauses.on(Topic.NO_DUTY):
        return Effect.NO_DUTY
    if existing:
        return effect_on_treaties(clauses, existing, in_force_on)
    if clauses.on(Topic.OPTION) is None:
        return Effect.NONE
    return without_treaty(needs_requesting, needs_requested)


def effect_on_treaties(clauses: Clauses, treaties: Iterable[Link], in_force_on: date | None) -> Effect:
    """Tell whether the offence is deemed included in an existing treaty, or was only to be included in a later one.

    Bombings art. 9(1), Financing art. 11(1) and Nuclear art. 13(1) speak of treaties existing before the Convention's
    own entry into force; the others of any existing treaty. Of a treaty whose day is not known, only the day by which a
    source calls it in force can be compared.
    """
    if not clauses.existing_only:
        return Effect.INCLUDED
    before = in_force_on is not None and any(link.since < in_force_on for link in treaties)
    return Effect.INCLUDED if before else Effect.INCLUSION_UNDERTAKEN


def without_treaty(requesting: Needs, requested: Needs) -> Effect:
    """Return what the convention gives where no extradition treaty is in force (Hague art. 8(2) and (3))."""
    if requested is Needs.YES:
        return Effect.OPTION
    if requested is Needs.NO:
        return Effect.RECOGNISED if requesting is Needs.NO else Effect.OWN_LAW
    return Effect.OPTION_OR_RECOGNITION
