"""The definitions of figures that ship, and the hashes under which they were published."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from accede import data
from accede.core.indicators.definitions import Counting, Definition, Span, Unit


@dataclass(frozen=True, slots=True)
class Described:
    """A definition with its title and its rule by language."""

    definition: Definition
    titles: Mapping[str, str]
    rules: Mapping[str, str]


@cache
def definitions() -> Mapping[str, Described]:
    """Return the definitions by code, in the order in which they are listed."""
    return {one["code"]: _described(one) for one in data.document("figures/definitions.yaml")}


@cache
def published() -> Mapping[str, tuple[int, str]]:
    """Return under which version and hash each definition was published last."""
    rows = sorted(data.rows("figures/pinned.csv"), key=lambda row: int(row["version"]))
    return {row["code"]: (int(row["version"]), row["digest"]) for row in rows}


def _described(one: Mapping[str, object]) -> Described:
    titles, rules, parameters = one["title"], one["rule"], one["parameters"]
    if not (isinstance(titles, dict) and isinstance(rules, dict) and isinstance(parameters, list)):
        raise TypeError(f"figures/definitions.yaml: {one['code']}")
    definition = Definition(
        code=str(one["code"]),
        version=int(str(one["version"])),
        unit=Unit(str(one["unit"])),
        span=Span(str(one["span"])),
        counting=Counting(str(one["counting"])),
        parameters=tuple(map(str, parameters)),
        rule=str(rules["en"]),
    )
    return Described(definition, titles, rules)
