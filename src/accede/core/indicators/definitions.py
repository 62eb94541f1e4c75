"""What a figure counts: in which unit, over which time, how things are told apart, by which rule."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What the number is a number of. A State that joins three instruments is one State and three adherences."""

    ADHERENCES = "adherences"
    STATES = "states"
    REQUESTS = "requests"
    CONTRIBUTIONS = "contributions"
    DOLLARS = "dollars"
    VISITS = "visits"
    NEEDS = "needs"
    ACTIVITIES = "activities"
    CONSULTATIONS = "consultations"
    BODIES = "bodies"
    OBLIGATIONS = "obligations"


class Span(StrEnum):
    """Of which time a figure speaks."""

    AS_AT = "as_at"
    """What is so at the end of a day; it may rise and fall."""
    CUMULATIVE = "cumulative"
    """All that had happened by the end of a day; it never falls."""
    PERIOD = "period"
    """What happened from a first to a last day, both included."""


class Counting(StrEnum):
    """How records become a number."""

    EACH = "each"
    """Each record counts one thing, and no thing is counted by two records."""
    DISTINCT = "distinct"
    """A thing is counted once, however many records speak of it."""
    SUM = "sum"
    """The amounts of the records are added."""


DAYS = {Span.AS_AT: ("on",), Span.CUMULATIVE: ("on",), Span.PERIOD: ("from", "until")}
"""The days that a figure of a span must be asked for."""
KNOWN = "known"
"""The parameter that asks for the figure as the record knew it on a day; without it: as it knows now."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure counts.

    Attributes:
        code: its name in addresses, reports and packages, the same for ever.
        version: goes up whenever anything else here changes.
        parameters: what can be asked beside days; each narrows what is counted.
        rule: what is counted, in English, exactly; part of the hash, so that new words are a new version.
    """

    code: str
    version: int
    unit: Unit
    span: Span
    counting: Counting
    parameters: tuple[str, ...]
    rule: str

    @property
    def days(self) -> tuple[str, ...]:
        """The days that it must be asked for."""
        return DAYS[self.span]

    def as_values(self) -> dict[str, object]:
        """Return it as plain values, as the hash covers it."""
        return {
            "code": self.code,
            "version": self.version,
            "unit": self.unit.value,
            "span": self.span.value,
            "counting": self.counting.value,
            "parameters": sorted(self.parameters),
            "rule": self.rule,
        }

    @property
    def digest(self) -> str:
        """The hash of the definition (`digest_of`)."""
        return digest_of(self.as_values())

    @classmethod
    def read(cls, values: Mapping[str, object]) -> "Definition":
        """Return the definition that `as_values` wrote.

        Raises:
            KeyError, TypeError, ValueError: the values are not such.
        """
        parameters = values["parameters"]
        if not isinstance(parameters, list) or not all(isinstance(one, str) for one in parameters):
            raise TypeError("parameters")
        return cls(
            code=str(values["code"]),
            version=int(str(values["version"])),
            unit=Unit(str(values["unit"])),
            span=Span(str(values["span"])),
            counting=Counting(str(values["counting"])),
            parameters=tuple(parameters),
            rule=str(values["rule"]),
        )


def canonical(values: object) -> bytes:
    """Return values as the only JSON that they have: keys in order, no blanks, UTF-8, letters as they are.

    Numbers that are not counts stand in it as text, so that no reader rounds them.
    """
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def digest_of(values: object) -> str:
    """Return the SHA-256 of the canonical JSON of values, in sixty-four hexadecimal digits (FIPS 180-4; RFC 8259)."""
    return hashlib.sha256(canonical(values)).hexdigest()
