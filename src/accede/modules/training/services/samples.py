"""A training event of the sample programme: called, with nominations of two invented States, before its selection.

Made only where there are sample people, in their names, by the services that everybody uses. It goes no further: no
sample passes the gates of the mandate, and nobody is invited before they are passed.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance.fields.activities import ActivityDetails
from accede.modules.assistance.services.activities import plan_activity
from accede.modules.identity.services.samples import STATE_A, STATE_B, sample_actor
from accede.modules.training.fields.events import EventDetails, SessionDetails
from accede.modules.training.fields.people import Nomination
from accede.modules.training.models import Call, TrainingEvent
from accede.modules.training.services.flow import EVENTS
from accede.modules.training.services.nominating import nominate
from accede.modules.training.services.planning import add_session, prepare_event

_FACE = Face.COMMAND
TITLE = "Regional workshop on requests for extradition (sample)"
_COURT, _MINISTRY = "Cour d’appel de Samplonia (sample)", "Ministry of Justice of Examplia (sample)"
_NOMINATED = (
    (STATE_A, Nomination("Awa", "Exemple", "female", "1981", _COURT, "", "judge", "fr", "")),
    (STATE_A, Nomination("محمد", "المثال", "male", "1979", _COURT, "", "prosecutor", "ar", "")),
    (
        STATE_B,
        Nomination("Rita", "Specimen", "female", "", _MINISTRY, "", "central_authority", "en", ""),
    ),
    (STATE_B, Nomination("Pavel", "Primer", "male", "1975", _MINISTRY, "", "investigator", "ru", "")),
)


@transaction.atomic
def make_sample_training(*, at: datetime) -> None:
    """Record the training event of the sample programme, where it is not there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    with acting(SYSTEM):
        if TrainingEvent.objects.filter(title=TITLE).exists():
            return
        officer = sample_actor("officer", on=at.date())
    first = at.date() + timedelta(days=90)
    last = first + timedelta(days=1)
    planned = ActivityDetails(
        TITLE, "Central authorities answer requests in time (sample).", "training", (STATE_A, STATE_B), (), (),
        ("cooperation", "training"), ("fr", "en"), ("1", "4"), first, last, "experts 9000",
    )  # fmt: skip
    prepared = EventDetails(
        TITLE, "regional", "Samplonia City (sample)", first, last, at.date() + timedelta(days=60), "3",
        "They write or answer requests every week; women and men alike (sample).",
    )  # fmt: skip
    with acting(officer):
        activity = plan_activity(planned, by=officer, at=at, face=_FACE)
        number = prepare_event(activity, prepared, by=officer, at=at, face=_FACE)
        add_session(number, SessionDetails("Drafting a request (sample)", first, "3"), by=officer, at=at, face=_FACE)
        add_session(number, SessionDetails("Humane treatment (sample)", last, "2.5"), by=officer, at=at, face=_FACE)
        take_step(EVENTS, "call", number, by=officer, at=at, face=_FACE)
        calls = dict(Call.objects.filter(event=number).values_list("state_code", "pk"))
        for state, one in _NOMINATED:
            nominate(calls[state], one, by=officer, at=at, face=_FACE)
