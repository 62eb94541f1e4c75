"""What a State does under a treaty, as a source reports it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActKind(StrEnum):
    """Kinds of act (VCLT arts. 2(1)(b) and (d), 11-16, 20-25, 29, 54)."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONSENT_UNSPECIFIED = "consent_unspecified"
    """The source names the State as bound without saying by which act."""
    PROVISIONAL_APPLICATION = "provisional_application"
    NOTIFICATION = "notification"
    DECLARATION = "declaration"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    WITHDRAWAL = "withdrawal"
    """Takes back another act (`RecordedAct.withdraws`): a reservation, a declaration, an objection, a signature."""
    DENUNCIATION = "denunciation"
    TERRITORIAL_EXTENSION = "territorial_extension"


CONSENT_KINDS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.CONSENT_UNSPECIFIED,
    }
)
"""Acts by which a State consents to be bound (VCLT art. 11; VCSST art. 2(1)(g))."""


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """One act as one source reports it; several sources on one act are several of these.

    Attributes:
        key: identifies this report for ever.
        on: the day of the act (deposit for consent); None when the source does not give it.
        in_force_on: the day on which the act took effect for the State, as the source prints it.
        attested_on: the day of the source: by then the act had been done.
        known_on: the day on which this record learned of it.
        effective_on: a day earlier than `on` from which the act takes effect (succession).
        withdraws: the key of the act that this one takes back, or names the act objected to.
        subject: what a declaration, reservation or notification is about ("art. 24(2)", "producer").
        depositary: with whom it was done, where an instrument has several depositaries.
    """

    key: str
    instrument: str
    state: str
    kind: ActKind
    source: str
    attested_on: date
    known_on: date
    on: date | None = None
    in_force_on: date | None = None
    effective_on: date | None = None
    withdraws: str | None = None
    subject: str = ""
    depositary: str = ""
    reservation_noted: bool = False


@dataclass(frozen=True, slots=True)
class SettledAct:
    """One act as the record takes it, after all that its sources report has been weighed (`settling`).

    Attributes:
        key: the key of the report that leads; it stays the same while that report leads.
        in_force_on: the day on which it took effect as the sources print it; the article is applied elsewhere.
        first_attested_on, last_attested_on: the earliest and the latest day of a source that names the act.
        known_on: the day on which this record first learned of the act.
        reports: the keys of all reports of this act, the leading one first; none is dropped.
        sources: the sources of these reports.
    """

    key: str
    instrument: str
    state: str
    kind: ActKind
    first_attested_on: date
    last_attested_on: date
    known_on: date
    on: date | None = None
    in_force_on: date | None = None
    effective_on: date | None = None
    withdraws: str | None = None
    subject: str = ""
    depositary: str = ""
    reservation_noted: bool = False
    reports: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
