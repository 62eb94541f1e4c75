"""What is translated: a paragraph in the original language, its figures as placeholders, and its translation."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accede.core.explain import Reason

FIGURE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is translated as one.

    Attributes:
        key: by which it is known when it comes back: the paragraph's.
        source: in the original language; figures stand in it as `{figure: …}`.
        target: what there is of a translation; "" for none.
        is_current: the translation is one of this very source.
        note: for the translator: where it stands.
    """

    key: str
    source: str
    target: str = ""
    is_current: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is translated together: from which language into which, under which name."""

    name: str
    source_language: str
    target_language: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """A unit as it came back; `source` is what was translated, which may no longer be what stands.

    `is_final`: the tool does not mark it as in need of review or as not begun.
    """

    key: str
    source: str
    target: str
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a unit that came back."""

    key: str
    reason: Reason


def figures_in(text: str) -> list[str]:
    """Return the placeholders of a text in order, each as it is written, without needless blanks."""
    return [" ".join(one.split()) for one in FIGURE.findall(text)]


def parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a text: words with 0, placeholders with their number, from 1."""
    at = 0
    for number, mark in enumerate(FIGURE.finditer(text), 1):
        if mark.start() > at:
            yield text[at : mark.start()], 0
        yield mark[0], number
        at = mark.end()
    if at < len(text):
        yield text[at:], 0


def wrong_placeholders(units: Sequence[Back], *, beside: Sequence[Back] = ()) -> list[Wrong]:
    """Return the units whose translation lost a placeholder, doubled one, or has one of another (also of `beside`).

    Within a unit they may stand in another order: languages order their sentences differently, and each placeholder
    says by its name what it is.
    """
    homes: Mapping[str, set[str]] = _homes([*units, *beside])
    found = []
    for one in units:
        wanted, there = Counter(figures_in(one.source)), Counter(figures_in(one.target))
        found += [Wrong(one.key, Reason("xliff.lost", {"figure": figure})) for figure in (wanted - there).elements()]
        for figure in (there - wanted).elements():
            others = sorted(homes.get(figure, set()) - {one.key})
            if figure in wanted:
                found.append(Wrong(one.key, Reason("xliff.doubled", {"figure": figure})))
            elif others:
                found.append(Wrong(one.key, Reason("xliff.moved", {"figure": figure, "unit": others[0]})))
            else:
                found.append(Wrong(one.key, Reason("xliff.strange", {"figure": figure})))
        if re.search(r"[{}]", FIGURE.sub("", one.target)):
            found.append(Wrong(one.key, Reason("xliff.bracket")))
    return found


def _homes(units: Sequence[Back]) -> dict[str, set[str]]:
    homes: dict[str, set[str]] = {}
    for one in units:
        for figure in figures_in(one.source):
            homes.setdefault(figure, set()).add(one.key)
    return homes
