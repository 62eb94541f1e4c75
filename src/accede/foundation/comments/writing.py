"""Say something about a thing; resolve a conversation, open it again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Refused
from accede.foundation.audit import Face, NameOf, Subject
from accede.foundation.audit.recording import record
from accede.foundation.comments.models import Comment, Doing
from accede.foundation.comments.things import Commented
from accede.foundation.outbox.notices import NoticeType, notify
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo

LONGEST = 5000
LONGEST_QUOTE = 1000
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody writes: the text, the passage that it is about, the conversation that it answers, whom it names."""

    text: str
    quote: str = ""
    answers: UUID | None = None
    mentions: tuple[UUID, ...] = ()


@transaction.atomic
def comment(thing: Commented, key: str, said: Said, *, by: Actor, at: datetime, face: Face) -> UUID:
    """Write a comment; return the key of its conversation.

    Raises:
        Refused: there is no such thing or conversation for the actor.
        Overtaken: the conversation has been resolved meanwhile.
        UnableTo: all that is wrong with what was written.
    """
    about = _taking_part(thing, key, by)
    if said.answers is not None:
        _hold(said.answers, about, by)
        if _is_resolved(said.answers):
            words = _("Meanwhile this conversation has been resolved. Open it again to go on with it.")
            raise Overtaken({EVERYWHERE: words})
    if problems := _problems(thing, key, said, by):
        raise UnableTo(problems)
    before = _taking_part_in(said.answers) if said.answers is not None else set()
    made = _add(about, said, by=by, at=at)
    _tell(thing, thing.notices.named, said.mentions, key, by=by, at=at)
    _tell(thing, thing.notices.answered, before - set(said.mentions), key, by=by, at=at)
    named = [NameOf(person) for person in said.mentions]
    record(thing.written, about=_as_told(about), by=by, at=at, face=face, thing=about.key, named=named)
    return said.answers or made


@transaction.atomic
def settle(thing: Commented, key: str, said: Said, does: str, *, by: Actor, at: datetime, face: Face) -> None:
    """Resolve the conversation that is answered, or open it again; the text may be empty.

    Raises:
        Refused: there is no such thing or conversation for the actor.
        Overtaken: it is so already.
        UnableTo: neither was asked for, or what is said with it is too long.
    """
    about = _taking_part(thing, key, by)
    thread = said.answers
    if thread is None:
        raise Refused
    _hold(thread, about, by)
    if does not in {Doing.RESOLVE, Doing.REOPEN}:
        raise UnableTo({EVERYWHERE: _("A conversation can be resolved, or opened again.")})
    if _is_resolved(thread) is (does == Doing.RESOLVE):
        resolved, opened = _("It has been resolved already."), _("It is open already.")
        raise Overtaken({EVERYWHERE: resolved if does == Doing.RESOLVE else opened})
    if len(said.text) > LONGEST:
        raise UnableTo({"text": _("Use at most %(most)s characters.") % {"most": LONGEST}})
    _add(about, Said(said.text, answers=thread), by=by, at=at, does=does)
    is_done = does == Doing.RESOLVE
    told = thing.notices.resolved if is_done else thing.notices.reopened
    _tell(thing, told, _taking_part_in(thread), key, by=by, at=at)
    event = thing.resolved if is_done else thing.reopened
    record(event, about=_as_told(about), by=by, at=at, face=face, thing=about.key)


def _taking_part(thing: Commented, key: str, by: Actor) -> Subject:
    """Return the thing; whoever writes has a name, which the product itself and the operator have not."""
    if by.person is None:
        raise Refused
    return thing.about(key, by)


def _hold(thread: UUID, about: Subject, by: Actor) -> None:
    """See that the conversation is one about the thing, and that nobody else resolves it at the same time."""
    rows = Comment.objects.visible_to(by).filter(pk=thread, thread__isnull=True)
    if not rows.filter(about_kind=about.kind, about_key=about.key).exists():
        raise Refused
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"conversation {thread}"])


def _taking_part_in(thread: UUID) -> set[UUID]:
    """Return who wrote in a conversation or was named in it."""
    found: set[UUID] = set()
    rows = Comment.objects.filter(Q(pk=thread) | Q(thread=thread))
    for who, named in rows.values_list("written_by", "mentions"):
        found |= {who, *named}
    return found


def _tell(thing: Commented, kind: NoticeType, persons: Collection[UUID], key: str, *, by: Actor, at: datetime) -> None:
    """Tell people of what was written; nobody of what they wrote themselves."""
    others = sorted(set(persons) - {by.person})
    if others and by.person is not None:
        notify(kind, others, at=at, about=key, person=NameOf(by.person), thing=thing.called(key))


def _is_resolved(thread: UUID) -> bool:
    last = Comment.objects.filter(thread=thread).exclude(does="").order_by("-pk").first()
    return last is not None and last.does == Doing.RESOLVE


def _add(about: Subject, said: Said, *, by: Actor, at: datetime, does: str = "") -> UUID:
    made: Comment = Comment.objects.create(
        level=about.level.value,
        owner=str(about.owner),
        readers=list(about.readers),
        about_kind=about.kind,
        about_key=about.key,
        thread_id=said.answers,
        quote=_flat(said.quote),
        text=said.text.strip(),
        does=does,
        mentions=list(dict.fromkeys(said.mentions)),
        written_at=at,
        written_by=by.person,  # type: ignore[misc]  # (whoever takes part is a person)
    )
    key: UUID = made.pk
    return key


def _problems(thing: Commented, key: str, said: Said, by: Actor) -> dict[str, str]:
    found = {}
    if not said.text.strip():
        found["text"] = _("Write what you have to say.")
    elif len(said.text) > LONGEST:
        found["text"] = _("Use at most %(most)s characters.") % {"most": LONGEST}
    quote = _flat(said.quote)
    if len(quote) > LONGEST_QUOTE:
        found["quote"] = _("Use at most %(most)s characters.") % {"most": LONGEST_QUOTE}
    elif quote and (said.answers is not None or quote not in _flat(thing.text(key))):
        found["quote"] = _("The text does not hold this passage. Copy it from the text as it stands.")
    people = {one.person for one in thing.people(key, by)}
    if len(said.mentions) > MOST_NAMED or not set(said.mentions) <= people:
        # The same words whether there is no such person or one who may not see it: neither is told.
        found["mentions"] = _("Somebody whom you name cannot read this. Choose among the persons who are listed.")
    return found


def _flat(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def _as_told(about: Subject) -> Subject:
    """Return the thing as the record tells of its conversations: to those who may read these, not the thing alone."""
    return Subject("conversation", f"{about.kind} {about.key}", about.level, about.owner, about.readers)
