"""A person's inbox: what they were told, as far as they may still see what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accede.foundation.access import Actor, Refused
from accede.foundation.audit.timeline import told
from accede.foundation.outbox.letters import letters_to
from accede.foundation.outbox.models import Choice, How, Notice
from accede.foundation.outbox.notices import notice_type
from accede.foundation.outbox.things import mailbox_of, seen_by, thing

_LOOKED_AT = 2000
"""So many of the newest notices of a person are looked at: more than a year of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in the reader's language, with the address of the thing, "" for a notice about none."""

    id: UUID
    at: datetime
    sentence: str
    address: str
    is_read: bool


def inbox_of(person: UUID, *, actors: Sequence[Actor]) -> list[Told]:
    """Return what a person was told, the newest first; what is about a thing they may not see any more is left out."""
    return tellable(Notice.objects.filter(person=person).order_by("-at", "id")[:_LOOKED_AT], actors=actors)


def unread_of(person: UUID, *, actors: Sequence[Actor]) -> int:
    """Return how many of them are unread."""
    rows = Notice.objects.filter(person=person, read_at__isnull=True).order_by("-at", "id")[:_LOOKED_AT]
    return len(_visible(list(rows), actors))


def tellable(rows: Iterable[Notice], *, actors: Sequence[Actor]) -> list[Told]:
    """Return notices in the language of the moment, those left out whose thing the actors may not see."""
    visible = _visible(list(rows), actors)
    return [_told(row, words) for row, words in zip(visible, told([row.words for row in visible]), strict=True)]


def mark_read(person: UUID, notices: Iterable[UUID] | None, *, is_read: bool, at: datetime) -> None:
    """Note that a person has read some of their notices, or has not; None: all."""
    rows = Notice.objects.filter(person=person)
    if notices is not None:
        rows = rows.filter(id__in=list(notices))
    rows.filter(read_at__isnull=is_read).update(read_at=at if is_read else None)


def notice_of(person: UUID, notice: UUID, *, actors: Sequence[Actor]) -> Told:
    """Return one notice of a person.

    Raises:
        Refused: it is none of theirs, or about a thing that they may not see any more.
    """
    found = tellable(Notice.objects.filter(person=person, id=notice), actors=actors)
    if not found:
        raise Refused
    return found[0]


def choice_of(person: UUID) -> How:
    """Return how a person wants to be told by mail."""
    return How(Choice.objects.filter(person=person).values_list("how", flat=True).first() or How.AT_ONCE)


def choose(person: UUID, how: How, *, at: datetime) -> None:
    """Have a person told by mail in another way, also of what waits."""
    Choice.objects.update_or_create(person=person, defaults={"how": how.value, "changed_at": at})
    Notice.objects.filter(person=person, letter__isnull=True, mail_at__isnull=False).update(
        is_planned=False, mail_at=None
    )


def kept_of(person: UUID) -> dict[str, object]:
    """Return what is kept of a person here, for that person."""
    mailbox = mailbox_of(person)
    return {
        "by_mail": choice_of(person).value,
        "letters": [{"at": one.made_at, "kind": one.kind, "state": one.state.value} for one in letters_to(person)],
        "notices": [
            {"at": one.at, "sentence": one.sentence, "is_read": one.is_read}
            for one in inbox_of(person, actors=mailbox.actors if mailbox else ())
        ],
    }


def _visible(rows: list[Notice], actors: Sequence[Actor]) -> list[Notice]:
    kinds = {row.kind: found for row in rows if (found := notice_type(row.kind)) is not None}
    asked: dict[str, set[str]] = {}
    for row in rows:
        if row.kind in kinds and kinds[row.kind].thing:
            asked.setdefault(kinds[row.kind].thing, set()).add(row.about)
    seen = {kind: seen_by(actors, kind, keys) for kind, keys in asked.items()}
    return [
        row
        for row in rows
        if row.kind in kinds and (not kinds[row.kind].thing or row.about in seen[kinds[row.kind].thing])
    ]


def _told(row: Notice, words: object) -> Told:
    kind = notice_type(row.kind)
    found = thing(kind.thing) if kind and kind.thing else None
    return Told(
        id=row.id,
        at=row.at,
        sentence=str(kind.sentence) % words if kind else "",
        address=found.address(row.about) if found else "",
        is_read=row.read_at is not None,
    )
