"""Select participants by the criteria that the States were told; no State stands before another."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.training.events import EventState
from accede.core.training.nominations import DECIDED, Standing, may_be_decided
from accede.foundation.access import Actor
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.training import events
from accede.modules.training.models import Participant
from accede.modules.training.services.planning import held_event

REASON = "reason"
"""The field with the reason that those read who are not selected."""


@transaction.atomic
def select(
    number: int, wanted: Mapping[UUID, str], reason: str, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> int:
    """Decide which nominations are selected, reserve or not selected; return how many changed.

    `reason`: of those who are not selected, which their State reads.

    Raises:
        Refused: there is no such event for the actor, or they may not.
        UnableTo: the event is not being selected, somebody is no nomination of it, or the reason is missing.
    """
    row = held_event(number, by=by)
    problems: dict[str, str] = {}
    if row.state not in {EventState.SELECTING, EventState.CONFIRMED}:
        problems[EVERYWHERE] = _("Close nominations first. Then participants are selected.")
    there = {one.pk: one for one in Participant.objects.select_for_update().filter(event=row)}
    changed = [(there[key], code) for key, code in wanted.items() if key in there and there[key].standing != code]
    if wanted.keys() - there.keys() or any(code not in set(DECIDED) for _one, code in changed):
        problems[EVERYWHERE] = _("Choose from the nominations for this event.")
    elif any(not may_be_decided(Standing(one.standing), Standing(code)) for one, code in changed):
        problems[EVERYWHERE] = _("What a State has confirmed or withdrawn stays.")
    if not reason.strip() and any(code == Standing.NOT_SELECTED for _one, code in changed):
        problems[REASON] = _("Say why. Whoever is concerned reads it.")
    taken = {**{key: one.standing for key, one in there.items()}, **wanted}
    count = sum(code in {Standing.SELECTED, Standing.CONFIRMED} for code in taken.values())
    if count > row.seats:
        problems.setdefault(
            EVERYWHERE, _("%(count)s are selected for %(seats)s seats.") % {"count": count, "seats": row.seats}
        )
    if problems:
        raise UnableTo(problems)
    for one, code in changed:
        one.standing, one.reason = code, reason.strip()[:1000] if code == Standing.NOT_SELECTED else ""
        one.save(update_fields=["standing", "reason"])
    about = events.event_subject(row.pk, row.belongs_to)
    if changed:
        record(events.SELECTION_MADE, about=about, by=by, at=at, face=face, training=row.title, count=len(changed))
    return len(changed)
