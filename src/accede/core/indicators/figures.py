"""A figure: the value, and the records from which it can be counted again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accede.core.explain import Reason
from accede.core.indicators.definitions import Counting, Definition, digest_of

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Record:
    """One record behind a figure.

    Attributes:
        key: which record: its kind and its key there ("request:…").
        counts: the thing that is counted by it.
        on: the day by which it belongs to the time of the figure; None where no source gives one.
        amount: what is added, where amounts are.
        giver: whose it is, where a figure must not show what one of few gave.
    """

    key: str
    counts: str
    on: date | None = None
    amount: Decimal = ONE
    giver: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count found.

    Attributes:
        expected, looked_at: what had to be looked at, and what was; they differ where something was left out.
        unknown: of how many things the record cannot say whether they count.
    """

    records: tuple[Record, ...]
    expected: frozenset[str] = frozenset()
    looked_at: frozenset[str] = frozenset()
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its proof.

    Attributes:
        parameters: what was asked, days as year-month-day; without `known` it is counted as the record knows now.
    """

    definition: Definition
    parameters: Mapping[str, str]
    value: Decimal
    records: tuple[Record, ...]
    unknown: int = 0

    def as_values(self) -> dict[str, object]:
        """Return it as plain values, as the hash covers it: definition, parameters, value, unknown, records."""
        return {
            "definition": self.definition.as_values(),
            "parameters": dict(self.parameters),
            "value": plain(self.value),
            "unknown": self.unknown,
            "records": [
                [one.key, one.counts, one.on.isoformat() if one.on else None, plain(one.amount)] for one in self.records
            ],
        }

    @property
    def digest(self) -> str:
        """The hash over the definition, the parameters, the value and the records (`digest_of`)."""
        return digest_of(self.as_values())

    @classmethod
    def read(cls, values: Mapping[str, object]) -> "Figure":
        """Return the figure that `as_values` wrote.

        Raises:
            KeyError, TypeError, ValueError, ArithmeticError: the values are not such.
        """
        definition, parameters, records = values["definition"], values["parameters"], values["records"]
        if not (isinstance(definition, dict) and isinstance(parameters, dict) and isinstance(records, list)):
            raise TypeError("figure")
        return cls(
            definition=Definition.read(definition),
            parameters={str(name): str(value) for name, value in parameters.items()},
            value=Decimal(str(values["value"])),
            records=tuple(_record(one) for one in records),
            unknown=int(str(values["unknown"])),
        )


def figure_of(definition: Definition, parameters: Mapping[str, str], counted: Counted) -> Figure:
    """Return the figure that a count gives, its records in one order."""
    records = tuple(sorted(counted.records, key=lambda one: (one.key, one.counts)))
    value = value_of(definition.counting, records)
    return Figure(definition, dict(sorted(parameters.items())), value, records, counted.unknown)


def value_of(counting: Counting, records: Iterable[Record]) -> Decimal:
    """Return the number that records make, by the way of counting."""
    if counting is Counting.SUM:
        return sum((one.amount for one in records), Decimal(0))
    if counting is Counting.DISTINCT:
        return Decimal(len({one.counts for one in records}))
    return Decimal(sum(1 for _one in records))


def plain(number: Decimal) -> str:
    """Return a number as it is written in a proof: no exponent, no needless zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def differences(before: Figure, after: Figure) -> tuple[Reason, ...]:
    """Return in what a figure that is counted again differs: definition, value, records that came or went."""
    found = []
    if before.definition.digest != after.definition.digest:
        versions = {"before": before.definition.version, "after": after.definition.version}
        found.append(Reason("figure.definition_differs", versions))
    if before.value != after.value:
        found.append(Reason("figure.value_differs", {"before": plain(before.value), "after": plain(after.value)}))
    came, went = _apart(before.records, after.records)
    if came or went:
        found.append(Reason("figure.records_differ", {"came": came, "went": went}))
    return tuple(found)


def _apart(before: Sequence[Record], after: Sequence[Record]) -> tuple[int, int]:
    earlier = {(one.key, one.counts, one.on, plain(one.amount)) for one in before}
    later = {(one.key, one.counts, one.on, plain(one.amount)) for one in after}
    return len(later - earlier), len(earlier - later)


def _record(values: object) -> Record:
    if not isinstance(values, list):
        raise TypeError("record")
    key, counts, on, amount = values
    return Record(str(key), str(counts), date.fromisoformat(str(on)) if on is not None else None, Decimal(str(amount)))
