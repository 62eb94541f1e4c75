"""When what comes into the record needs two persons, and how: one proposes, another confirms or declines.

The rule: a row from the depositary's own record, or from a State's gazette or treaty office, comes in as one person
brings it. What any other source says (an organisation's list, literature, press, what was derived from other lists)
is one person's reading of somebody else's reading, and waits until a second person has looked at it. So does a list
that is brought as whole, whatever its source: it says of every State that it does not name that it was not a party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

FIRST_HAND = frozenset({"depositary", "government"})
"""What a source must be for its rows to come in without a second person."""
RULE = Authority("docs/domain/rules.md", "Two persons for what is second hand")


class Stage(StrEnum):
    """Where a proposed import is."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the gates ask of a proposed import; `file_is_here`: its file can be read again."""

    file_is_here: bool


def needs_second_person(authorities: Iterable[str], *, whole_list: bool = False) -> bool:
    """Return whether rows from sources of these kinds wait for a second person; one of them makes all wait.

    `whole_list`: they are brought as the whole list of the parties to an instrument.
    """
    return whole_list or not set(authorities) <= FIRST_HAND


def _missing_file(facts: Proposed) -> Mapping[str, object] | None:
    return None if facts.file_is_here else {}


HAS_FILE: Gate[Proposed] = Gate("import.file", RULE, _missing_file)


def import_by_two(key: str, *, may: str) -> Workflow[Stage, Proposed]:
    """Return the workflow of an import that two persons bring in; `may`: the permission that both need."""
    return Workflow(
        key=key,
        states=Stage,
        start=Stage.PROPOSED,
        steps=(
            Step("confirm", (Stage.PROPOSED,), Stage.CONFIRMED, may, needs=(HAS_FILE,), not_by="proposed_by"),
            Step("decline", (Stage.PROPOSED,), Stage.DECLINED, may, with_reason=True),
        ),
    )


IMPORT_OF_ACTS = import_by_two("import-of-acts", may="treaties.acts-import")
IMPORT_OF_TREATIES = import_by_two("import-of-treaties", may="cooperation.treaties-import")
