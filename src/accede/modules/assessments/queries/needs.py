"""Needs, as far as the reader may see them: whole, or what of them is shared with the reader's organisation."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.assessments.fields.needs import NeedFacts, SharedNeedFacts
from accede.modules.assessments.models import Assessment, Need, SharedNeed
from accede.modules.identity.queries.people import names_of
from accede.modules.reference.queries.states import short_names


def needs_visible_to(actor: Actor, *, on: date) -> RowsOfTable[NeedFacts]:
    """Return the needs that the actor may see whole, by State and title; with whom each is shared on a day."""
    rows = Need.objects.visible_to(actor).order_by("state_code", "title", "id")
    return RowsOfTable(rows, lambda found: _facts(found, actor, on=on))


def need_visible_to(actor: Actor, need: UUID, *, on: date) -> NeedFacts | None:
    """Return one need whole, None if there is none for this actor."""
    return next(iter(_facts(list(Need.objects.visible_to(actor).filter(id=need)), actor, on=on)), None)


def needs_shared_with(actor: Actor, *, on: date) -> RowsOfTable[SharedNeedFacts]:
    """Return what is shown on a day to the organisation in whose name the actor acts, the latest first."""
    return RowsOfTable(_shared_with(actor, on=on).order_by("-shared_on", "id"), _shared_facts)


def shared_need_for(actor: Actor, shared: UUID, *, on: date) -> SharedNeedFacts | None:
    """Return one of them, None if there is none for this actor."""
    return next(iter(_shared_facts(list(_shared_with(actor, on=on).filter(id=shared)))), None)


def shared_keys_for(actor: Actor, *, on: date) -> frozenset[str]:
    """Return the keys of all of them."""
    return frozenset(map(str, _shared_with(actor, on=on).values_list("id", flat=True)))


def organisations_shown(actor: Actor, need: UUID, *, on: date) -> dict[str, str]:
    """Return with which organisations a need is shared on a day: keys and names, if the actor sees the need whole."""
    seen = Need.objects.visible_to(actor).filter(id=need).exists()
    keys = set(_shown([need], on=on).get(need, ())) if seen else set()
    return {str(key): name for key, name in sorted(names_of(keys).items(), key=lambda one: (one[1], one[0]))}


def _shared_with(actor: Actor, *, on: date) -> "QuerySet[SharedNeed]":
    rows: QuerySet[SharedNeed] = SharedNeed.objects.visible_to(actor).filter(shared_on__lte=on, until__gte=on)
    if actor.is_system:
        return rows
    return rows.filter(organisation=actor.acting_for) if actor.acting_for is not None else rows.none()


@acting(SYSTEM)
def _shown(needs: Collection[UUID], *, on: date) -> dict[UUID, list[UUID]]:
    """Return with whom needs are shared: whoever may see a need whole, its State above all, may see that too."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = SharedNeed.objects.filter(need__in=needs, until__gte=on)
    for need, organisation in rows.values_list("need_id", "organisation"):
        found[need].append(organisation)
    return found


def _facts(rows: Sequence[Need], reader: Actor, *, on: date) -> list[NeedFacts]:
    if not rows:
        return []
    states = short_names({row.state_code for row in rows}, language=readers_language())
    visits = Assessment.objects.visible_to(reader).filter(id__in={row.assessment_id for row in rows})
    titles = dict(visits.values_list("id", "title"))
    shown = _shown([row.id for row in rows], on=on)
    names = names_of({key for keys in shown.values() for key in keys}) if shown else {}
    return [
        NeedFacts(
            id=row.id,
            state=row.state_code,
            state_name=states.get(row.state_code, row.state_code),
            title=row.title,
            topic=row.topic,
            what=row.what,
            instruments=tuple(row.instruments),
            assessment=str(row.assessment_id or ""),
            finding=str(row.finding_id or ""),
            assessment_title=titles.get(row.assessment_id, "") if row.assessment_id else "",
            priority=row.priority,
            priority_agreed_on=row.priority_agreed_on,
            priority_document=row.priority_document,
            shared_with=tuple(sorted(names.get(key, "") for key in shown.get(row.id, ()))),
        )
        for row in rows
    ]


def _shared_facts(rows: Sequence[SharedNeed]) -> list[SharedNeedFacts]:
    states = short_names({row.state_code for row in rows}, language=readers_language()) if rows else {}
    return [
        SharedNeedFacts(
            id=row.id,
            organisation=row.organisation,
            state=row.state_code,
            state_name=states.get(row.state_code, row.state_code),
            title=row.title,
            topic=row.topic,
            what=row.what,
            instruments=tuple(row.instruments),
            priority=row.priority,
            found=row.found,
            shared_on=row.shared_on,
            until=row.until,
        )
        for row in rows
    ]
