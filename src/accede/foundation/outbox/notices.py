"""Notices: what somebody should know, written in the transaction of what it tells."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from accede.foundation import jobs
from accede.foundation.audit.recording import plain
from accede.foundation.outbox.models import DELIVER, Notice


@dataclass(frozen=True, slots=True)
class NoticeType:
    """A kind of notice. The sentence may name the notice's words.

    `thing`: the kind of thing that it is about; a notice about a thing is told only while its reader may see the thing.

    Raises:
        ValueError: a kind of that key is there already.
    """

    key: str
    sentence: str | Promise = field(compare=False)
    thing: str = ""

    def __post_init__(self) -> None:
        if self.key in _types:
            raise ValueError(f"two kinds of notice are called {self.key}")
        _types[self.key] = self


_types: dict[str, NoticeType] = {}


def notice_type(key: str) -> NoticeType | None:
    """Return the kind of that key; None for one that there no longer is."""
    return _types.get(key)


def notify(
    kind: NoticeType, persons: Iterable[UUID], *, at: datetime, about: str = "", once: str = "", **words: object
) -> None:
    """Tell each of the persons. With `once`, a second notice of that kind and mark is none; only jobs can give it."""
    told = {key: plain(word) for key, word in words.items()}
    rows = [
        Notice(person=person, kind=kind.key, about=about, words=told, at=at, once=once)
        for person in dict.fromkeys(persons)
    ]
    if rows:
        Notice.objects.bulk_create(rows, ignore_conflicts=bool(once))
        jobs.enqueue_by_name(DELIVER)
