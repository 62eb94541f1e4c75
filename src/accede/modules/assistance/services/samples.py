"""Requests and activities of the sample programme: asked, acknowledged, screened, accepted, past the gates, or not yet.

Made only where there are sample people, in their names, by the services that everybody uses; every text says that it
is a sample. No sample passes the gate of the mandate: whether the draft resolution was adopted is a fact of the real
record, which somebody has to read in the source and confirm, and no sample touches it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Actor, Refused, Scope
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.assessments.services.samples import sample_document
from accede.modules.assistance.fields.activities import ActivityDetails
from accede.modules.assistance.fields.papers import BODIES, QUESTIONS, PaperDetails
from accede.modules.assistance.fields.requests import PaperDetails as LetterDetails
from accede.modules.assistance.fields.requests import RequestDetails
from accede.modules.assistance.fields.screening import ScreeningDetails
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.services.activities import fund_activity, plan_activity
from accede.modules.assistance.services.filing import STATE, attach_file, file_request, register_request
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.handling import record_screening
from accede.modules.assistance.services.papers import add_paper
from accede.modules.assistance.services.questions import ask
from accede.modules.identity.services.samples import STATE_A, STATE_B, sample_actor

_FACE = Face.COMMAND
LAW = "Revue d’un avant-projet de loi sur le financement du terrorisme (sample)"
TRAINING = "Training of judges and prosecutors on extradition (sample)"
NEGOTIATION = "Negotiation of treaties on mutual legal assistance with five neighbours (sample)"
AUTHORITY = "Création d’une autorité centrale (sample)"
JOINING = "Aide à l’adhésion à deux instruments (sample)"
COURSE = "Course on extradition for judges and prosecutors of Examplia (sample)"
ROUNDS = "Rounds of negotiation of Examplia with its neighbours (sample)"


@dataclass(frozen=True, slots=True)
class _Letter:
    """A request that came as a note verbale, why it is accepted, and the activity that answers it."""

    stated: RequestDetails
    received_on: date
    estimate: str
    why: str
    activity: ActivityDetails
    papers: tuple[PaperDetails, ...]


_FILED = (
    RequestDetails(
        LAW, ("legislation", "financing"), "Ministère de la justice de Samplonia (sample)", "fr",
        "Nous demandons une revue de notre avant-projet de loi par deux experts (sample).",
        instruments=("FINANCING-1999",), recommendations=("5",),
    ),
    RequestDetails(
        AUTHORITY, ("central_authorities",), "Ministère de la justice de Samplonia (sample)", "fr",
        "Nous demandons conseil pour la création d’une autorité centrale (sample).",
    ),
    RequestDetails(
        JOINING, ("joining",), "Ministère de la justice de Samplonia (sample)", "fr",
        "Nous demandons une aide pour adhérer à deux instruments (sample).",
    ),
)  # fmt: skip
"""What the focal point asks: the first is accepted, the second waits for an answer, the third for an officer."""
_HEARD = date(2008, 11, 3)
_LETTERS = (
    _Letter(
        RequestDetails(
            TRAINING, ("training",), "Ministry of Justice of Examplia (sample)", "en",
            "We ask for a course of one week for twenty judges and prosecutors (sample).",
            paper="NV 112 (sample)", dated_on=date(2008, 10, 6),
        ),
        date(2008, 10, 9), "30000", "Training is what paragraph 4 asks for (sample).",
        ActivityDetails(
            COURSE, "Judges and prosecutors can answer a request for extradition (sample).", "training", (STATE_B,), (),
            (), ("cooperation", "training"), ("en",), ("1", "4"), date(2009, 3, 2), date(2009, 3, 6),
            "experts 12000\ntravel_representatives 18000",
        ),
        (
            *(PaperDetails("contact", body, _HEARD, answer="agreed") for body in BODIES),
            PaperDetails("decision", "6", _HEARD, answer="no", text="In one week and one State: alone (sample)."),
            PaperDetails(
                "decision", "5", _HEARD, answer="yes", text="The course has a day on fair trial (sample).",
                budget_line="experts", indicator="Participants who know the guarantees of a fair trial (sample)",
            ),
            PaperDetails("screening", on=_HEARD, codes=tuple(QUESTIONS)),
        ),
    ),
    _Letter(
        RequestDetails(
            NEGOTIATION, ("treaties",), "Ministry of Justice of Examplia (sample)", "en",
            "We ask for help over three years to negotiate treaties with our five neighbours (sample).",
            paper="NV 31 (sample)", dated_on=date(2010, 3, 1),
        ),
        date(2010, 3, 4), "2500000", "It is wanted; nothing pays for it yet (sample).",
        ActivityDetails(
            ROUNDS, "Five treaties are ready to be signed (sample).", "cooperation", (STATE_B,),
            (), (), ("cooperation",), ("en",), ("1",), date(2010, 9, 6), date(2011, 9, 30),
            "consultants 1500000\ntravel_representatives 1000000",
        ),
        (PaperDetails(
            "exception", "assistance.coordination", date(2010, 5, 3),
            text="The Committee was told by telephone and has not written yet (sample).",
        ),),
    ),
)  # fmt: skip
"""What came as letters: a course that is paid for, and rounds of negotiation that nothing pays for yet."""


@transaction.atomic
def make_sample_requests(*, at: datetime) -> None:
    """Record the requests and activities of the sample programme, where none of them is there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    with acting(SYSTEM):
        if AssistanceRequest.objects.filter(subject=LAW).exists():
            return
        focal, officer, finance = (sample_actor(key, on=at.date()) for key in ("focal-a", "officer", "finance"))
    with acting(focal):
        asked = [file_request(Scope(STATE, STATE_A), one, by=focal, at=at, face=_FACE) for one in _FILED]
    with acting(officer):
        _accept(asked[0], "18000", "The draft falls under paragraph 1 (sample).", by=officer, at=at)
        take_step(REQUESTS, "acknowledge", asked[1], by=officer, at=at, face=_FACE)
        ask(asked[1], "Which ministry is to hold the authority? (sample)", by=officer, at=at, face=_FACE)
        planned = [_planned(one, by=officer, at=at) for one in _LETTERS]
    with acting(finance):
        for activity in planned:
            fund_activity(activity, by=finance, at=at, face=_FACE)


def _planned(one: _Letter, *, by: Actor, at: datetime) -> int:
    """Register a request that came as a letter, accept it, and plan the activity that answers it, with its papers."""
    letter = LetterDetails(STATE_B, None, "note_verbale", one.received_on)
    key = register_request(letter, one.stated, by=by, at=at, face=_FACE)
    paper = sample_document(one.stated.text)
    attach_file(key, paper.stream, name=paper.name, by=by, at=at, face=_FACE)
    _accept(key, one.estimate, one.why, by=by, at=at)
    activity = plan_activity(replace(one.activity, requests=(str(key),)), by=by, at=at, face=_FACE)
    for details in one.papers:
        document = sample_document(details.text or "Of the programme.")
        add_paper(activity, details, document, by=by, at=at, face=_FACE)
    return activity


def _accept(key: int, estimate: str, why: str, *, by: Actor, at: datetime) -> None:
    take_step(REQUESTS, "acknowledge", key, by=by, at=at, face=_FACE)
    record_screening(key, ScreeningDetails(("1",), why, estimate), by=by, at=at, face=_FACE)
    take_step(REQUESTS, "screen", key, by=by, at=at, face=_FACE)
    take_step(REQUESTS, "accept", key, by=by, at=at, face=_FACE, reason=why)
