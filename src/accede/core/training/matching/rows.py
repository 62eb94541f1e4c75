"""What is compared, what is proposed, and what a person decides."""

from dataclasses import dataclass
from typing import Literal

Band = Literal["sure", "to look at"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """One row of a sheet or of the register, as it was written.

    `name` holds all parts in the order of the sheet. Only rows of one `state` are compared. `event` may be empty; two
    rows of one event are two persons. `sex` is a code of the caller, empty where it is not known.
    """

    key: str
    name: str
    state: str = ""
    event: str = ""
    sex: str = ""
    birth_year: int | None = None
    organisation: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of the sum: what was compared, and the bits by which it speaks for (+) or against (−) one person.

    Codes: `same_part`, `like_part`, `other_part`, `missing_part`, `initial`, `same_birth_year`, `near_birth_year`,
    `other_birth_year`, `same_organisation`, `other_organisation`, `same_post`, `other_post`, `same_sex`, `namesakes`.
    """

    code: str
    weight: float
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two rows that may be one person; `weight` is the sum of the reasons in bits, nought is as likely as not."""

    a: str
    b: str
    band: Band
    weight: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided on two rows. It is undone by leaving it out of the decisions given."""

    a: str
    b: str
    same: bool
