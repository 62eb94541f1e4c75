"""What a review of a State's laws holds: candidates for each obligation, what was decided, how it was rated."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from accede.core.legislation.catalogue import Obligation
from accede.core.legislation.matching import Candidate, LawIndex, Matcher, Provision
from accede.core.legislation.provisions import CANDIDATES
from accede.foundation.access import Actor
from accede.modules.legislation.models import Answer, Law, Rating
from accede.modules.legislation.queries.catalogue import catalogue

MOST = 20
_PLACES = [place.value for place in CANDIDATES]
_STATES_AT_HAND = 4


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about a provision: which, of which law and wording, the verdict, when and by whom (a key).

    `look_again`: its words changed since; `is_followed`: a later wording has a decision that was carried over from it.
    """

    provision: UUID
    law: UUID
    title: str
    number: str
    heading: str
    verdict: str
    decided_at: datetime
    decided_by: UUID | None
    starts: date | None
    ends: date | None
    look_again: bool = False
    is_followed: bool = False


@dataclass(frozen=True, slots=True)
class Rated:
    """How an obligation was rated and why, by whom (keys), and what a second person thinks."""

    rating: str
    comment: str
    decided_at: datetime
    decided_by: UUID | None
    second_rating: str = ""
    second_comment: str = ""
    second_at: datetime | None = None
    second_by: UUID | None = None


def candidates_for(actor: Actor, state: str, obligation: Obligation, *, on: date) -> list[Candidate]:
    """Return the provisions of a State's laws of a day that may answer an obligation; `law` is the key of each.

    Only laws that somebody looked at are asked. The index of a State is kept by the process while its laws are the
    same; its key holds the laws that this actor may see, so nobody is shown what another may.
    """
    rows = Law.objects.visible_to(actor).filter(state_code=state, is_confirmed=True)
    rows = rows.filter(Q(in_force_from__isnull=True) | Q(in_force_from__lte=on))
    rows = rows.filter(Q(in_force_until__isnull=True) | Q(in_force_until__gte=on))
    laws = tuple(sorted(rows.values_list("id", flat=True)))
    return _matcher(laws).candidates(obligation, most=MOST) if laws else []


@lru_cache(maxsize=_STATES_AT_HAND)
def _matcher(laws: tuple[UUID, ...]) -> Matcher:
    by_language: dict[str, list[Provision]] = defaultdict(list)
    for law in Law.objects.filter(id__in=laws).order_by("title", "id"):
        for row in law.provisions.filter(place__in=_PLACES).order_by("place_in_law"):
            by_language[law.language].append(
                Provision(
                    law=str(law.id),
                    key=str(row.id),
                    number=row.number,
                    heading=row.heading,
                    within=tuple(row.within),
                    text=law.text[row.body_from : row.end],
                    title=law.title,
                )
            )
    return Matcher(catalogue(), [LawIndex(found, language) for language, found in by_language.items()])


def decisions_of(actor: Actor, state: str) -> dict[str, list[Decided]]:
    """Return what was decided about provisions, by obligation."""
    found: dict[str, list[Decided]] = defaultdict(list)
    rows = Answer.objects.visible_to(actor).filter(state_code=state).select_related("provision__law")
    rows = rows.defer("provision__law__text")
    ordered = list(rows.order_by("provision__law__title", "provision__law__in_force_from", "provision__place_in_law"))
    followed = {(row.obligation, row.carried_from_id) for row in ordered}
    for row in ordered:
        provision, law = row.provision, row.provision.law
        found[row.obligation].append(
            Decided(
                provision=provision.id,
                law=law.id,
                title=law.title,
                number=provision.number,
                heading=provision.heading,
                verdict=row.verdict,
                decided_at=row.decided_at,
                decided_by=row.decided_by,
                starts=law.in_force_from,
                ends=law.in_force_until,
                look_again=row.look_again,
                is_followed=(row.obligation, provision.id) in followed,
            )
        )
    return found


def ratings_of(actor: Actor, state: str) -> dict[str, Rated]:
    """Return how obligations were rated, by obligation."""
    return {
        row.obligation: Rated(
            row.rating,
            row.comment,
            row.decided_at,
            row.decided_by,
            row.second_rating,
            row.second_comment,
            row.second_at,
            row.second_by,
        )
        for row in Rating.objects.visible_to(actor).filter(state_code=state)
    }
