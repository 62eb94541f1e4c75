"""What can happen. Each module declares its kinds of event in its `events.py`, each with the sentence that tells it."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import ALL, Level, Scope
from accede.foundation.fields import Named


class Face(StrEnum):
    """Through which face somebody acted."""

    WEB = "web"
    API = "api"
    COMMAND = "command"
    JOB = "job"


FACE_WORDS = {
    Face.WEB: _("on the site"),
    Face.API: _("through the API"),
    Face.COMMAND: _("on the command line"),
    Face.JOB: _("by a job"),
}


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event. The sentence may use %(who)s and the names of the event's parameters.

    `is_reading`: nothing was changed, something confidential was read. `fields`: what can have been changed, with the
    labels by which the record tells it; nothing else is recorded of it.

    Raises:
        ValueError: a kind of that key is there already.
    """

    key: str
    sentence: str | Promise = field(compare=False)
    is_reading: bool = False
    fields: tuple[Named, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.key in _types:
            raise ValueError(f"two kinds of event are called {self.key}")
        _types[self.key] = self

    def named(self, key: str) -> Named | None:
        """Return the field of that key; None for one that there no longer is."""
        return next((one for one in self.fields if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing an event is about, and who may read of it: whoever may read the thing."""

    kind: str
    key: str
    level: Level = Level.PROGRAMME
    owner: Scope = ALL
    readers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class NameOf:
    """A person or an organisation in a sentence: kept by key, shown by the name that they have when it is read."""

    key: UUID


@dataclass(frozen=True, slots=True)
class RoleNamed:
    """A role in a sentence: kept by key, shown by its name in the reader's language."""

    key: str


_types: dict[str, EventType] = {}


def type_of(key: str) -> EventType | None:
    """Return the kind of that key; None for one that there no longer is."""
    return _types.get(key)


def event_types() -> list[EventType]:
    """Return every kind of event, by key."""
    return [_types[key] for key in sorted(_types)]


DETAILS_TAKEN_AWAY = EventType(
    "audit.details-taken-away", _("%(who)s took the personal details of an earlier event out of the record.")
)
