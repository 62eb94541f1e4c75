"""The fields of saved scenarios: what somebody keeps, and what the product says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.cooperation.planning import Accession
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.cooperation.fields.codes import PURPOSES
from accede.modules.cooperation.models import SavedScenario

SHARE = _("Whoever acts for it reads the scenario, and so do those who work for the programme.")
ADDRESSES = _("Their e-mail addresses, one a line. They read the scenario and change nothing.")


@dataclass(frozen=True, slots=True)
class ScenarioDetails:
    """A scenario as somebody wants it kept, and with whom it is shared; `people` by their e-mail addresses."""

    name: str
    purpose: str
    accessions: str
    organisation: UUID | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFacts(ScenarioDetails):
    """A scenario as the product shows it; `shared_with`: the names of those who read it."""

    id: UUID
    made_by: str
    is_own: bool
    changed_at: datetime
    organisation_name: str
    shared_with: tuple[str, ...]


NAME = Field[ScenarioDetails](
    "name",
    _("Name"),
    lambda one: one.name,
    column=SavedScenario.name,
    is_filter=True,
    entry=Entry(needed=_("Write a name for the scenario."), most=80),
)
PURPOSE = Field[ScenarioDetails](
    "purpose",
    _("What is asked"),
    lambda one: one.purpose,
    column=SavedScenario.purpose,
    choices={purpose.value: words for purpose, words in PURPOSES.items()},
    is_filter=True,
    entry=Entry(needed=_("Choose what is asked.")),
)
ACCESSIONS = Field[ScenarioDetails](
    "accessions",
    _("Accessions"),
    lambda one: one.accessions,
    entry=Entry(
        needed=_("Write at least one accession: a State, then the key of an instrument."),
        lines=4,
        example="MAR SUA-PROT-2005; ERI FINANCING-1999",
    ),
    in_files_only=True,
)
ORGANISATION = Field[ScenarioDetails](
    "organisation",
    _("Share with an organisation for which you act"),
    lambda one: one.organisation,
    entry=Entry(hint=SHARE),
)
PEOPLE = Field[ScenarioDetails](
    "people", _("Share with people"), lambda one: "\n".join(one.people), entry=Entry(hint=ADDRESSES, lines=3)
)
STATED = (NAME, PURPOSE, ACCESSIONS, ORGANISATION, PEOPLE)
"""What people state of a scenario."""

MADE_BY = Field[ScenarioFacts]("made_by", _("Saved by"), lambda one: one.made_by)
SHARED = Field[ScenarioFacts]("shared_with", _("Shared with"), lambda one: one.shared_with, several=True)
CHANGED = Field[ScenarioFacts](
    "changed_at", _("Last change"), lambda one: one.changed_at, Kind.DAY, column=SavedScenario.changed_at
)
KEY = Field[ScenarioFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
SHOWN = (NAME, PURPOSE, ACCESSIONS, MADE_BY, SHARED, CHANGED, KEY)
"""What lists and files show."""


def details_of(given: Given, accessions: Sequence[Accession]) -> ScenarioDetails:
    """Return a scenario as somebody described it; its accessions were read from the text before."""
    return ScenarioDetails(
        name=given.text(NAME),
        purpose=given.text(PURPOSE),
        accessions="; ".join(f"{one.state} {one.instrument}" for one in accessions),
        organisation=given.key_of_thing(ORGANISATION),
        people=tuple(given.text(PEOPLE).replace(",", " ").replace(";", " ").split()),
    )
