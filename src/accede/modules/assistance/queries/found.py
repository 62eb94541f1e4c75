"""Requests as they are found: plain rows, all of them or those of some keys."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from accede.foundation.access import ALL, Actor, Level, can
from accede.modules.assistance.access import REQUESTS_READ
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.queries.requests import rows_visible_to


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with what says who may see it."""

    id: int
    reference: str
    subject: str
    beneficiary: str
    paper: str
    language: str
    text: str
    level: Level
    owner: str


def request_rows(keys: Collection[str] | None) -> Iterator[RequestRow]:
    """Yield requests that were received, all for None. One query."""
    rows = AssistanceRequest.objects.exclude(reference="")
    if keys is not None:
        rows = rows.filter(pk__in=[int(key) for key in keys])
    columns = ("id", "reference", "subject", "beneficiary", "paper", "language", "text", "level", "owner")
    for key, reference, subject, beneficiary, paper, language, text, level, owner in rows.values_list(*columns):
        yield RequestRow(key, reference, subject, beneficiary, paper, language, text, Level(level), owner)


def keys_seen(actor: Actor) -> Collection[str] | None:
    """Return the keys of the requests that an actor may see; None for all whose rows open to them."""
    if can(actor, REQUESTS_READ, on=ALL):
        return None
    return frozenset(map(str, rows_visible_to(actor).exclude(reference="").values_list("pk", flat=True)))
