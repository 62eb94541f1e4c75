"""Requests as far as a test needs them, made by the services of the product."""

from dataclasses import replace
from datetime import date
from typing import Any

from accede.foundation.access import Actor, Scope
from accede.modules.assistance.fields.requests import PaperDetails, RequestDetails
from accede.modules.assistance.services.filing import file_request, register_request
from tests.conftest import TODAY

STATED = RequestDetails(
    subject="Revue d’un texte de loi",
    kinds=("legislation",),
    beneficiary="Ministry of Justice of Samplonia (sample)",
    language="fr",
    text="Nous demandons une revue de notre texte de loi sur le financement du terrorisme.",
)
PAPER = PaperDetails(state_code="XSA", organisation=None, channel="note_verbale", received_on=date(2026, 11, 20))


def filed(by: Actor, *, state: str = "XSA", **stated: Any) -> int:
    """File a request as a focal point does; return its key."""
    return file_request(Scope("state", state), replace(STATED, **stated), by=by, at=TODAY)


def registered(by: Actor, *, state: str = "XSA", **stated: Any) -> int:
    """Register a request that came as a note verbale; return its key."""
    return register_request(replace(PAPER, state_code=state), replace(STATED, **stated), by=by, at=TODAY)
