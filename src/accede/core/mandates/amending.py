"""How a duty follows the corrections of the paragraph that it was read from.

The rule: a duty's own correction wins; else the correction of the paragraph or item that asks it; else that of the
paragraph above, of which an item is part; else what was read. Within a paragraph that asks several things:

- what is taken out of the paragraph's list is taken out of every duty of the paragraph;
- a name changed into another (the lists are equally long) changes in the duties that held it;
- what is added is added to every duty, since nothing tells to which it belongs;
- a duty that held the whole list holds the whole corrected list;
- a corrected time goes to the duties that were due at the time as read; where none was read, to every duty.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """When something is due: the words, and the days as written year-month-day."""

    words: str
    due_from: str | None
    due_until: str | None


@dataclass(frozen=True, slots=True)
class Amended:
    """A paragraph's values as read and as corrected; None where that value was not corrected."""

    addressees: tuple[Sequence[str], Sequence[str]] | None = None
    conditions: tuple[Sequence[str], Sequence[str]] | None = None
    when: tuple[When, When] | None = None


def amended_names(owed_by: Sequence[str], change: Amended) -> tuple[str, ...]:
    """Return who owes a duty after its paragraph's addressees were corrected."""
    if change.addressees is None:
        return tuple(owed_by)
    before, after = change.addressees
    if len(before) == len(after) and set(owed_by) <= set(before):
        renamed = dict(zip(before, after, strict=True))
        return tuple(renamed[name] for name in owed_by)
    return _amended(owed_by, before, after)


def amended_gates(gates: Sequence[str], change: Amended) -> tuple[str, ...]:
    """Return the gates of a duty after its paragraph's conditions were corrected."""
    return tuple(gates) if change.conditions is None else _amended(gates, *change.conditions)


def amended_when(read: When, above: Amended, own: Amended, *, words_above: str | None) -> When:
    """Return when a duty is due after the times of its paragraph, or of the paragraph above its item, were corrected.

    `words_above`: what was read as the time of the paragraph above; None for a duty that no item asks.
    """
    when = read
    if above.when is not None and read.words == above.when[0].words:
        when = above.when[1]
    if own.when is not None and read.words in (own.when[0].words, words_above):
        when = own.when[1]
    return when


def _amended(values: Sequence[str], before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    if set(values) == set(before):
        return tuple(after)
    kept = [value for value in values if value in after or value not in before]
    return tuple(dict.fromkeys([*kept, *(value for value in after if value not in before)]))
