"""Consultations about what is done for one State, for its file, as far as the reader may see them."""

from collections.abc import Collection, Mapping

from django.db.models import Q

from accede.foundation.access import Actor
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.consultations import consultation_rows
from accede.modules.reference.queries.of_state import MOST, Line


def consultations_of_state(actor: Actor, subjects: Mapping[str, Collection[str]]) -> list[Line]:
    """Return the consultations about things by kind and key, such as a State's visits, the latest first. One query."""
    wanted = Q(pk__in=[])
    for kind, keys in subjects.items():
        wanted |= Q(subject_kind=kind, subject_key__in=keys)
    rows = consultation_rows(actor).filter(wanted, sent_on__isnull=False).order_by("-sent_on", "-id")
    found = rows.values_list("id", "sent_on", "answered_on", "body", "title", "state")[:MOST]
    return [
        Line(str(key), sent, answered, f"{body_name(body)} – {title}" if title else body_name(body), state)
        for key, sent, answered, body, title, state in found
    ]
