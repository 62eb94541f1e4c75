"""Certificates: for those who may see them, and what anybody learns who checks a number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.modules.training.models import Certificate
from accede.modules.training.queries.people import participant_rows

_NUMBER = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """A certificate in the words in which it was issued."""

    number: str
    issued_on: date
    words: Mapping[str, Any]
    shown: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What whoever checks a certificate learns; empty where the holder shows no more."""

    number: str
    issued_on: date
    name: str = ""
    title: str = ""
    first_day: date | None = None
    last_day: date | None = None


def certificate_of(actor: Actor, participant: UUID) -> CertificateFacts | None:
    """Return the certificate of a participant, None if there is none for this actor."""
    rows = Certificate.objects.visible_to(actor).filter(participant__in=participant_rows(actor), pk=participant)
    # A protected name is for the two people named on the row, whatever else somebody may read.
    row = next((one for one in rows if one.level == "programme" or actor.person in one.readers), None)
    return None if row is None else CertificateFacts(row.number, row.issued_on, row.words, row.shown)


def check_certificate(number: str) -> Checked | None:
    """Return what a certificate shows to all, as its holder wants it; None where there is no such number."""
    wanted = number.strip().upper()
    if not _NUMBER.fullmatch(wanted):
        return None
    with acting(SYSTEM):
        row = Certificate.objects.filter(number=wanted).first()
    if row is None:
        return None
    found = Checked(row.number, row.issued_on)
    if row.shown == "nothing":
        return found
    days = [date.fromisoformat(row.words[one]) for one in ("first_day", "last_day")]
    name = row.words["name"] if row.shown == "name" else ""
    return Checked(row.number, row.issued_on, name, row.words["title"], *days)
