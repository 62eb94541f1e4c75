"""Record the focal points of bodies, and end them."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, or_refuse, require
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.texts import listed
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.coordination import events
from accede.modules.coordination.access import COORDINATION_KEEP
from accede.modules.coordination.fields.focal_points import STATED, FocalPointDetails
from accede.modules.coordination.models import BodyFocalPoint
from accede.modules.coordination.queries.bodies import all_bodies, body_name
from accede.modules.coordination.queries.consultations import scope_of


@transaction.atomic
def record_focal_point(new: FocalPointDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Record the office that answers for a body; return its key.

    Raises:
        Refused: the actor may not.
        UnableTo: all that is wrong, by field: the body is unknown or did not exist on the first day, a day is none.
    """
    require(by, COORDINATION_KEEP, on=scope_of(new.organisation) if new.organisation else None)
    closed, wrong = _days(new.closed)
    problems = problems_of(STATED, new) | wrong | _problems_of_body(new)
    if new.email and not _is_address(new.email):
        problems["email"] = _("Write an e-mail address, such as name@example.org.")
    if new.organisation is not None and str(new.organisation) not in organisations_to_name(on=at.date()):
        problems["organisation"] = _("Choose from the organisations that are recorded.")
    if problems or new.organisation is None or new.valid_from is None:
        raise UnableTo(problems)
    row = BodyFocalPoint.objects.create(
        level=Level.PROGRAMME.value,
        owner=str(scope_of(new.organisation)),
        body=new.body,
        organisation_id=new.organisation,
        office=new.office,
        email=new.email,
        language=new.language,
        week=new.week,
        closed=closed,
        valid_from=new.valid_from,
        recorded_at=at,
    )
    about = events.focal_point_subject(row.id, row.belongs_to)
    stated = values_of(STATED, new) | {"organisation": NameOf(new.organisation)}
    del stated["email"]
    record(events.FOCAL_POINT_RECORDED, about=about, by=by, at=at, face=face, after=stated, body=body_name(new.body))
    return row.id


@transaction.atomic
def end_focal_point(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """End a focal point today: nothing is sent there any more.

    Raises:
        Refused: there is no such focal point for the actor, or they may not.
        UnableTo: it has ended.
    """
    row: BodyFocalPoint = or_refuse(BodyFocalPoint.objects.visible_to(by).select_for_update().filter(id=key).first())
    require(by, COORDINATION_KEEP, on=row)
    if row.valid_until is not None:
        raise UnableTo({EVERYWHERE: _("This focal point has ended already.")})
    row.valid_until = max(at.date(), row.valid_from)
    row.save(update_fields=["valid_until"])
    about = events.focal_point_subject(row.id, row.belongs_to)
    record(events.FOCAL_POINT_ENDED, about=about, by=by, at=at, face=face, body=body_name(row.body))


def _problems_of_body(new: FocalPointDetails) -> dict[str, str]:
    body = all_bodies().get(new.body)
    if body is None:
        return {"body": _("There is no such body. Choose from the list.")} if new.body else {}
    if new.valid_from is not None and not body.exists_on(new.valid_from):
        words = _("%(body)s did not exist on this day. Its days are on its page.")
        return {"body": words % {"body": body_name(body.key)}}
    return {}


def _days(text: str) -> tuple[list[date], dict[str, str]]:
    days, wrong = set(), []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            days.add(date.fromisoformat(line))
        except ValueError:
            wrong.append(line[:40])
    words = _("These are no days: %(days)s. Write each as 2026-12-25, one a line.")
    return sorted(days), {"closed": words % {"days": listed(wrong)}} if wrong else {}


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
