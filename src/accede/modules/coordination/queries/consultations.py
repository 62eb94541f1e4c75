"""Consultations, as far as the reader may see them, and what the gates of others read of them."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from accede.core.assistance.gate_facts import Contact
from accede.core.coordination.bodies import spoken_for
from accede.core.coordination.consultations import ConsultationState, claimants, contact_of
from accede.foundation.access import ALL, Actor, Scope, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP, COORDINATION_READ
from accede.modules.coordination.fields.consultations import ConsultationFacts
from accede.modules.coordination.models import Consultation
from accede.modules.coordination.queries.bodies import all_bodies, body_name
from accede.modules.coordination.queries.subjects import subject_kinds
from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.reference.queries.states import short_names

_DUE_FIRST = (F("object_until").asc(nulls_first=True), "opened_at", "id")
_OPEN = ("draft", "sent", "objected")
_WAITS = {"draft": "programme", "sent": "body", "objected": "programme"}


def consultation_rows(actor: Actor) -> "QuerySet[Consultation]":
    """Return the rows that the actor may see: the programme's all; a body's those that were sent to it."""
    rows: QuerySet[Consultation] = Consultation.objects.visible_to(actor)
    if can(actor, COORDINATION_READ, on=ALL):
        return rows
    answered_for = [str(one.scope) for one in actor.grants if can(actor, CONSULTATIONS_ANSWER, on=one.scope)]
    return rows.filter(owner__in=answered_for, sent_on__isnull=False)


def consultations_visible_to(actor: Actor) -> RowsOfTable[ConsultationFacts]:
    """Return the consultations that the actor may see, what is due first."""
    return RowsOfTable(consultation_rows(actor).select_related("focal_point").order_by(*_DUE_FIRST), consultation_facts)


def consultations_open(actor: Actor) -> RowsOfTable[ConsultationFacts]:
    """Return what waits for somebody: for a body's answer, or for the programme."""
    rows = consultation_rows(actor).filter(state__in=_OPEN).select_related("focal_point")
    return RowsOfTable(rows.order_by(*_DUE_FIRST), consultation_facts)


def consultation_visible_to(actor: Actor, number: int) -> ConsultationFacts | None:
    """Return one consultation, None if there is none for this actor."""
    return next(iter(consultation_facts(list(_of(actor, number)))), None)


def letter_kept(actor: Actor, number: int) -> "dict[str, Any] | None":
    """Return the words of the letter as they were sent, None where none was sent or the actor may not see it."""
    return next((row.letter for row in _of(actor, number) if row.letter), None)


def consultations_about(actor: Actor, kind: str, key: str) -> Sequence[ConsultationFacts]:
    """Return the consultations about a thing that the actor may see, in the order in which they were opened."""
    rows = consultation_rows(actor).filter(subject_kind=kind, subject_key=key).order_by("opened_at", "id")
    return consultation_facts(list(rows.select_related("focal_point")))


def leaders_of(actor: Actor, kind: str, key: str) -> tuple[str, ...]:
    """Return the names of the bodies that want to lead one thing, where they are several."""
    rows = consultation_rows(actor).filter(subject_kind=kind, subject_key=key).exclude(state="called_off")
    found = rows.order_by("opened_at", "id").values_list("body", "wants_lead")
    return tuple(body_name(body) for body in claimants(found))


def consultations_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which consultations the actor may see, by their keys; for what notices are about."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    return {str(key) for key in consultation_rows(actor).filter(pk__in=numbers).values_list("pk", flat=True)}


def waiting_for(actor: Actor) -> int:
    """Return how many consultations wait for the actor: for their body's answer, or for the programme's next step."""
    waits = Q(pk__in=[])
    if can(actor, COORDINATION_KEEP):
        waits |= Q(state__in=["draft", "objected"])
    if can(actor, CONSULTATIONS_ANSWER):
        owners = [str(one.scope) for one in actor.grants if can(actor, CONSULTATIONS_ANSWER, on=one.scope)]
        waits |= Q(state="sent", owner__in=owners)
    return consultation_rows(actor).filter(waits).count()


