"""The workflow of a State's request for assistance, with the gates that its steps must pass.

The states are those of the programme: a request is written, received, acknowledged, screened, then accepted, deferred
or declined; it is delivered, completed, followed up and closed. Its State may withdraw it at any time. A gate passes
on a record, never on a typed “yes”: delivery begins with an activity that is being delivered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

FILE = "assistance.requests-file"
HANDLE = "assistance.requests-handle"
WRITTEN_CHANNELS = frozenset({"note_verbale", "letter", "e_mail", "mission"})
"""Channels by which a request comes as a paper, which is then kept with it."""


class RequestState(StrEnum):
    """Where a request is."""

    DRAFT = "draft"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    SCREENED = "screened"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    DECLINED = "declined"
    IN_DELIVERY = "in_delivery"
    COMPLETED = "completed"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the gates ask of a request.

    Attributes:
        is_whole: all is stated that a request must state.
        documents: how many kept files it came with.
        clauses: the clauses of the mandate under which it falls, as its screening found.
        is_named: another request is named into which it goes.
        delivering, delivered: how many activities for it are being delivered, and how many were.
    """

    is_whole: bool
    channel: str
    documents: int
    clauses: tuple[str, ...]
    is_named: bool
    delivering: int
    delivered: int


_RESOLUTION = "ECOSOC resolution 2007/18"


def _not_whole(asked: Asked) -> Mapping[str, object] | None:
    return None if asked.is_whole else {}


def _no_paper(asked: Asked) -> Mapping[str, object] | None:
    """A form that a State's focal point filed is a record itself; what came as a paper is kept with that paper."""
    return {} if asked.channel in WRITTEN_CHANNELS and not asked.documents else None


def _no_clause(asked: Asked) -> Mapping[str, object] | None:
    return None if asked.clauses else {}


def _not_named(asked: Asked) -> Mapping[str, object] | None:
    return None if asked.is_named else {}


def _not_delivering(asked: Asked) -> Mapping[str, object] | None:
    return None if asked.delivering else {}


def _not_delivered(asked: Asked) -> Mapping[str, object] | None:
    return None if asked.delivered and not asked.delivering else {"delivering": asked.delivering}


IS_WHOLE: Gate[Asked] = Gate("request.whole", Authority(_RESOLUTION, "1"), _not_whole)
HAS_PAPER: Gate[Asked] = Gate("request.paper", Authority(_RESOLUTION, "1"), _no_paper)
HAS_CLAUSE: Gate[Asked] = Gate("request.clause", Authority(_RESOLUTION, "1"), _no_clause)
IS_NAMED: Gate[Asked] = Gate("request.joined-to", Authority("docs/domain/rules.md", "Requests"), _not_named)
IS_DELIVERING: Gate[Asked] = Gate("request.delivering", Authority(_RESOLUTION, "1"), _not_delivering)
IS_DELIVERED: Gate[Asked] = Gate("request.delivered", Authority(_RESOLUTION, "1"), _not_delivered)

_S = RequestState
_HANDLED = (_S.RECEIVED, _S.ACKNOWLEDGED, _S.SCREENED, _S.ACCEPTED, _S.DEFERRED, _S.IN_DELIVERY)
_JOINING = (_S.RECEIVED, _S.ACKNOWLEDGED, _S.SCREENED, _S.ACCEPTED, _S.DEFERRED)

ENDED = frozenset({_S.DECLINED, _S.CLOSED, _S.WITHDRAWN, _S.JOINED})
"""States in which nothing more is to be done for a request."""
WITHOUT_DELIVERY = frozenset({_S.ACCEPTED, _S.DEFERRED})
"""States in which a request that has a price is a gap: it was not refused, and nothing pays for it yet."""

REQUEST: Workflow[RequestState, Asked] = Workflow(
    key="request",
    states=RequestState,
    start=_S.DRAFT,
    steps=(
        Step("submit", (_S.DRAFT,), _S.RECEIVED, FILE, needs=(IS_WHOLE,)),
        Step("register", (_S.DRAFT,), _S.RECEIVED, HANDLE, needs=(IS_WHOLE,)),
        Step("acknowledge", (_S.RECEIVED,), _S.ACKNOWLEDGED, HANDLE),
        Step("screen", (_S.ACKNOWLEDGED,), _S.SCREENED, HANDLE, needs=(HAS_CLAUSE,)),
        Step("accept", (_S.SCREENED,), _S.ACCEPTED, HANDLE, needs=(HAS_PAPER,), with_reason=True),
        Step("defer", (_S.SCREENED,), _S.DEFERRED, HANDLE, with_reason=True),
        Step("decline", (_S.SCREENED,), _S.DECLINED, HANDLE, with_reason=True),
        Step("resume", (_S.DEFERRED, _S.DECLINED), _S.SCREENED, HANDLE, with_reason=True),
        Step("deliver", (_S.ACCEPTED,), _S.IN_DELIVERY, HANDLE, needs=(IS_DELIVERING,)),
        Step("complete", (_S.IN_DELIVERY,), _S.COMPLETED, HANDLE, needs=(IS_DELIVERED,)),
        Step("follow-up", (_S.COMPLETED,), _S.FOLLOWED_UP, HANDLE, with_reason=True),
        Step("close", (_S.FOLLOWED_UP,), _S.CLOSED, HANDLE),
        Step("withdraw", (_S.DRAFT, *_HANDLED), _S.WITHDRAWN, FILE, with_reason=True),
        Step("note-withdrawal", _HANDLED, _S.WITHDRAWN, HANDLE, with_reason=True),
        Step("join", _JOINING, _S.JOINED, HANDLE, needs=(IS_NAMED,), with_reason=True),
        Step("separate", (_S.JOINED,), _S.RECEIVED, HANDLE, with_reason=True),
    ),
)
