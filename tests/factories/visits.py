"""Consents, visits and needs of invented States, made by the services of the product."""

import io
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.files.documents import Document
from accede.foundation.workflow.stepping import take_step
from accede.modules.assessments.fields.assessments import AssessmentDetails
from accede.modules.assessments.fields.consents import ConsentDetails, WithdrawalDetails
from accede.modules.assessments.fields.findings import FindingDetails, TeamDetails
from accede.modules.assessments.fields.needs import NeedDetails, PriorityDetails
from accede.modules.assessments.services.assessments import ASSESSMENTS, plan_assessment
from accede.modules.assessments.services.consents import record_consent, withdraw_consent
from accede.modules.assessments.services.findings import name_team, record_finding
from accede.modules.assessments.services.needs import agree_priority, record_need, share_need

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 2), date(2026, 11, 6)
TITLE = "Visit to the lighthouse of Samplonia (sample)"


def note(text: str = "Note verbale (sample).") -> Document:
    """Return a document."""
    return Document(io.BytesIO(text.encode()), "note.txt")


def consent(state: str, *, body: UUID, donor: UUID | None = None, **beside: Any) -> UUID:
    """Record a consent that covers the days and topics of the samples, and lets needs be shown to the donor."""
    details = ConsentDetails(
        state=state,
        authority="Ministry of Foreign Affairs (sample)",
        reference="Note verbale 7 (sample)",
        given_on=date(2026, 10, 1),
        valid_from=date(2026, 10, 1),
        valid_until=date(2027, 12, 31),
        topics=("legislation", "training"),
        participants=(str(body),),
        may_share=("needs",) if donor else (),
        share_with=(str(donor),) if donor else (),
    )
    return record_consent(replace(details, **beside), note(), by=SYSTEM, at=AT)


def planned(state: str, *, body: UUID, consent: UUID | None, **beside: Any) -> int:
    """Plan a visit."""
    details = AssessmentDetails(
        state=state,
        title=TITLE,
        kind="visit",
        form="comprehensive",
        lead="directorate",
        first_day=FIRST,
        last_day=LAST,
        topics=("legislation",),
        organisations=(str(body),),
        consent=consent,
    )
    return plan_assessment(replace(details, **beside), by=SYSTEM, at=AT)


def moved(number: int, *steps: str, reason: str = "") -> None:
    """Take steps in the name of the operator."""
    for step in steps:
        take_step(ASSESSMENTS, step, number, by=SYSTEM, at=AT, face=Face.COMMAND, reason=reason)


def need(state: str, *, visit: int | None, title: str = "Help to write a law (sample)", finding: str = "") -> UUID:
    """Record a need."""
    wanted = NeedDetails(state, title, "legislation", "A law on lanterns.", (), str(visit or ""), finding)
    return record_need(wanted, by=SYSTEM, at=AT)


def agreed(need: UUID, priority: str = "high") -> UUID:
    """Record that the State agrees to a priority."""
    agree_priority(need, PriorityDetails(priority, date(2026, 11, 20)), note("Yes (sample)."), by=SYSTEM, at=AT)
    return need


def withdrawn(consent: UUID) -> None:
    """Record that the State withdraws its consent."""
    withdraw_consent(consent, WithdrawalDetails(date(2026, 12, 1), "Note verbale 9 (sample)"), by=SYSTEM, at=AT)


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit with a finding and a need that is shared with the donor."""

    consent: UUID
    visit: int
    need: UUID


def visited(state: str, *, body: UUID, donor: UUID, title: str = "Help to write a law (sample)") -> Visited:
    """Make a visit of which a need is shared."""
    with acting(SYSTEM):
        given = consent(state, body=body, donor=donor)
        number = planned(state, body=body, consent=given)
        name_team(number, TeamDetails(body, "Legal expert, French"), by=SYSTEM, at=AT)
        moved(number, "agree", "make")
        found = record_finding(number, FindingDetails("legislation", "No law on lanterns."), by=SYSTEM, at=AT)
        wanted = agreed(need(state, visit=number, title=title, finding=str(found)))
        share_need(wanted, donor, by=SYSTEM, at=AT)
    return Visited(given, number, wanted)
