"""Two persons in one section: what each changed is put together, paragraph by paragraph; nobody's words are lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accede.core.reports.paragraphs import Paragraph, by_key


@dataclass(frozen=True, slots=True)
class Clash:
    """A paragraph that both changed; None for the text of who took it out."""

    key: str
    mine: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What both wrote put together; where they clash, with my words, until somebody decides.

    Attributes:
        taken_over: how many paragraphs the other person changed, added or took out where I changed nothing.
    """

    paragraphs: tuple[Paragraph, ...]
    clashes: tuple[Clash, ...]
    taken_over: int


def merged(base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Merged:
    """Return what I wrote over `base` together with what others saved meanwhile.

    A paragraph that one of us changed is taken as they wrote it. One that we both changed, each otherwise, is a clash;
    so is one that one of us changed and the other took out. New paragraphs stay, each behind the one it was written
    behind.
    """
    old, my, their = by_key(base), by_key(mine), by_key(theirs)
    clashes, kept, taken_over = [], dict[str, Paragraph](), 0
    for key in dict.fromkeys((*their, *my, *old)):
        was, here, there = old.get(key), my.get(key), their.get(key)
        if _same(here, there) or _same(there, was):
            found = here
        elif _same(here, was):
            found, taken_over = there, taken_over + 1
        else:
            clashes.append(Clash(key, here.text if here else None, there.text if there else None))
            found = here or there
        if found is not None:
            kept[key] = found
    return Merged(tuple(_in_order(kept, mine, theirs)), tuple(clashes), taken_over)


def _same(one: Paragraph | None, other: Paragraph | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.text, one.is_suggested) == (other.text, other.is_suggested)


def _in_order(
    kept: Mapping[str, Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]
) -> Iterator[Paragraph]:
    """Yield what is kept in the others' order, each of mine behind the one that it stands behind in my text."""
    order = [one.key for one in theirs]
    before = ""
    for one in mine:
        if one.key not in order:
            order.insert(order.index(before) + 1 if before else 0, one.key)
        before = one.key
    return (kept[key] for key in order if key in kept)
