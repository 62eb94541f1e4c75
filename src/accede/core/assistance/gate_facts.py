"""The plain facts that the gates of assistance read: records with their documents; a “yes” opens no gate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from accede.core.assessments.consents import Consent


class Strength(StrEnum):
    """How closely other bodies take part before something is delivered, the weakest first.

    - coordinated: they were told in time and could object (2007/18, paragraph 6);
    - consulted: they were asked and answered, or their time to object is over (paragraph 1);
    - closely_coordinated: each of them has answered, the Task Force too (paragraph 4).
    """

    COORDINATED = "coordinated"
    CONSULTED = "consulted"
    CLOSELY_COORDINATED = "closely_coordinated"


@dataclass(frozen=True, slots=True)
class Request:
    """A State's or regional organisation's request: by which paper, and whether the programme has accepted it."""

    by: str
    reference: str
    has_document: bool
    is_accepted: bool
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """An entry of the coordination log: when a body was told, until when it may object, and what it answered.

    `answer`: "agreed", "no_objection", "objected", or "" while there is none.
    """

    body: str
    told_on: date
    object_until: date | None
    answer: str
    has_document: bool


@dataclass(frozen=True, slots=True)
class Money:
    """What is committed for an activity and what is lacking, in cents, support cost included.

    `reference`: of the commitment in the books, "" where nothing is committed.
    """

    committed: int
    gap: int
    reference: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph of a resolution that is cited as mandate.

    Attributes:
        is_adopted: the resolution was adopted by the organ whose resolution it is; false for a draft that another organ
            recommends, until its adoption is recorded.
        has_record: with its symbol, its day and its source.
    """

    resolution: str
    paragraph: str
    is_adopted: bool
    has_record: bool


@dataclass(frozen=True, slots=True)
class Determination:
    """What was decided where a resolution leaves something to discretion: yes or no, why, by whom, on which day.

    `budget_line` and `indicator`: to what the component is tied, where the answer is yes.
    """

    is_yes: bool
    reason: str
    has_author_and_day: bool
    budget_line: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """The look at international law that an activity goes through: what is unanswered, and whether it is documented."""

    open_questions: tuple[str, ...]
    has_document: bool


@dataclass(frozen=True, slots=True)
class Excepted:
    """An exception from a gate: why, who proposed it and who confirmed it, and by which document."""

    gate: str
    reason: str
    proposed_by: str
    confirmed_by: str
    has_document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity as the gates read it.

    Attributes:
        beneficiaries: codes of States, and keys of regional organisations, for which it is.
        visits: codes of States that it enters to assess; consents: what these States allow.
        topics, participants, first_day, last_day: what a consent is held against.
        languages: in which it is given; asked_in: the languages that its beneficiaries asked for.
        touches_law: it is about laws, treaties or training, so that it is looked at under international law.
        words: title and objective, in English.
        has_outcome: a document shows what came of it.
    """

    beneficiaries: tuple[str, ...]
    requests: tuple[Request, ...] = ()
    visits: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()
    topics: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    first_day: date
    last_day: date
    contacts: tuple[Contact, ...] = ()
    money: Money = Money(0, 0, "")
    citations: tuple[Citation, ...] = ()
    discretion: Mapping[str, Determination] = field(default_factory=dict)
    screening: Screening | None = None
    languages: frozenset[str] = frozenset()
    asked_in: frozenset[str] = frozenset()
    touches_law: bool = True
    words: str = ""
    exceptions: tuple[Excepted, ...] = ()
    has_outcome: bool = False
    today: date
