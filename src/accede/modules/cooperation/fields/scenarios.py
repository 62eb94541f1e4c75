"""The fields of saved scenarios: what somebody keeps, and what the product says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.cooperation.planning import Accession
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.cooperation.fields.codes import PURPOSES
from accede.modules.cooperation.models import SavedScenario
from accede.modules.identity.fields.sharing import (
    MADE_BY,
    ORGANISATION,
    PEOPLE,
    SHARED_WITH,
    Shared,
    Sharing,
    sharing_in,
)


@dataclass(frozen=True, slots=True)
class ScenarioDetails:
    """A scenario as somebody wants it kept, and with whom it is shared."""

    name: str
    purpose: str
    accessions: str
    sharing: Sharing = field(default_factory=Sharing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFacts(ScenarioDetails):
    """A scenario as the product shows it."""

    id: UUID
    changed_at: datetime
    sharing: Shared


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
CONTENT = (NAME, PURPOSE, ACCESSIONS)
STATED = (*CONTENT, ORGANISATION, PEOPLE)
"""What people state of a scenario."""

CHANGED = Field[ScenarioFacts](
    "changed_at", _("Last change"), lambda one: one.changed_at, Kind.DAY, column=SavedScenario.changed_at
)
KEY = Field[ScenarioFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
SHOWN: tuple[Field[ScenarioFacts], ...] = (*CONTENT, MADE_BY, SHARED_WITH, CHANGED, KEY)
"""What lists and files show."""


def details_of(given: Given, accessions: Sequence[Accession]) -> ScenarioDetails:
    """Return a scenario as somebody described it; its accessions were read from the text before."""
    written = "; ".join(f"{one.state} {one.instrument}" for one in accessions)
    return ScenarioDetails(given.text(NAME), given.text(PURPOSE), written, sharing_in(given))
