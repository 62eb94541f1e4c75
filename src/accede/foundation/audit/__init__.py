"""The record of who did what: every change, and every reading of a confidential thing, as events on its own timeline.

Events are only ever added. They are chained by hash when their transaction is committed, by the database itself, and
what a person could be known by lies beside the chain, so that it can be taken away without breaking it.
Public: `EventType`, `Subject`, `NameOf`, `Face`, `record`. Nothing here may know a word of the programme.
"""

from accede.foundation.audit.events import EventType, Face, NameOf, RoleNamed, Subject

__all__ = ["EventType", "Face", "NameOf", "RoleNamed", "Subject"]
