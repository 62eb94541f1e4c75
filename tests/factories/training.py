"""Training events of invented activities, past the gates of which other tests tell."""

from datetime import date
from uuid import UUID

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance.models import Activity
from accede.modules.training.fields.events import EventDetails, SessionDetails
from accede.modules.training.fields.people import Nomination
from accede.modules.training.models import Call, Session
from accede.modules.training.services.flow import EVENTS
from accede.modules.training.services.nominating import nominate
from accede.modules.training.services.planning import add_session, prepare_event
from tests.factories.small_record import AT

EVENT = EventDetails(
    "Course on lanterns (sample)", "regional", "Samplonia City (sample)", date(2026, 12, 1), date(2026, 12, 1),
    date(2026, 12, 1), "20", "Those who write requests every week (sample).",
)  # fmt: skip
SESSION = SessionDetails("Drafting a request (sample)", date(2026, 12, 1), "1.5")


def activity(*states: str, stage: str = "in_delivery") -> int:
    """Record an activity in a state, past its gates."""
    owner = f"state:{states[0]}" if len(states) == 1 else "all"
    with acting(SYSTEM):
        row = Activity.objects.create(
            level="programme", owner=owner, state="planned", title="Lanterns (sample)", objective="A sample",
            kind="training", states=list(states), topics=["training", "cooperation"], languages=["en", "fr"],
            cited=["4"], requests=[1], first_day=date(2026, 11, 30), last_day=date(2026, 12, 1), reference="A-1",
            committed=100, recorded_at=AT,
        )  # fmt: skip
        for step in ("approved", "in_delivery"):
            if stage not in {"planned", row.state}:
                row.state, row.moved_at = step, AT
                row.save()
    return int(row.pk)


def event(*states: str, by: Actor = SYSTEM, stage: str = "in_delivery", steps: tuple[str, ...] = ("call",)) -> int:
    """Prepare an event with one session for States, and take steps with it."""
    with acting(by):
        number = prepare_event(activity(*states, stage=stage), EVENT, by=by, at=AT)
        add_session(number, SESSION, by=by, at=AT)
        moved(number, *steps, by=by)
    return number


def moved(number: int, *steps: str, by: Actor = SYSTEM) -> None:
    """Take steps with an event."""
    with acting(by):
        for step in steps:
            take_step(EVENTS, step, number, by=by, at=AT, face=Face.COMMAND, reason="A sample.")


def call(number: int, state: str) -> UUID:
    """Return the key of the call to a State."""
    with acting(SYSTEM):
        return Call.objects.get(event=number, state_code=state).pk


def session(number: int) -> UUID:
    """Return the key of the session of an event."""
    with acting(SYSTEM):
        return Session.objects.get(event=number).pk


def official(given: str, family: str, **beside: object) -> Nomination:
    """Return an official as an authority nominates one."""
    told: dict[str, object] = {
        "sex": "female", "birth_year": "1979", "organisation": "Court of Samplonia (sample)", "post": "",
        "function": "judge", "language": "fr", "email": "",
    }  # fmt: skip
    return Nomination(given, family, **{**told, **beside})  # type: ignore[arg-type]  # (of a test)


def nominated(number: int, state: str, one: Nomination, *, by: Actor = SYSTEM) -> UUID:
    """Nominate an official."""
    with acting(by):
        return nominate(call(number, state), one, by=by, at=AT)
