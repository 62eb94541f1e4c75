"""Which nominations may be of one official, as the matcher proposes and nobody has decided; and what was decided."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max

from accede.core.training.matching import PersonName, Proposal, propose
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.modules.training.fields.people import ParticipantFacts
from accede.modules.training.fields.persons import REASONS, DecisionFacts, PairFacts, ReasonFacts
from accede.modules.training.models import Official, Participant, SamePerson
from accede.modules.training.queries.people import facts_of, participant_rows

Pair = tuple[UUID, UUID]


def open_pairs() -> list[Pair]:
    """Return the proposed pairs of which nobody has decided, by the groups that their nominations are of."""
    return [groups for _one, groups in _waiting()]


def pairs_to_decide(actor: Actor, *, most: int) -> list[PairFacts]:
    """Return the first pairs that the actor may decide: both names are theirs to see; the likeliest first."""
    waiting = sorted((one for one, _groups in _waiting()), key=lambda each: -each.weight)[:most]
    keys = {UUID(key) for one in waiting for key in (one.a, one.b)}
    there = {one.id: one for one in facts_of(list(participant_rows(actor).filter(pk__in=keys)), actor)}
    return list(_pairs(waiting, there))


def decisions(actor: Actor, *, most: int) -> list[DecisionFacts]:
    """Return what was decided and not taken back, the latest first."""
    rows = list(
        SamePerson.objects.visible_to(actor).filter(undone_at__isnull=True).order_by("-decided_at", "id")[:most]
    )
    keys = {key for row in rows for key in (row.one_id, row.other_id)}
    there = {one.id: one for one in facts_of(list(participant_rows(actor).filter(pk__in=keys)), actor)}
    return [
        DecisionFacts(row.pk, there[row.one_id], there[row.other_id], row.is_same, row.decided_at.date())
        for row in rows
        if row.one_id in there and row.other_id in there
    ]


def pair_of(one: UUID, other: UUID) -> Pair:
    """Return two nominations in the order in which a decision names them."""
    return (one, other) if one < other else (other, one)


def _pairs(waiting: Iterable[Proposal], there: dict[UUID, ParticipantFacts]) -> Iterator[PairFacts]:
    for one in waiting:
        first, second = there.get(UUID(one.a)), there.get(UUID(one.b))
        if first is None or second is None or not (first.is_named and second.is_named):
            continue
        reasons = tuple(
            ReasonFacts(str(REASONS[each.code]) % {"a": each.a, "b": each.b}, round(each.weight, 1))
            for each in one.reasons
            if each.code in REASONS
        )
        yield PairFacts(first, second, one.band, reasons)


def _waiting() -> list[tuple[Proposal, Pair]]:
    """Return what the matcher proposes and nobody has decided, protected names too: whoever counts learns no name."""
    with acting(SYSTEM):
        known = Official.objects.aggregate(Count("pk"), Max("participant__nominated_at"))
        group = dict(Official.objects.values_list("pk", "participant__group"))
        told = list(SamePerson.objects.filter(undone_at__isnull=True).values_list("one", "other", "is_same"))
        named = Participant.objects.filter(pk__in={key for pair in told for key in pair[:2]})
        every = dict(named.values_list("pk", "group"))
    decided = {pair[:2] for pair in told}
    apart = {frozenset((every[one], every[other])) for one, other, is_same in told if not is_same}
    found = []
    for one in _proposals(tuple(known.values())):
        pair = pair_of(UUID(one.a), UUID(one.b))
        if pair in decided or not {*pair} <= group.keys():
            continue
        groups = group[pair[0]], group[pair[1]]
        if groups[0] != groups[1] and frozenset(groups) not in apart:
            found.append((one, groups))
    return found


@lru_cache(maxsize=1)
def _proposals(known: tuple[object, ...]) -> tuple[Proposal, ...]:
    """Compare all names; once for as many as are `known`."""
    del known
    with acting(SYSTEM):
        rows = Official.objects.select_related("participant")
        return tuple(propose([_name(row) for row in rows]))


def _name(row: Official) -> PersonName:
    of = row.participant
    name = f"{row.given} {row.family}".strip()
    return PersonName(
        str(row.pk), name, of.state_code, str(of.event_id), of.sex, row.birth_year, row.organisation, row.post
    )
