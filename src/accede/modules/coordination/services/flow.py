"""The way of consultations as it is run: what the gates ask, and what a step does."""

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from accede.core.assistance.gate_facts import Strength
from accede.core.coordination.consultations import CONSULTATION, Consulted
from accede.core.coordination.working_days import day_after
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.files.documents import is_here
from accede.foundation.outbox.letters import Recipient, send, stop_about
from accede.foundation.outbox.notices import notify
from accede.foundation.texts import format_day, isolated
from accede.foundation.workflow.flow import Flow, Move
from accede.modules.coordination import events
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP
from accede.modules.coordination.fields.workflow import CONSULTATION_WORDS
from accede.modules.coordination.models import Consultation
from accede.modules.coordination.queries.bodies import all_bodies, body_name
from accede.modules.coordination.queries.consultations import consultation_rows, hash_of
from accede.modules.coordination.services.letters import letter_of
from accede.modules.identity.queries.holders import holders_of

Written = Mapping[str, object]
PORTAL, LINK, PAPER = "portal", "link", "paper"


def letter_about(number: int) -> str:
    """Return how the outbox calls the letter of a consultation."""
    return f"consultation:{number}"


def facts_of(row: Consultation, by: Actor, at: datetime) -> Consulted:
    """Return what the gates ask."""
    del by
    body, office, today = all_bodies().get(row.body), row.focal_point, at.date()
    has_ended = body is None or not body.exists_on(today)
    counts = office.valid_from <= today and (office.valid_until is None or today < office.valid_until)
    return Consulted(
        strength=Strength(row.strength),
        today=today,
        ended_body=body_name(row.body) if has_ended else "",
        has_focal_point=counts,
        object_until=row.object_until,
        has_paper=row.answered_through == LINK or is_here(row.paper),
        has_resolution=is_here(row.resolution),
    )


def _send(row: Consultation, move: Move) -> Written:
    """Write the letter, send it with a link that works once, and tell those who answer for the body here."""
    office, sent_on = row.focal_point, move.at.date()
    until = day_after(sent_on, row.working_days, week=office.week, closed=frozenset(office.closed))
    token = secrets.token_urlsafe(32)
    with translation.override(office.language):
        path = reverse("coordination:answer-by-link", args=[token])
    letter = letter_of(row, sent_on=sent_on, object_until=until)
    send(
        "coordination/mail/consultation",
        Recipient(office.email, office.language),
        context={"letter": letter, "address": f"{settings.ACCEDE_SITE}{path}"},
        about=letter_about(row.pk),
        asked_by=move.by.person,
        until=datetime.combine(until, time.max, UTC),
    )
    with acting(SYSTEM):
        found = holders_of(CONSULTATIONS_ANSWER, over=row.belongs_to, on=sent_on, reader=SYSTEM)
    told = {"body": body_name(row.body), "title": row.title or str(row.pk)}
    day = format_day(until, office.language)
    notify(events.ASKED, [one.person for one in found], at=move.at, about=str(row.pk), day=day, **told)
    return {"sent_on": sent_on, "object_until": until, "letter": letter, "token_hash": hash_of(token)}


def _answered(*, objects: bool, signed_in: bool) -> Callable[[Consultation, Move], Written]:
    """Return what an answer does: it is dated, the link works no more, and whoever opened the consultation is told."""

    def effect(row: Consultation, move: Move) -> Written:
        stop_about(letter_about(row.pk))
        told = {"body": body_name(row.body), "title": isolated(row.title or str(row.pk))}
        whom = [row.opened_by] if row.opened_by and row.opened_by != move.by.person else []
        notify(events.ANSWERED, whom, at=move.at, about=str(row.pk), **told)
        return {
            "token_hash": None,
            "answered_on": row.answered_on or move.at.date(),
            "answered_through": PORTAL if signed_in else row.answered_through or PAPER,
            **({"objection": move.reason} if objects else {}),
        }

    return effect


def _closed(row: Consultation, move: Move) -> Written:
    del move
    stop_about(letter_about(row.pk))
    return {"token_hash": None}


CONSULTATIONS: Flow[Consultation] = Flow(
    table=CONSULTATION,
    words=CONSULTATION_WORDS,
    permissions=(COORDINATION_KEEP, CONSULTATIONS_ANSWER),
    events=events.STEPS,
    rows=lambda actor: consultation_rows(actor).select_related("focal_point"),
    facts=facts_of,
    subject=lambda row: events.consultation_subject(row.pk, row.belongs_to),
    told=lambda row: {"body": body_name(row.body)},
    effects={
        "send": _send,
        "agree": _answered(objects=False, signed_in=True),
        "clear": _answered(objects=False, signed_in=True),
        "object": _answered(objects=True, signed_in=True),
        "note-agreement": _answered(objects=False, signed_in=False),
        "note-clearance": _answered(objects=False, signed_in=False),
        "note-objection": _answered(objects=True, signed_in=False),
        "lapse": _closed,
        "call-off": _closed,
    },
)
