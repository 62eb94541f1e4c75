"""Steps in the API: which ones a thing offers its reader, and the taking of one."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.later import begin_step
from accede.foundation.workflow.stepping import LONGEST_REASON, offered_steps


class ShutItem(Schema):
    """What keeps a step shut."""

    code: str
    words: str
    clause: str = Field(description="Where the condition is written.")
    remedy: str = Field(description="What to do about it.")


class StepItem(Schema):
    """A step from where a thing is, as far as the reader holds the right to it."""

    step: str
    label: str
    is_open: bool
    needs_reason: bool
    shut: list[ShutItem]


class StepBody(Schema):
    """Why a step is taken."""

    reason: str = Field("", description=f"Needed by some steps; at most {LONGEST_REASON} characters.")


def steps_offered(request: HttpRequest, flow: Flow[Any], number: int) -> list[dict[str, object]]:
    """Return the steps that a thing offers the reader.

    Raises:
        Refused: there is no such thing for the reader.
    """
    return [
        {
            "step": one.key,
            "label": one.button,
            "is_open": one.is_open,
            "needs_reason": one.with_reason,
            "shut": [{"code": s.code, "words": s.words, "clause": s.clause, "remedy": s.remedy} for s in one.shut],
        }
        for one in offered_steps(flow, number, by=actor_of(request), at=clock.now())
    ]


def take(request: HttpRequest, flow: Flow[Any], number: int, step: str, body: StepBody) -> HTTPStatus:
    """Take a step in the reader's name; return 202 where a job does it later, else 200.

    Raises:
        Refused, Overtaken, UnableTo: as `take_step` does; told as 404, 409 and 400.
    """
    reason = body.reason.replace("\x00", "")
    done = begin_step(flow, step, number, by=actor_of(request), at=clock.now(), face=Face.API, reason=reason)
    return HTTPStatus.OK if done else HTTPStatus.ACCEPTED
