"""Open the way of a State to joining an instrument, and tell of its steps."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.assistance.joining_way import WayStep
from accede.core.assistance.requests import RequestState
from accede.foundation.access import Actor, Level, Refused, Scope, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import Document, keep_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.saving import save_once
from accede.foundation.texts import format_day
from accede.modules.assistance.queries.requests import request_visible_to
from accede.modules.outcomes import events
from accede.modules.outcomes.access import JOINING_KEEP
from accede.modules.outcomes.fields.joining import TOLD, Chosen, StepDetails
from accede.modules.outcomes.models import JoiningStep, JoiningWay
from accede.modules.outcomes.queries.joining import joined_on, way_rows
from accede.modules.treaties.queries.instruments import all_instruments
from accede.modules.treaties.queries.register import current_register

_OVER = {RequestState.DRAFT.value, RequestState.DECLINED.value, RequestState.WITHDRAWN.value, RequestState.JOINED.value}
KIND = "joining"
"""The kind of assistance that a State asks for who wants to join."""


@transaction.atomic
def open_way(request: int, wanted: Chosen, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Open the way of a State that asked for help with joining; return its number.

    Raises:
        Refused: there is no such request for the actor, or they may not.
        UnableTo: the State did not ask for that, it has joined, or the way is open already.
    """
    asked = or_refuse(request_visible_to(by, request))
    if not asked.state_code:
        raise Refused
    scope = Scope("state", asked.state_code)
    require(by, JOINING_KEEP, on=scope)
    if KIND not in asked.kinds or asked.state in _OVER:
        raise UnableTo({EVERYWHERE: _("This request does not ask for help with joining, or it is over.")})
    if wanted.instrument not in all_instruments():
        raise UnableTo({"instrument": _("Choose the instrument that the State is to join.")})
    joined = joined_on(current_register(), asked.state_code, wanted.instrument, on=at.date())
    if joined is not None:
        day = format_day(joined, get_language() or "en")
        raise UnableTo({"instrument": _("The State joined this instrument on %(day)s.") % {"day": day}})
    row = JoiningWay(
        level=Level.PROGRAMME.value,
        owner=str(scope),
        state_code=asked.state_code,
        instrument=wanted.instrument,
        request=request,
        opened_at=at,
    )
    save_once(row, {"instrument": _("The way to this instrument is open already.")}, is_new=True)
    about = events.way_subject(row.pk, scope)
    record(events.WAY_OPENED, about=about, by=by, at=at, face=face, after={}, instrument=row.instrument)
    return int(row.pk)


@transaction.atomic
def tell_step(
    number: int,
    step: str,
    wanted: StepDetails,
    document: Document | None = None,
    *,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> None:
    """Tell of a step: who takes it and when, that it was taken, or why the State does not need it.

    Raises:
        Refused: there is no such way or step for the actor, or they may not.
        UnableTo: a day lies ahead that was told as done, it is both done and not needed, or the deposit is told as
            made: that is no statement, the register holds it.
    """
    row: JoiningWay = or_refuse(way_rows(by).select_for_update().filter(pk=number).first())
    require(by, JOINING_KEEP, on=row)
    if step not in set(WayStep):
        raise Refused
    problems = problems_of(TOLD, wanted)
    if wanted.done_on is not None and wanted.done_on > at.date():
        problems["done_on"] = _("This day lies ahead. Write the day when it has come.")
    if wanted.done_on is not None and wanted.not_needed:
        problems["not_needed"] = _("A step is done or not needed: leave one of the two empty.")
    if step == WayStep.DEPOSIT and (wanted.done_on is not None or wanted.not_needed):
        problems[EVERYWHERE] = _(
            "The deposit closes the way by itself once the register of treaties holds it. Bring the act in there."
        )
    if problems:
        raise UnableTo(problems)
    told, _made = JoiningStep.objects.visible_to(by).get_or_create(
        way=row, step=step, defaults={"level": row.level, "owner": row.owner, "state_code": row.state_code}
    )
    before = values_of(TOLD, _details(told))
    told.who, told.planned_on = wanted.who, wanted.planned_on
    told.done_on, told.not_needed = wanted.done_on, wanted.not_needed
    if document is not None:
        about = f"way:{row.pk}"
        told.document = keep_document(document, scope=row.belongs_to, level=Level.PROGRAMME, about=about, by=by, at=at)
    told.save()
    after = values_of(TOLD, wanted)
    about_it = events.way_subject(row.pk, row.belongs_to)
    record(
        events.STEP_TOLD, about=about_it, by=by, at=at, face=face, before=before, after=after,
        instrument=row.instrument,
    )  # fmt: skip


def _details(row: JoiningStep) -> StepDetails:
    return StepDetails(row.who, row.planned_on, row.done_on, row.not_needed)
