"""What a State has consented to, and whether something lies within it.

A consent is scoped: days, topics, participants, what may be shared and with whom. It counts from its first day to its
last one and ends at once when the State withdraws it. Whatever it does not name, it does not allow.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.values import Period


class Shareable(StrEnum):
    """What a State may let others see."""

    NEEDS = "needs"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Consent:
    """A State's consent as the gates read it.

    Attributes:
        state: the State that gave it.
        valid: its days; visits and sharing lie within them.
        topics, participants: what may be looked at, and by which organisations.
        may_share, share_with: what may be shown to others, and to which organisations.
        withdrawn_on: the day of its withdrawal; from that moment on it allows nothing.
    """

    state: str
    valid: Period
    topics: frozenset[str]
    participants: frozenset[str]
    may_share: frozenset[str]
    share_with: frozenset[str]
    withdrawn_on: date | None = None


class NotShared(StrEnum):
    """Why something may not be shared with an organisation."""

    NO_CONSENT = "no_consent"
    WITHDRAWN = "withdrawn"
    OTHER_STATE = "other_state"
    NOT_VALID = "not_valid"
    WHAT = "what"
    WHOM = "whom"
    TOPIC = "topic"


def why_not_shared(
    consent: Consent | None, *, what: Shareable, topic: str, state: str, organisation: str, on: date
) -> tuple[NotShared, ...]:
    """Return every reason for which something of a State may not be shown to an organisation; none: it may.

    The rule: only what the State named, only to whom it named, only while its consent lasts (ECOSOC resolution
    2007/18, preamble paragraph 10, “with the consent of the States concerned”).
    """
    if consent is None:
        return (NotShared.NO_CONSENT,)
    if consent.withdrawn_on is not None:
        return (NotShared.WITHDRAWN,)
    asked = (
        (NotShared.OTHER_STATE, consent.state == state),
        (NotShared.NOT_VALID, on in consent.valid),
        (NotShared.WHAT, what in consent.may_share),
        (NotShared.WHOM, organisation in consent.share_with),
        (NotShared.TOPIC, topic in consent.topics),
    )
    return tuple(reason for reason, holds in asked if not holds)


def days_outside(consent: Consent, first: date, last: date) -> bool:
    """Return whether days in a row do not all lie within a consent."""
    return first not in consent.valid or last not in consent.valid


def outside(allowed: frozenset[str], wanted: Collection[str]) -> tuple[str, ...]:
    """Return what is wanted and not allowed, in the order in which it is wanted."""
    return tuple(one for one in wanted if one not in allowed)
