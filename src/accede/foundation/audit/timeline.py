"""Events as sentences in the reader's language, each reader seeing those of the things that they may read."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, role_of
from accede.foundation.audit.events import FACE_WORDS, EventType, Face, type_of
from accede.foundation.audit.models import Event
from accede.foundation.audit.recording import name_of, role_in
from accede.foundation.fields import Named
from accede.foundation.texts import format_day, isolated

_TAKEN_AWAY = "…"
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which events are wanted; None and "" mean all."""

    about_kind: str = ""
    about_key: str = ""
    person: UUID | None = None
    acting_for: UUID | None = None
    key: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field by its label: what it was and what it became, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One event as it is told. `details_taken_away`: what it named was taken out of the record."""

    id: UUID
    at: datetime
    sentence: str
    who: str
    acting_for: str
    face: str
    key: str
    about_kind: str
    about_key: str
    changes: tuple[Change, ...]
    is_reading: bool
    details_taken_away: bool


def count(reader: Actor, wish: Wish) -> int:
    """Return how many events the reader can see of those wanted."""
    return int(_events(reader, wish).count())


def timeline(reader: Actor, wish: Wish, *, start: int = 0, most: int = 100) -> list[Line]:
    """Return the events wanted that the reader may see, the latest first."""
    found = list(_events(reader, wish).select_related("detail").order_by("-at", "-pk")[start : start + most])
    names = _names(found)
    return [_line(event, names, reader) for event in found]


def told(kept: Sequence[Mapping[str, object]]) -> list[Mapping[str, str]]:
    """Return kept words of sentences in the reader's language, with names as they are now."""
    keys = {key for words in kept for word in _each(words.values()) if (key := name_of(word))}
    names = names_of(keys)
    return [_Words({name: isolated(_told_as_read(word, names)) for name, word in words.items()}) for words in kept]


def _events(reader: Actor, wish: Wish) -> Any:
    exact = {
        "about_kind": wish.about_kind,
        "about_key": wish.about_key,
        "person": wish.person,
        "acting_for": wish.acting_for,
        "key": wish.key,
        "at__gte": wish.since,
        "at__lt": wish.until,
    }
    return Event.objects.visible_to(reader).filter(**{name: value for name, value in exact.items() if value})


def _line(event: Event, names: Mapping[UUID, str], reader: Actor) -> Line:
    body = event.detail.body or {"changes": {}, "words": {}}
    kind = type_of(event.key)
    who = _who(event, names)
    words = _Words({name: isolated(_told(word, names)) for name, word in body["words"].items()})
    words["who"] = isolated(who)
    return Line(
        id=event.id,
        at=event.at,
        sentence=str(kind.sentence) % words if kind else event.key,
        who=who,
        acting_for=names.get(event.acting_for, "") if event.acting_for else "",
        face=str(FACE_WORDS[Face(event.face)]),
        key=event.key,
        about_kind=event.about_kind,
        about_key=event.about_key,
        changes=tuple(_changes(kind, body["changes"], names, reader)),
        is_reading=bool(kind and kind.is_reading),
        details_taken_away=event.detail.taken_away_at is not None,
    )


def _changes(
    kind: EventType | None, changes: Mapping[str, list[object]], names: Mapping[UUID, str], reader: Actor
) -> Iterator[Change]:
    """Yield the fields that changed, by their labels and in words, as far as there are such fields for the reader."""
    # As they are declared: the database keeps them in an order of its own.
    declared = [field.key for field in kind.fields] if kind else []
    for key in sorted(changes, key=lambda key: declared.index(key) if key in declared else len(declared)):
        before, after = changes[key]
        field = kind.named(key) if kind else None
        if field is None:
            yield Change(key, _told(before, names), _told(after, names))
        elif field.is_for(reader):
            yield Change(str(field.label), _value(field, before, names), _value(field, after, names))


def _value(field: Named, value: object, names: Mapping[UUID, str]) -> str:
    """Return a value that a field had, in the reader's language."""
    if isinstance(value, list):
        return ", ".join(_value(field, one, names) for one in value) or "–"
    if isinstance(value, str) and field.choices is not None and value in field.choices:
        return str(field.choices[value])
    return _told_as_read(value, names)


def _told_as_read(word: object, names: Mapping[UUID, str]) -> str:
    if isinstance(word, str) and _A_DAY.fullmatch(word):
        return format_day(date.fromisoformat(word), get_language() or "en")
    return _told(word, names)


class _Words(dict[str, str]):
    """The words of a sentence; those that were taken out of the record are shown as left out."""

    def __missing__(self, key: str) -> str:
        return _TAKEN_AWAY


def _who(event: Event, names: Mapping[UUID, str]) -> str:
    if event.person is None:
        return _("Accede") if event.actor == "product" else _("A visitor")
    return names.get(event.person, _("A former user"))


def _told(word: object, names: Mapping[UUID, str]) -> str:
    key = name_of(word)
    if key is not None:
        return names.get(key, _("a former user"))
    if (role_key := role_in(word)) is not None:
        role = role_of(role_key)
        return str(role.label) if role else role_key
    if word is None or word == "":
        return "–"
    if isinstance(word, bool):
        return _("yes") if word else _("no")
    if isinstance(word, list):
        return ", ".join(_told(item, names) for item in word)
    return str(word)


def _each(words: Iterable[object]) -> Iterable[object]:
    """Yield words, those of lists one by one."""
    for word in words:
        yield from _each(word) if isinstance(word, list) else (word,)


def _names(events: Iterable[Event]) -> Mapping[UUID, str]:
    keys: set[UUID] = set()
    for event in events:
        keys.update(key for key in (event.person, event.acting_for) if key)
        body = event.detail.body or {"changes": {}, "words": {}}
        words = [*body["words"].values(), *(value for pair in body["changes"].values() for value in pair)]
        keys.update(key for word in _each(words) if (key := name_of(word)))
    return names_of(keys)


def names_of(keys: Collection[UUID]) -> Mapping[UUID, str]:
    """Return the names of people and organisations by their keys; those that are no longer known are left out."""
    if not keys or not settings.ACCEDE_NAMES_OF:
        return {}
    look_up = cast("Callable[[Collection[UUID]], Mapping[UUID, str]]", import_string(settings.ACCEDE_NAMES_OF))
    return look_up(keys)
