"""What a depositary's list says of itself, beside its table: on which day it stood, how many parties there are.

Written as the depositaries write it: “STATUS AS AT : 28-11-2026”, “as at 30 September 2011”, “Status: 185 Parties.”,
“Signatories: 132. Parties: 185.”, “Number of Contracting States: 166”; in the languages in which they publish.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from accede.foundation.imports.days import TwoDays, read_day
from accede.foundation.printed.days import A_DAY

_AS_AT = re.compile(
    r"(?:\bas (?:at|of|on)|\bupdated(?: on)?|\bétat au|\betat au|\bsituation au|\bà la date du|\bsituación al"
    r"|\bestado al|\bal día|\bпо состоянию на|截至|截止|حتى|في تاريخ)\s*:?\s*(?P<rest>.{6,60})",
    re.IGNORECASE,
)
_STATUS = re.compile(r"status|état|etat|situation|situación|estado|состояни|状况|حالة", re.IGNORECASE)
_PARTIES = (
    r"(?:states\s+parties|contracting\s+(?:states|parties|governments)|parties|partes|états\s+(?:parties|contractants)"
    r"|estados\s+(?:partes|contratantes)|участник\w*|сторон\w*|缔约(?:国|方)|الأطراف|دولة طرف)"
)
_NUMBER_OF = r"(?:number|nombre|número|число|количество)\s+\w{1,3}\W+"
_COUNTED = (
    re.compile(rf"{_NUMBER_OF}{_PARTIES}\s*:?\s*(\d{{1,3}})\b", re.IGNORECASE),
    re.compile(rf"\b{_PARTIES}\s*[:：]\s*(\d{{1,3}})\b", re.IGNORECASE),
    re.compile(rf"(?<![\d.,])(\d{{1,3}})\s+{_PARTIES}", re.IGNORECASE),
    re.compile(r"缔约(?:国|方)(?:数目?|总数)?[:：]?\s*(\d{1,3})"),
)


@dataclass(frozen=True, slots=True)
class ListStatement:
    """The day on which a list says that it stood, and the number of parties that it states; None: not said, or both."""

    as_at: date | None
    parties: int | None


def statement_of(lines: Sequence[str]) -> ListStatement:
    """Return what the lines around a list say of it; what they say in two ways counts as not said."""
    return ListStatement(_as_at(lines), _parties(lines))


def _parties(lines: Iterable[str]) -> int | None:
    text = " \n".join(lines)
    for pattern in _COUNTED:
        found = {int(number) for number in pattern.findall(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _as_at(lines: Sequence[str]) -> date | None:
    # The words and the day may stand in two lines, one below the other.
    found = {"": set[date](), "status": set[date]()}
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        text = f"{line} {after}" if len(line) < 40 else line
        match = _AS_AT.search(text)
        if match is None:
            continue
        day = A_DAY.match(match["rest"])
        if day is None or (read := _read(day[0])) is None:
            continue
        found["status" if _STATUS.search(line) else ""].add(read)
    days = found["status"] or found[""]
    return days.pop() if len(days) == 1 else None


def _read(text: str) -> date | None:
    figures = re.match(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}", text)
    words = re.sub(r"\s*[\[(*†‡\]].*$", "", text)
    words = re.sub(r"(?<=\d{4})\s+[^\W\d_]{1,2}$", "", words)
    try:
        # Where the United Nations write a day in figures, the day stands first.
        return read_day(figures[0] if figures else words, "day-month")
    except (TwoDays, ValueError):
        return None
