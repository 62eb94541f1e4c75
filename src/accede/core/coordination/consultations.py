"""The way of a consultation: sent, answered or not within the time, an objection resolved or not.

ECOSOC resolution 2007/18 wants other bodies consulted (paragraph 1), coordinated with (6) and closely coordinated with,
the Task Force too (4). What a body answered, by which document, is what the gates of an activity read
(`accede.core.assistance.gates`). Silence is no objection once the time is over, save where close coordination is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.assistance.gate_facts import Contact, Strength
from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

KEEP = "coordination.keep"
ANSWER = "coordination.answer"


class ConsultationState(StrEnum):
    """Where a consultation is."""

    DRAFT = "draft"
    SENT = "sent"
    AGREED = "agreed"
    NO_OBJECTION = "no_objection"
    SILENT = "silent"
    OBJECTED = "objected"
    RESOLVED = "resolved"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the gates ask of a consultation.

    Attributes:
        body: its key, where it no longer exists on the day; else "".
        has_focal_point: somebody is recorded to whom it can be sent.
        object_until: until when the body may answer.
        has_paper, has_resolution: the body's answer, and what settled its objection, are kept as documents.
    """

    strength: Strength
    today: date
    ended_body: str
    has_focal_point: bool
    object_until: date | None
    has_paper: bool
    has_resolution: bool


def _body_ended(asked: Consulted) -> Mapping[str, object] | None:
    return {"body": asked.ended_body} if asked.ended_body else None


def _nobody(asked: Consulted) -> Mapping[str, object] | None:
    return None if asked.has_focal_point else {}


def _too_late(asked: Consulted) -> Mapping[str, object] | None:
    until = asked.object_until
    return {"day": until.isoformat()} if until is not None and until < asked.today else None


def _no_paper(asked: Consulted) -> Mapping[str, object] | None:
    return None if asked.has_paper else {}


def _no_resolution(asked: Consulted) -> Mapping[str, object] | None:
    return None if asked.has_resolution else {}


def _not_over(asked: Consulted) -> Mapping[str, object] | None:
    until = asked.object_until
    return None if until is not None and until < asked.today else {"day": until.isoformat() if until else "–"}


def _wants_answer(asked: Consulted) -> Mapping[str, object] | None:
    return {} if asked.strength is Strength.CLOSELY_COORDINATED else None


_RESOLUTION = "ECOSOC resolution 2007/18"
_RULES = Authority("docs/domain/rules.md", "Coordination")
BODY_EXISTS: Gate[Consulted] = Gate("consultation.body", Authority(_RESOLUTION, "6"), _body_ended)
HAS_FOCAL_POINT: Gate[Consulted] = Gate("consultation.focal-point", _RULES, _nobody)
IN_TIME: Gate[Consulted] = Gate("consultation.in-time", _RULES, _too_late)
HAS_PAPER: Gate[Consulted] = Gate("consultation.paper", Authority(_RESOLUTION, "1"), _no_paper)
HAS_RESOLUTION: Gate[Consulted] = Gate("consultation.resolution", Authority(_RESOLUTION, "4"), _no_resolution)
IS_OVER: Gate[Consulted] = Gate("consultation.over", _RULES, _not_over)
MAY_BE_SILENT: Gate[Consulted] = Gate("consultation.silence", Authority(_RESOLUTION, "4"), _wants_answer)

_S = ConsultationState
CONSULTATION: Workflow[ConsultationState, Consulted] = Workflow(
    key="consultation",
    states=ConsultationState,
    start=_S.DRAFT,
    steps=(
        Step("send", (_S.DRAFT,), _S.SENT, KEEP, needs=(BODY_EXISTS, HAS_FOCAL_POINT)),
        Step("agree", (_S.SENT,), _S.AGREED, ANSWER, needs=(IN_TIME,)),
        Step("clear", (_S.SENT,), _S.NO_OBJECTION, ANSWER, needs=(IN_TIME,)),
        Step("object", (_S.SENT,), _S.OBJECTED, ANSWER, needs=(IN_TIME,), with_reason=True),
        Step("note-agreement", (_S.SENT, _S.SILENT), _S.AGREED, KEEP, needs=(HAS_PAPER,)),
        Step("note-clearance", (_S.SENT, _S.SILENT), _S.NO_OBJECTION, KEEP, needs=(HAS_PAPER,)),
        Step("note-objection", (_S.SENT, _S.SILENT), _S.OBJECTED, KEEP, needs=(HAS_PAPER,), with_reason=True),
        Step("lapse", (_S.SENT,), _S.SILENT, KEEP, needs=(IS_OVER, MAY_BE_SILENT)),
        Step("resolve", (_S.OBJECTED,), _S.RESOLVED, KEEP, needs=(HAS_RESOLUTION,), with_reason=True),
        Step("call-off", (_S.DRAFT, _S.SENT, _S.SILENT, _S.OBJECTED), _S.CALLED_OFF, KEEP, with_reason=True),
    ),
)
ANSWERED = {
    _S.SENT: "",
    _S.SILENT: "",
    _S.AGREED: "agreed",
    _S.NO_OBJECTION: "no_objection",
    _S.OBJECTED: "objected",
    _S.RESOLVED: "agreed",
}
"""What the gates of an activity read of a consultation: an objection that was resolved by a document is agreement."""


def contact_of(
    body: str, state: ConsultationState, *, sent_on: date, object_until: date | None, has_document: bool
) -> Contact | None:
    """Return a consultation as the gates of an activity read it; None for one that was not sent, or was called off."""
    if state not in ANSWERED:
        return None
    return Contact(body, sent_on, object_until, ANSWERED[state], has_document)


def claimants(leading: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Return the bodies that want to lead the same thing, where they are several; `leading`: body, and whether it does.

    Several bodies may take part; one leads (ECOSOC resolution 2007/18, paragraph 6).
    """
    found = tuple(dict.fromkeys(body for body, wants in leading if wants))
    return found if len(found) > 1 else ()
