"""What a State's own law says about extradition, as far as a source was found."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Needs(StrEnum):
    """Whether a State makes extradition conditional on a treaty (Hague art. 8(2) and (3))."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    """It depends on the case, the other State or an order of the government."""
    NOT_KNOWN = "not_known"


class Nationals(StrEnum):
    """Whether a State extradites its own nationals."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class NationalRule:
    """The rule of one State, with its source.

    Attributes:
        is_secondary: nobody read the law itself.
        is_unsourced: its source cannot be looked up; such a statement is shown, and carries no opinion.
    """

    state: str
    needs_treaty: Needs = Needs.NOT_KNOWN
    nationals: Nationals = Nationals.NOT_KNOWN
    words: str = ""
    source: str = ""
    is_secondary: bool = False
    is_unsourced: bool = False

    @property
    def as_relied_on(self) -> "NationalRule":
        """The rule as an opinion may rely on it: nothing is known where its source cannot be looked up."""
        return replace(self, needs_treaty=Needs.NOT_KNOWN, nationals=Nationals.NOT_KNOWN) if self.is_unsourced else self


def not_known(state: str) -> NationalRule:
    """Return the rule of a State of which no source was found."""
    return NationalRule(state)
