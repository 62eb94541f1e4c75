"""What officers corrected, and what a paragraph's corrections mean for the duties that were read from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accede.core.mandates.amending import Amended, When
from accede.core.mandates.clauses.deadline import decisive_kind
from accede.core.mandates.cutting.structure import Kind, Part
from accede.modules.mandates.models import Correction, Paragraph


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction that holds."""

    about: str
    field: str
    was: object
    value: object
    why: str
    by: str
    at: datetime


Holding = Mapping[str, CorrectionLine]
"""The newest correction of each value of one paragraph or duty."""

_NOTHING: Holding = {}


def corrections_of(reading_ids: Iterable[int]) -> dict[int, dict[str, dict[str, CorrectionLine]]]:
    """Return for each reading, and in it for each paragraph or duty, the newest correction of each value."""
    found: dict[int, dict[str, dict[str, CorrectionLine]]] = {}
    for row in Correction.objects.filter(reading_id__in=list(reading_ids)).order_by("pk"):
        line = CorrectionLine(row.about, row.field, row.was, row.value, row.why, row.corrected_by, row.corrected_at)
        found.setdefault(row.reading_id, {}).setdefault(row.about, {})[row.field] = line
    return found


def paragraph_key(path: str, place: int) -> str:
    """Return what corrections of a paragraph are about: annexes count anew, so that a path may come twice."""
    return f"{path} at {place}"


def duty_key(key: str) -> str:
    """Return what corrections of a duty are about."""
    return f"duty {key}"


def read_when(data: Mapping[str, object]) -> When:
    """Return the time that a paragraph sets as it was read: of several deadlines the one that decides."""
    found = min(objects(data, "deadlines"), key=lambda one: decisive_kind(one["kind"]), default=None)
    return When(found["text"], found["from"], found["until"]) if found is not None else When("", None, None)


def corrected_when(read: When, holding: Holding) -> When:
    """Return the time that a paragraph sets after corrections."""

    def day(name: str, was: str | None) -> str | None:
        if name not in holding:
            return was
        value = holding[name].value
        return value if isinstance(value, str) else None

    words = str(holding["due_words"].value) if "due_words" in holding else read.words
    return When(words, day("due_from", read.due_from), day("due_until", read.due_until))


def codes_of(data: Mapping[str, object]) -> tuple[str, ...]:
    """Return the conditions of a paragraph as codes, each once."""
    return tuple(dict.fromkeys(str(one["code"]) for one in objects(data, "conditions")))


def strings(value: object) -> tuple[str, ...]:
    """Return a list of strings out of a table's JSON."""
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def objects(data: Mapping[str, object], name: str) -> list[dict[str, Any]]:
    """Return a list of objects out of what was read of a paragraph."""
    value = data.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class Followed:
    """What a duty follows: the corrections of its own paragraph or item, and of the paragraph above an item.

    `is_owed`: not where an officer said that the paragraph is one of the preamble, which asks nothing of anybody.
    """

    own: Amended
    above: Amended
    words_above: str | None
    corrections: tuple[CorrectionLine, ...]
    is_owed: bool = True


@dataclass(frozen=True, slots=True)
class _Place:
    amended: Amended
    read: When
    corrections: tuple[CorrectionLine, ...]
    is_owed: bool


_FIELDS = ("kind", "addressees", "conditions", "due_words", "due_from", "due_until")


def followed_by(reading_id: int, corrected: Mapping[str, Holding]) -> Mapping[int, Followed]:
    """Return for each place of a reading what a duty read there follows; places where nothing changed are left out."""
    if not any(field in holding for holding in corrected.values() for field in _FIELDS):
        return {}
    found: dict[int, Followed] = {}
    above: _Place | None = None
    for row in Paragraph.objects.filter(reading_id=reading_id, part=Part.RESOLUTION).order_by("place"):
        holding = corrected.get(paragraph_key(row.path, row.place), _NOTHING)
        here = _place(row.data, holding)
        is_item = (row.level or 1) > 1 and above is not None
        if not is_item:
            above = here
        top = above if is_item else None
        corrections = (*here.corrections, *(top.corrections if top is not None else ()))
        if corrections:
            words_above = top.read.words if top is not None else None
            found[row.place] = Followed(
                here.amended,
                top.amended if top is not None else Amended(),
                words_above,
                corrections,
                is_owed=here.is_owed and (top is None or top.is_owed),
            )
    return found


def _place(data: Mapping[str, object], holding: Holding) -> _Place:
    read = read_when(data)
    after = corrected_when(read, holding)
    return _Place(
        Amended(
            addressees=_change(strings(data.get("addressees")), holding.get("addressees")),
            conditions=_change(codes_of(data), holding.get("conditions")),
            when=(read, after) if after != read else None,
        ),
        read,
        tuple(holding[name] for name in _FIELDS if name in holding),
        is_owed="kind" not in holding or holding["kind"].value != Kind.PREAMBULAR,
    )


def _change(read: Sequence[str], correction: CorrectionLine | None) -> tuple[Sequence[str], Sequence[str]] | None:
    return (read, strings(correction.value)) if correction is not None else None
