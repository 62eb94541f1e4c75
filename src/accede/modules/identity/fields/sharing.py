"""With whom somebody shares what is theirs: an organisation for which they act, and people by name."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Entry, Field, Given


@dataclass(frozen=True, slots=True)
class Sharing:
    """With whom a thing is to be shared; `people` by their e-mail addresses."""

    organisation: UUID | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Sharing):
    """With whom a thing is shared, as one of its readers is shown it; `with_names`: of all with whom it is."""

    made_by: str
    is_own: bool
    organisation_name: str
    with_names: tuple[str, ...]


class ToShare(Protocol):
    """A thing as somebody wants to share it."""

    @property
    def sharing(self) -> Sharing:
        """With whom."""


class IsShared(Protocol):
    """A thing that is shared."""

    @property
    def sharing(self) -> Shared:
        """With whom."""


ORGANISATION = Field[ToShare](
    "organisation",
    _("Share with an organisation for which you act"),
    lambda one: one.sharing.organisation,
    entry=Entry(hint=_("Whoever acts for it reads it, and so do those who work for the programme.")),
)
PEOPLE = Field[ToShare](
    "people",
    _("Share with people"),
    lambda one: "\n".join(one.sharing.people),
    entry=Entry(hint=_("Their e-mail addresses, one a line. They read it and change nothing."), lines=3),
)
MADE_BY = Field[IsShared]("made_by", _("Saved by"), lambda one: one.sharing.made_by)
SHARED_WITH = Field[IsShared]("shared_with", _("Shared with"), lambda one: one.sharing.with_names, several=True)
IN_RECORD = (ORGANISATION.named, PEOPLE.named)
"""What the record tells of sharing."""


def sharing_in(given: Given) -> Sharing:
    """Return with whom somebody wants to share."""
    people = given.text(PEOPLE).replace(",", " ").replace(";", " ").split()
    return Sharing(given.key_of_thing(ORGANISATION), tuple(people))
