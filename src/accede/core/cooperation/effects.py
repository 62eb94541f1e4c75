"""What a legal basis does for a request, and which of several is the strongest."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Purpose(StrEnum):
    """What is asked of the requested State."""

    EXTRADITION = "extradition"
    MLA = "mla"
    """Mutual legal assistance."""
    PROSECUTION = "prosecution"
    """Submit the case to its own prosecutors if it does not extradite (aut dedere aut judicare)."""


class Effect(StrEnum):
    """What one basis gives between two States for an offence and a purpose."""

    NONE = "none"
    NOT_KNOWN = "not_known"
    """One of the two is perhaps not bound: the record does not say."""
    NO_DUTY = "no_duty"
    """The convention applies but creates no duty (Tokyo art. 16(2))."""
    TEXT_NOT_READ = "text_not_read"
    """A regional treaty binds both; what it obliges them to was not read."""
    OPTION = "option"
    """The requested State needs a treaty and may, at its option, take the convention as one (Hague art. 8(2))."""
    OPTION_OR_RECOGNITION = "option_or_recognition"
    """One or the other: whether the requested State needs a treaty is not known, or differs from case to case."""
    OWN_LAW = "own_law"
    """The requested State needs no treaty; the requesting State does, or that is not known."""
    RECOGNISED = "recognised"
    """Both need no treaty and recognise the offence as extraditable between themselves (Hague art. 8(3))."""
    TREATY_TERMS = "treaty_terms"
    """A treaty between the two applies by its own terms; no convention puts the offence into it."""
    INCLUSION_UNDERTAKEN = "inclusion_undertaken"
    """A treaty later than the convention: the two undertook to include the offence (Bombings art. 9(1))."""
    INCLUDED = "included"
    """The offence is deemed included in the existing extradition treaty (Hague art. 8(1))."""
    ASSISTANCE = "assistance"
    """A duty to assist under the convention, by the law of the requested State (Hague art. 10(1))."""
    ASSISTANCE_BY_TREATY = "assistance_by_treaty"
    """The same duty, carried out through a treaty on mutual legal assistance between the two (Bombings art. 10(2))."""
    SUBMISSION = "submission"
    """A duty to submit the case for prosecution if the person is not extradited (Hague art. 7)."""
    SUPERSEDED = "superseded"
    """Another text governs between these two (Beijing Convention art. 24)."""
    IF_FACTS_ALLOW = "if_facts_allow"
    """Serves only if facts of the case bring it within the treaty (UNTOC arts. 2, 3 and 16(1))."""


STRENGTH: Mapping[Effect, int] = MappingProxyType(
    {
        Effect.NONE: 0,
        Effect.NOT_KNOWN: 1,
        Effect.NO_DUTY: 3,
        Effect.TEXT_NOT_READ: 4,
        Effect.OPTION: 5,
        Effect.OPTION_OR_RECOGNITION: 7,
        Effect.OWN_LAW: 9,
        Effect.RECOGNISED: 11,
        Effect.TREATY_TERMS: 12,
        Effect.INCLUSION_UNDERTAKEN: 13,
        Effect.INCLUDED: 15,
        Effect.ASSISTANCE: 13,
        Effect.ASSISTANCE_BY_TREATY: 15,
        Effect.SUBMISSION: 15,
        Effect.SUPERSEDED: 0,
        Effect.IF_FACTS_ALLOW: 0,
    }
)
"""How much a basis gives, for choosing between several with one purpose; what depends on facts is not counted.

Everything that a convention gives has an odd number, so that its lowest bit alone is that of NOT_KNOWN (`network`).
"""
FIRST_SURE = STRENGTH[Effect.OPTION]
"""From this strength on, a pair has a basis that the record can vouch for; below it, the pair is blind."""

_ONLY_FOR: Mapping[Effect, Purpose] = {
    Effect.ASSISTANCE: Purpose.MLA,
    Effect.ASSISTANCE_BY_TREATY: Purpose.MLA,
    Effect.SUBMISSION: Purpose.PROSECUTION,
    Effect.INCLUDED: Purpose.EXTRADITION,
    Effect.INCLUSION_UNDERTAKEN: Purpose.EXTRADITION,
}


def effects_of(purpose: Purpose) -> Mapping[int, Effect]:
    """Return the effects that a strength can stand for with a purpose."""
    named = (e for e in STRENGTH if _ONLY_FOR.get(e, purpose) is purpose)
    return {STRENGTH[e]: e for e in named if STRENGTH[e] > 0} | {0: Effect.NONE}