def consultations_between(actor: Actor, first: date, last: date) -> Sequence[ConsultationFacts]:
    """Return the consultations of which the time to answer ends between two days."""
    rows = consultation_rows(actor).filter(state="sent", object_until__gte=first, object_until__lte=last)
    return consultation_facts(list(rows.select_related("focal_point").order_by("object_until", "id")))


Spoken = tuple[date, Contact]
"""A consultation as the gates read it, with the day on which its body last spoke."""


def contacts_about(kind: str, keys: Collection[str]) -> Mapping[str, Sequence[Spoken]]:
    """Return the consultations about things of one kind, by their keys. Two queries.

    The caller acts as the product: gates ask for what is. A body that took over the work of one that has ended answers
    for both.
    """
    bodies = all_bodies()
    found: defaultdict[str, list[Spoken]] = defaultdict(list)
    rows = Consultation.objects.filter(subject_kind=kind, subject_key__in=keys, sent_on__isnull=False)
    for row in rows.order_by("sent_on", "opened_at", "id"):
        if row.sent_on is None or row.body not in bodies:
            continue
        for body in spoken_for(bodies[row.body], bodies.values(), row.sent_on):
            contact = contact_of(
                body,
                ConsultationState(row.state),
                sent_on=row.sent_on,
                object_until=row.object_until,
                has_document=bool(row.letter),
            )
            found[row.subject_key] += [(row.answered_on or row.sent_on, contact)] if contact else []
    return found


def count_consultations(asked: Asked) -> Evidence | None:
    """Return how many consultations were sent between two days, and the newest of them, as the reader sees them."""
    if not can(asked.reader, COORDINATION_READ):
        return None
    rows = consultation_rows(asked.reader).filter(sent_on__lte=asked.until).exclude(state="called_off")
    if asked.since is not None:
        rows = rows.filter(sent_on__gte=asked.since)
    days = [day for day in rows.values_list("sent_on", flat=True) if day is not None]
    return Evidence(len(days), max(days, default=None), "coordination:consultations", keeps_day=False)


def hash_of(token: str) -> bytes:
    """Return what is kept of the link of a consultation."""
    return hashlib.sha256(token.encode()).digest()


def scope_of(organisation: object) -> Scope:
    """Return the scope of an organisation."""
    return Scope("organisation", str(organisation))


def consultation_facts(rows: Sequence[Consultation]) -> list[ConsultationFacts]:
    """Return rows as plain facts; names by one question."""
    states = short_names({code for row in rows for code in row.states}, language=readers_language()) if rows else {}
    return [_fact(row, states) for row in rows]


def _of(actor: Actor, number: int) -> "QuerySet[Consultation]":
    return consultation_rows(actor).filter(pk=number).select_related("focal_point")


def _fact(row: Consultation, states: dict[str, str]) -> ConsultationFacts:
    kind = subject_kinds().get(row.subject_kind)
    return ConsultationFacts(
        number=row.pk,
        owner=row.belongs_to,
        body=row.body,
        body_name=body_name(row.body),
        office=row.focal_point.office,
        subject_kind=row.subject_kind,
        subject_key=row.subject_key,
        subject_words=str(kind.label) if kind else row.subject_kind,
        title=row.title,
        states=tuple(row.states),
        state_names=tuple(states.get(code, code) for code in row.states),
        topics=tuple(row.topics),
        first_day=row.first_day,
        last_day=row.last_day,
        strength=row.strength,
        words=row.words,
        working_days=row.working_days,
        stage=row.state,
        sent_on=row.sent_on,
        object_until=row.object_until,
        answered_on=row.answered_on,
        answered_through=row.answered_through,
        objection=row.objection,
        reason=row.reason,
        wants_lead=row.wants_lead,
        paper=row.paper,
        resolution=row.resolution,
        waits_for=_WAITS.get(row.state, "nobody"),
    )
