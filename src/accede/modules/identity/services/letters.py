"""Note that letters came back."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from accede.foundation.access import Actor, require
from accede.foundation.audit import Face, Subject
from accede.foundation.audit.recording import record
from accede.foundation.outbox.delivering import note_bounce
from accede.foundation.problems import UnableTo
from accede.modules.identity import events
from accede.modules.identity.access import LETTERS_NOTE
from accede.modules.identity.services.people import is_address

TOLD_FOR = timedelta(days=30)
"""So far back letters are told of that were not delivered."""


def note_that_letters_came_back(email: str, *, because: str, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Note that the letters to an address came back, and return how many; notices go there no more by mail.

    Raises:
        Refused: the actor may not.
        UnableTo: it is no address, or no letter was sent there.
    """
    require(by, LETTERS_NOTE)
    if not is_address(email.strip()):
        raise UnableTo({"email": _("Write an e-mail address, such as name@example.org.")})
    number = note_bounce(email, because=because.strip())
    if not number:
        raise UnableTo({"email": _("No letter that was sent to this address is known. Check how it is written.")})
    record(events.BOUNCE_NOTED, about=Subject("letters", ""), by=by, at=at, face=face)
    return number
