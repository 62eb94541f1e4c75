"""A reading of something confidential is an event as well. One call beside the query that fetches the thing."""

from datetime import datetime

from accede.foundation.access import Actor, Level
from accede.foundation.audit.events import EventType, Face, Subject
from accede.foundation.audit.recording import record

_RECORDED = frozenset({Level.OWNER_CONFIDENTIAL, Level.RESTRICTED})


def note_reading(event: EventType, *, about: Subject, by: Actor, at: datetime, face: Face, **words: object) -> None:
    """Record that somebody opened a thing, if it is a confidential one; what the programme shares is read unrecorded.

    Raises:
        ValueError: the kind of event does not tell of a reading.
    """
    if not event.is_reading:
        raise ValueError(f"{event.key} tells of no reading")
    if about.level in _RECORDED:
        record(event, about=about, by=by, at=at, face=face, **words)  # type: ignore[arg-type]  # (words only: no changes)
