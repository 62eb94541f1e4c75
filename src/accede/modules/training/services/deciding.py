"""Decide whether two nominations are of one official, and take that back; never by itself."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.core.training.counting import groups
from accede.foundation.access import SYSTEM, Actor, Level, Scope, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face, Subject
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.modules.training import events
from accede.modules.training.access import TRAINING_KEEP
from accede.modules.training.models import Participant, SamePerson
from accede.modules.training.queries.people import officials_seen, participant_rows
from accede.modules.training.queries.persons import pair_of


@transaction.atomic
def decide(one: UUID, other: UUID, *, is_same: bool, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Decide of two nominations whether they are of one official.

    Raises:
        Refused: there are no such nominations for the actor, they may not, or a name is not for them.
        UnableTo: they are of two States, of one event, or one and the same nomination.
        Overtaken: it is decided already.
    """
    pair = pair_of(one, other)
    rows = {row.pk: row for row in participant_rows(by).select_for_update().filter(pk__in=pair)}
    first, second = or_refuse(rows.get(pair[0])), or_refuse(rows.get(pair[1]))
    require(by, TRAINING_KEEP, on=first)
    require(by, TRAINING_KEEP, on=second)
    or_refuse(officials_seen(by, pair) if len(officials_seen(by, pair)) == len(rows) else None)
    if one == other or first.state_code != second.state_code or (is_same and first.event_id == second.event_id):
        raise UnableTo({EVERYWHERE: _("One official is of one State, and is nominated once for an event.")})
    told = {"level": Level.PROGRAMME.value, "owner": first.owner, "is_same": is_same}
    try:
        with transaction.atomic():
            SamePerson.objects.create(one=first, other=second, **told, decided_at=at, decided_by=by.person)
    except IntegrityError as error:
        raise Overtaken({EVERYWHERE: _("This is decided already.")}) from error
    _regroup({first.group, second.group})
    _tell(events.DECIDED, first, by=by, at=at, face=face)


@transaction.atomic
def undo(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take a decision back: both nominations are again what all other decisions make of them.

    Raises:
        Refused: there is no such decision for the actor, or they may not.
        Overtaken: it was taken back already.
    """
    rows = SamePerson.objects.visible_to(by).select_for_update(of=("self",)).select_related("one")
    row: SamePerson = or_refuse(rows.filter(pk=key, one__in=participant_rows(by)).first())
    require(by, TRAINING_KEEP, on=row)
    if row.undone_at is not None:
        raise Overtaken({EVERYWHERE: _("This was taken back already.")})
    row.undone_at, row.undone_by = at, by.person
    row.save(update_fields=["undone_at", "undone_by"])
    _regroup({row.one.group, row.other.group})
    _tell(events.UNDONE, row.one, by=by, at=at, face=face)


def _regroup(changed: set[UUID]) -> None:
    """Write of each nomination in these groups which group it is of, by the decisions that stand."""
    with acting(SYSTEM):
        rows = list(Participant.objects.select_for_update().filter(group__in=changed).order_by("pk"))
        keys = [row.pk for row in rows]
        same = SamePerson.objects.filter(undone_at__isnull=True, is_same=True, one__in=keys)
        found = groups(keys, same.values_list("one", "other"))
        for row in rows:
            row.group = found[row.pk]
        Participant.objects.bulk_update(rows, ["group"])


def _tell(what: EventType, row: Participant, *, by: Actor, at: datetime, face: Face) -> None:
    about = Subject("training-person", row.state_code, Level.PROGRAMME, Scope.read(row.owner))
    record(what, about=about, by=by, at=at, face=face, state=row.state_code)
