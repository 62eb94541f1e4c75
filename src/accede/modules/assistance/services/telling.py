"""Who is told of what happens to a request: those who handle it, and those who may ask in its owner's name."""

from datetime import datetime
from uuid import UUID

from accede.foundation.access import SYSTEM, Permission
from accede.foundation.access.acting import acting
from accede.foundation.outbox.notices import NoticeType, notify
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.identity.queries.holders import holders_of


def tell_programme(
    kind: NoticeType, row: AssistanceRequest, *, at: datetime, but: UUID | None = None, once: str = "", **words: object
) -> None:
    """Tell the officer of a request; where it has none, everybody who could be."""
    persons = [row.officer] if row.officer else _holders(REQUESTS_HANDLE, row, at)
    _tell(kind, row, persons, at=at, but=but, once=once, **words)


def tell_requester(
    kind: NoticeType, row: AssistanceRequest, *, at: datetime, but: UUID | None = None, once: str = "", **words: object
) -> None:
    """Tell everybody who may ask in the name of the request's State or organisation."""
    _tell(kind, row, _holders(REQUESTS_FILE, row, at), at=at, but=but, once=once, **words)


def _holders(permission: Permission, row: AssistanceRequest, at: datetime) -> list[UUID]:
    with acting(SYSTEM):
        return [one.person for one in holders_of(permission, over=row.belongs_to, on=at.date(), reader=SYSTEM)]


def _tell(
    kind: NoticeType,
    row: AssistanceRequest,
    persons: list[UUID],
    *,
    at: datetime,
    but: UUID | None,
    once: str,
    **words: object,
) -> None:
    others = [person for person in persons if person != but]
    notify(kind, others, at=at, about=str(row.pk), once=once, request=row.reference or row.subject, **words)
