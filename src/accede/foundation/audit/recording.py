"""Write an event down, in the transaction of what it tells."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from accede.foundation.access import Actor
from accede.foundation.audit.events import EventType, Face, NameOf, RoleNamed, Subject
from accede.foundation.audit.models import SALT_BYTES, Detail, Event

_NAME_OF = "name of"
_ROLE = "role"


def record(
    event: EventType,
    *,
    about: Subject,
    by: Actor,
    at: datetime,
    face: Face,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    **words: object,
) -> UUID:
    """Record that `event` happened to the thing it is `about`; return the event's key.

    Of `before` and `after` only the fields that differ are kept. `words` are what the sentence names; a person or an
    organisation in it is given as `NameOf`.

    Raises:
        ValueError: something changed that the kind of event does not name: nobody could be told what it is.
    """
    changed = changes(before or {}, after or {})
    if unnamed := [key for key in changed if event.named(key) is None]:
        raise ValueError(f"{event.key} names no field {', '.join(unnamed)}")
    body = {"changes": changed, "words": {key: plain(word) for key, word in words.items()}}
    salt = secrets.token_bytes(SALT_BYTES)
    readable = {"level": about.level.value, "owner": str(about.owner), "readers": list(about.readers)}
    written = Event.objects.create(
        at=at,
        key=event.key,
        face=face.value,
        about_kind=about.kind,
        about_key=about.key,
        actor="person" if by.is_signed_in else "product" if by.is_system else "visitor",
        person=by.person,
        acting_for=by.acting_for,
        detail_digest=digest(salt, body),
        **readable,
    )
    Detail.objects.create(event_id=written.id, salt=salt, body=body, **readable)
    key: UUID = written.id
    return key


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, list[object]]:
    """Return the fields that differ, each with what it was and what it became."""
    fields = dict.fromkeys([*before, *after])
    pairs = {name: [plain(before.get(name)), plain(after.get(name))] for name in fields}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def digest(salt: bytes, body: object) -> str:
    """Return the keyed digest of a detail: over its JSON with sorted keys and no spaces."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(salt, text.encode(), hashlib.sha256).hexdigest()


def name_of(word: object) -> UUID | None:
    """Return the key that a kept word stands for, None for a word that stands for itself."""
    if isinstance(word, dict) and set(word) == {_NAME_OF}:
        return UUID(word[_NAME_OF])
    return None


def role_in(word: object) -> str | None:
    """Return the role that a kept word stands for, None for any other word."""
    return str(word[_ROLE]) if isinstance(word, dict) and set(word) == {_ROLE} else None


def plain(value: object) -> object:
    """Return a value as JSON keeps it, and as it comes back from there."""
    if isinstance(value, NameOf):
        return {_NAME_OF: str(value.key)}
    if isinstance(value, RoleNamed):
        return {_ROLE: value.key}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return str(value)
