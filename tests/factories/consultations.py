"""Focal points and consultations, made by the services of the product."""

from datetime import date
from uuid import UUID

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.coordination.fields.consultations import ConsultationDetails
from accede.modules.coordination.fields.focal_points import FocalPointDetails
from accede.modules.coordination.services.consultations import open_consultation
from accede.modules.coordination.services.flow import CONSULTATIONS
from accede.modules.coordination.services.focal_points import record_focal_point
from tests.conftest import TODAY


def office(organisation: UUID, body: str = "CTED", *, by: Actor = SYSTEM, language: str = "en") -> UUID:
    """Record an office that answers for a body."""
    details = FocalPointDetails(
        body=body,
        organisation=organisation,
        office=f"Office of {body} (sample)",
        email="office@example.org",
        language=language,
        week="mon_fri",
        valid_from=date(2026, 1, 1),
    )
    with acting(SYSTEM):
        return record_focal_point(details, by=by, at=TODAY)


def opened(office: UUID, visit: int, *, by: Actor = SYSTEM, strength: str = "consulted", days: str = "3") -> int:
    """Open a consultation about a visit."""
    wanted = ConsultationDetails(office, strength, days, "We plan a visit (sample). Do you object?")
    return open_consultation("visit", str(visit), wanted, by=by, at=TODAY)


def sent(office: UUID, visit: int, *, by: Actor = SYSTEM, strength: str = "consulted", days: str = "3") -> int:
    """Open a consultation about a visit and send it."""
    number = opened(office, visit, by=by, strength=strength, days=days)
    take_step(CONSULTATIONS, "send", number, by=by, at=TODAY, face=Face.WEB)
    return number
