"""Steps that take longer than a page may: looked at at once, done by a job, told to whoever took them.

What is asked for lies in the queue, in the transaction of the request; it is done in the person's name, with the rights
that they hold by then, as if they took the step at that moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from accede.foundation import jobs
from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.outbox.notices import NoticeType, notify
from accede.foundation.outbox.things import mailbox_of
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.stepping import held_for_step, take_step

STEP = "workflow.step"
"""The job that takes a step."""
_UNDER_WAY = ("todo", "doing")


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A step that somebody took on a page or in the API, as it lies in the queue."""

    flow: str
    step: str
    number: int
    person: str
    acting_for: str
    face: str
    reason: str


def begin_step(
    flow: Flow[Any], key: str, number: int, *, by: Actor, at: datetime, face: Face, reason: str = ""
) -> bool:
    """Take a step, or have it taken by a job where that takes long; return whether it is done.

    Raises:
        Refused, Overtaken, UnableTo: as `take_step` does; all that can be known now is told now.
    """
    later = flow.later.get(key)
    if later is not None and by.person is not None:
        row, _step = held_for_step(flow, key, number, by=by, at=at, reason=reason)
        if is_under_way(flow, number):
            raise Overtaken({EVERYWHERE: _("Somebody has asked for this already; it is being done.")})
        if later.takes_long(row):
            asked = {"flow": flow.table.key, "step": key, "number": number, "face": face.value, "reason": reason}
            who = {"person": str(by.person), "acting_for": str(by.acting_for or "")}
            jobs.enqueue_by_name(STEP, **asked, **who)
            return False
    take_step(flow, key, number, by=by, at=at, face=face, reason=reason)
    return True


def is_under_way(flow: Flow[Any], number: int) -> bool:
    """Return whether a job is to take a step with a thing, or is taking it."""
    found = ProcrastinateJob.objects.filter(task_name=STEP, status__in=_UNDER_WAY, args__flow=flow.table.key)
    return bool(flow.later) and found.filter(args__number=number).exists()


def take_asked_for(asked: AskedFor, *, at: datetime) -> None:
    """Take the step and tell whoever asked for it what became of it; done twice, it is done once."""
    flow = cast("Mapping[str, Flow[Any]]", import_string(settings.ACCEDE_FLOWS))[asked.flow]
    mailbox = mailbox_of(UUID(asked.person))
    here = [one for one in mailbox.actors if str(one.acting_for or "") == asked.acting_for] if mailbox else []
    if mailbox is None or not here:
        return
    with translation.override(mailbox.language):
        with acting(here[0]):
            row = flow.rows(here[0]).filter(pk=asked.number).first()
        if row is None or _is_taken(flow, asked, row):
            return
        later, told = flow.later[asked.step], flow.told(row)
        try:
            with acting(here[0]):
                face = Face(asked.face)
                take_step(flow, asked.step, asked.number, by=here[0], at=at, face=face, reason=asked.reason)
                _tell(later.done, asked, at=at, **told)
        except (Refused, UnableTo) as unable:
            with acting(SYSTEM):
                _tell(later.not_done, asked, at=at, because=str(unable), **told)


def _is_taken(flow: Flow[Any], asked: AskedFor, row: Any) -> bool:
    """Return whether a worker that was killed had taken the step, and told of it, already."""
    step = flow.table.step(asked.step)
    return step is not None and row.state == step.target.value and str(row.moved_by) == asked.person


def _tell(kind: NoticeType, asked: AskedFor, *, at: datetime, **words: object) -> None:
    who, about = UUID(asked.person), str(asked.number)
    notify(kind, [who], at=at, about=about, **words)  # type: ignore[arg-type]  # (words of sentences)
