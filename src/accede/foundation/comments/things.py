"""Things on which people comment: who takes part, who can be named, and the text that can be quoted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from accede.foundation.access import Actor, Permission, Refused, can
from accede.foundation.audit import EventType, Subject


@dataclass(frozen=True, slots=True)
class Nameable:
    """A person who can be named in a conversation: one who may read it."""

    person: UUID
    name: str


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
        written, resolved, reopened: the kinds of event.
    """

    kind: str
    takes_part: Permission
    subject: Callable[[str, Actor], Subject | None]
    people: Callable[[str, Actor], Sequence[Nameable]]
    text: Callable[[str], str]
    written: EventType
    resolved: EventType
    reopened: EventType

    def about(self, key: str, actor: Actor) -> Subject:
        """Return the thing as what conversations are about.

        Raises:
            Refused: there is no such thing for the actor, or they take no part.
        """
        found = self.subject(key, actor)
        if found is None or not can(actor, self.takes_part, on=found.owner):
            raise Refused
        return found
