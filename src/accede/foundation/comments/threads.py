"""Conversations as their readers see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from accede.foundation.access import Actor
from accede.foundation.audit.timeline import names_of
from accede.foundation.comments.models import Comment, Doing
from accede.foundation.comments.things import Commented


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said or done; `who` and `names`: "" for those who are no longer known."""

    id: UUID
    at: datetime
    who: str
    text: str
    does: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation: the passage that it is about, if any, what was said in order, and whether it is resolved."""

    id: UUID
    quote: str
    lines: tuple[Line, ...]
    is_resolved: bool


def threads_about(thing: Commented, key: str, *, reader: Actor) -> list[Thread]:
    """Return the conversations about a thing: the open ones first, then the latest. Two queries.

    Raises:
        Refused: there is no such thing for the reader, or they take no part.
    """
    about = thing.about(key, reader)
    rows = list(Comment.objects.visible_to(reader).filter(about_kind=about.kind, about_key=about.key).order_by("pk"))
    names = names_of({person for row in rows for person in (row.written_by, *row.mentions)})
    answers: dict[UUID, list[Comment]] = {row.pk: [row] for row in rows if row.thread_id is None}
    for row in rows:
        if row.thread_id in answers:
            answers[row.thread_id].append(row)
    found = []
    for first, said in answers.items():
        lines = tuple(
            Line(
                one.pk,
                one.written_at,
                names.get(one.written_by, ""),
                one.text,
                one.does,
                tuple(names[person] for person in one.mentions if person in names),
            )
            for one in said
        )
        done = [one.does for one in said if one.does]
        found.append(Thread(first, said[0].quote, lines, bool(done) and done[-1] == Doing.RESOLVE))
    return sorted(found, key=lambda one: (one.is_resolved, -one.id.int))


def open_threads_naming(kind: str, actor: Actor) -> int:
    """Return in how many open conversations about things of a kind the actor is named. One query."""
    if actor.person is None:
        return 0
    rows: QuerySet[Comment] = Comment.objects.visible_to(actor).filter(about_kind=kind)
    of_thread = rows.filter(Q(pk=OuterRef("pk")) | Q(thread=OuterRef("pk")))
    last = of_thread.exclude(does="").order_by("-pk").values("does")[:1]
    threads = rows.filter(thread__isnull=True).alias(last=Subquery(last))
    threads = threads.filter(Exists(of_thread.filter(mentions__contains=[actor.person])))
    return threads.filter(Q(last__isnull=True) | ~Q(last=Doing.RESOLVE)).count()
