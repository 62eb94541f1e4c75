"""Outcomes of invented States, made by the services of the product."""

from dataclasses import replace
from datetime import date
from typing import Any

from accede.foundation.access import SYSTEM, Actor
from accede.modules.outcomes.fields.outcomes import OutcomeDetails
from accede.modules.outcomes.services.recording import record_outcome
from tests.conftest import TODAY

AUTHORITY = "Central Authority of Samplonia (sample)"
STATED = OutcomeDetails(
    state="XSA",
    kind="authority",
    title="Samplonia designated a central authority (sample)",
    reference=AUTHORITY,
    happened_on=date(2026, 11, 30),
    contributed=(),
    how="The visit showed how neighbours have done it (sample).",
    said_by="Note verbale 9 (sample)",
)


def recorded(visit: int, *, by: Actor = SYSTEM, **stated: Any) -> int:
    """Record an outcome to which a visit contributed; return its number."""
    return record_outcome(replace(STATED, contributed=(f"visit:{visit}",), **stated), by=by, at=TODAY)
