"""Take back what a file of plans brought."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.coordination import events
from accede.modules.coordination.access import PLANS_KEEP
from accede.modules.coordination.models import PlanEntry, PlanImport
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.plan_imports import import_rows

LONGEST_REASON = 1000


@transaction.atomic
def take_plans_back(number: int, reason: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Take back what a file brought; return how many plans that were.

    They stand no more; those whose place they took stand again.

    Raises:
        Refused: there is no such import for the actor, or they may not.
        UnableTo: it is not said why, it was taken back already, or a plan of it was changed or withdrawn since.
    """
    found: PlanImport = or_refuse(import_rows(by).select_for_update().filter(pk=number).first())
    require(by, PLANS_KEEP, on=found.belongs_to)
    if found.taken_back_at is not None:
        raise UnableTo({EVERYWHERE: _("This import was taken back already.")})
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise UnableTo({"reason": _("Say why, in at most %(most)s characters.") % {"most": LONGEST_REASON}})
    rows = PlanEntry.objects.visible_to(by).select_for_update(of=("self",)).filter(brought=found)
    if rows.filter(closed_at__isnull=False).exists():
        words = _("Plans of this import were stated anew or withdrawn since. Take the later import back first.")
        raise UnableTo({EVERYWHERE: words})
    before = [key for key in rows.values_list("replaces", flat=True) if key is not None]
    count: int = rows.update(closed_at=at)
    PlanEntry.objects.filter(pk__in=before).update(closed_at=None)
    found.taken_back_at, found.taken_back_by, found.reason = at, by.person, reason.strip()
    found.save(update_fields=["taken_back_at", "taken_back_by", "reason"])
    about = events.plan_import_subject(found.pk, found.belongs_to, Level(found.level))
    words = found.reason
    body, file = body_name(found.body), found.file_name
    record(events.PLANS_TAKEN_BACK, about=about, by=by, at=at, face=face, body=body, file=file, reason=words)
    return count
