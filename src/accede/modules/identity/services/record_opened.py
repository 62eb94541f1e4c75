"""Who looked at the record of what others did is written down as well."""

from datetime import datetime

from accede.foundation.access import Actor, Level
from accede.foundation.audit import Face, Subject
from accede.foundation.audit.disclosure import note_reading
from accede.modules.identity import events


def note_record_opened(*, by: Actor, at: datetime) -> None:
    """Write down that somebody looked at the record; they see it themselves, and so do auditors."""
    if by.person is not None:
        about = Subject("record", "whole", level=Level.RESTRICTED, readers=(by.person,))
        note_reading(events.RECORD_OPENED, about=about, by=by, at=at, face=Face.WEB)
