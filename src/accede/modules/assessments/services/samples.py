"""Visits of the sample programme: a consent, the visit that rests on it with its need, and a visit without consent.

Made only where there are sample people; every title, finding and document says that it is a sample.
"""

import io
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.foundation.files.documents import Document
from accede.foundation.workflow.stepping import take_step
from accede.modules.assessments.fields.assessments import AssessmentDetails
from accede.modules.assessments.fields.consents import ConsentDetails
from accede.modules.assessments.fields.findings import FindingDetails, RecommendationDetails, TeamDetails
from accede.modules.assessments.fields.needs import NeedDetails, PriorityDetails
from accede.modules.assessments.models import Consent
from accede.modules.assessments.services.assessments import ASSESSMENTS, keep_report, plan_assessment
from accede.modules.assessments.services.consents import record_consent
from accede.modules.assessments.services.findings import name_team, recommend, record_finding
from accede.modules.assessments.services.needs import agree_priority, record_need, share_need
from accede.modules.identity.services.samples import DONOR_B, SECRETARIAT, STATE_A, STATE_B, sample_organisation

REFERENCE = "Note verbale 14/2008 (sample)"
FIRST, LAST = date(2008, 6, 2), date(2008, 6, 6)
_FACE = Face.COMMAND


def sample_document(text: str) -> Document:
    """Return a document of the sample programme, which says that it is one."""
    words = f"{text} This document is a sample: States, persons and facts in it are invented.\n"
    return Document(io.BytesIO(words.encode()), "sample.txt")


@transaction.atomic
def make_sample_visits(*, at: datetime) -> None:
    """Record the consents, visits, findings and needs of the sample programme, where none of it is there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    if Consent.objects.filter(reference=REFERENCE).exists():
        return
    body, donor = sample_organisation(SECRETARIAT, at=at), sample_organisation(DONOR_B, at=at)
    consent = _consent(body, donor, at=at)
    _visit(body, donor, consent, at=at)
    without = _plan(
        "Visit to the courts of Examplia (sample)", STATE_B, (date(2010, 9, 6), date(2010, 9, 10)), body, None
    )
    plan_assessment(without, by=SYSTEM, at=at, face=_FACE)


def _consent(body: UUID, donor: UUID, *, at: datetime) -> UUID:
    given = ConsentDetails(
        state=STATE_A,
        authority="Ministry of Foreign Affairs of Samplonia (sample)",
        reference=REFERENCE,
        given_on=date(2008, 3, 3),
        valid_from=date(2008, 3, 3),
        # What is shared is shared while the consent counts: of a sample, for as long as somebody may look at it.
        valid_until=date(at.year + 1, 12, 31),
        topics=("legislation", "training"),
        participants=(str(body),),
        may_share=("needs",),
        share_with=(str(donor),),
    )
    paper = sample_document("The Government consents to a visit from 2 to 6 June 2008.")
    return record_consent(given, paper, by=SYSTEM, at=at, face=_FACE)


def _visit(body: UUID, donor: UUID, consent: UUID, *, at: datetime) -> None:
    plan = _plan("Visit to the ministries of Samplonia (sample)", STATE_A, (FIRST, LAST), body, consent)
    visit = plan_assessment(plan, by=SYSTEM, at=at, face=_FACE)
    name_team(visit, TeamDetails(body, "Legal expert, French (sample)"), by=SYSTEM, at=at, face=_FACE)
    for step in ("agree", "make"):
        take_step(ASSESSMENTS, step, visit, by=SYSTEM, at=at, face=_FACE)
    what = "The draft law of 2006 does not make the financing of terrorism an offence of its own (sample)."
    found = str(
        record_finding(visit, FindingDetails("legislation", what, "FINANCING-1999", "2"), by=SYSTEM, at=at, face=_FACE)
    )
    wanted = RecommendationDetails(
        "recommendation", "Have the draft reviewed by experts of the same legal tradition (sample).", "programme", found
    )
    recommend(visit, wanted, by=SYSTEM, at=at, face=_FACE)
    keep_report(visit, sample_document("Report of the visit."), by=SYSTEM, at=at, face=_FACE)
    details = NeedDetails(
        STATE_A, "Review of the draft law on the financing of terrorism (sample)", "legislation",
        "Two experts for two weeks, in French (sample).", ("FINANCING-1999",), str(visit), found,
    )  # fmt: skip
    need = record_need(details, by=SYSTEM, at=at, face=_FACE)
    letter = sample_document("The Government agrees that this need is of high priority.")
    agree_priority(need, PriorityDetails("high", date(2008, 7, 1)), letter, by=SYSTEM, at=at, face=_FACE)
    share_need(need, donor, by=SYSTEM, at=at, face=_FACE)


def _plan(title: str, state: str, days: tuple[date, date], body: UUID, consent: UUID | None) -> AssessmentDetails:
    return AssessmentDetails(
        state=state,
        title=title,
        kind="visit",
        form="comprehensive",
        lead="programme",
        first_day=days[0],
        last_day=days[1],
        topics=("legislation",),
        organisations=(str(body),),
        consent=consent,
    )
