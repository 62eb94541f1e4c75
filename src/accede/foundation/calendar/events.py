"""What can happen to the private address of a calendar, each with the sentence that tells it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.audit import EventType, Subject

ADDRESS_MADE = EventType("calendar.address-made", _("%(who)s made a private address for their calendar."))
ADDRESS_RENEWED = EventType(
    "calendar.address-renewed",
    _("%(who)s made a new private address for their calendar; the one before opens nothing any more."),
)
ADDRESS_TAKEN_BACK = EventType(
    "calendar.address-taken-back", _("%(who)s took the private address of their calendar back.")
)


def owner_subject(person: UUID) -> Subject:
    """Return the person whose calendar it is as the thing that an event is about."""
    return Subject("person", str(person), readers=(person,))
