"""Things on which people comment: who takes part, who can be named, and the text that can be quoted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from accede.foundation.access import Actor, Permission, Refused, can
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType


@dataclass(frozen=True, slots=True)
class Nameable:
    """A person who can be named in a conversation: one who may read it."""

    person: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What people are told: who is named, and of answers, resolving and opening again whoever took part before.

    Each is about the thing by its key, and may say `person` and `thing`; it is told while its reader may take part.
    """

    named: NoticeType
    answered: NoticeType
    resolved: NoticeType
    reopened: NoticeType


@dataclass(frozen=True, kw_only=True)
class Commented:
    """Things of a kind on which people comment.

    Attributes:
        kind: the same for ever.
        takes_part: the permission to read and to write.
        subject: of a key, as the actor may see the thing: how widely its conversations may be read, and to whom they
            belong; None where there is no such thing for the actor.
        people: who may read the conversations of a thing, as far as the actor may know them.
        text: what can be quoted.
        called: what sentences call the thing.
        written, resolved, reopened: the kinds of event.
        notices: the kinds of notice.
    """

    kind: str
    takes_part: Permission
    subject: Callable[[str, Actor], Subject | None]
    people: Callable[[str, Actor], Sequence[Nameable]]
    text: Callable[[str], str]
    called: Callable[[str], str]
    written: EventType
    resolved: EventType
    reopened: EventType
    notices: Notices

    def about(self, key: str, actor: Actor) -> Subject:
        """Return the thing as what conversations are about.

        Raises:
            Refused: there is no such thing for the actor, or they take no part.
        """
        found = self.subject(key, actor)
        if found is None or not can(actor, self.takes_part, on=found.owner):
            raise Refused
        return found

    def seen(self, actor: Actor, keys: Collection[str]) -> set[str]:
        """Return of which things the actor takes part in conversations; for the list of what notices are about."""
        found = ((key, self.subject(key, actor)) for key in keys) if can(actor, self.takes_part) else ()
        return {key for key, about in found if about is not None and can(actor, self.takes_part, on=about.owner)}
