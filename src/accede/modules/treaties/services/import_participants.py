"""The participant tables that depositaries publish: one row a State, one column a kind of act, days with letters.

As in the United Nations Treaty Collection: "Participant", "Signature", "Ratification, Acceptance(A), Approval(AA),
Accession(a), Succession(d)", and cells such as "10 Jul 2003 a". A letter after the day says which of the kinds that the
heading names is meant; without a letter it is the heading's first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accede.core.treaties.acts import ActKind
from accede.foundation.imports import Problem, TableFile
from accede.foundation.imports.bounds import LONGEST_HEADING, MOST_HEADINGS
from accede.foundation.imports.tables import Refuse
from accede.foundation.texts import folded

_WHO = frozenset({"participant", "participants", "state", "states", "state party", "party", "parties", "country"})
_KINDS = {
    "signature": ActKind.SIGNATURE,
    "date of signature": ActKind.SIGNATURE,
    "definitive signature": ActKind.DEFINITIVE_SIGNATURE,
    "ratification": ActKind.RATIFICATION,
    "acceptance": ActKind.ACCEPTANCE,
    "approval": ActKind.APPROVAL,
    "accession": ActKind.ACCESSION,
    "succession": ActKind.SUCCESSION,
    "denunciation": ActKind.DENUNCIATION,
    "withdrawal": ActKind.DENUNCIATION,
    "provisional application": ActKind.PROVISIONAL_APPLICATION,
    "date of deposit": ActKind.CONSENT_UNSPECIFIED,
    "date of deposit of instrument of ratification": ActKind.RATIFICATION,
    "deposit": ActKind.CONSENT_UNSPECIFIED,
}
_EFFECT = frozenset({"entry into force", "date of entry into force", "effective date", "date of effect", "in force"})
_LETTERS = {
    "A": ActKind.ACCEPTANCE,
    "AA": ActKind.APPROVAL,
    "a": ActKind.ACCESSION,
    "d": ActKind.SUCCESSION,
    "s": ActKind.DEFINITIVE_SIGNATURE,
}
_PART = re.compile(r"\s*([^(),]+?)\s*(?:\(([A-Za-z]{1,2})\))?\s*(?:,|$)")
_CELL = re.compile(r"\[?\s*(.*?[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?)\s*([A-Za-z]{1,2})?\s*\]?(?:\s+[0-9][0-9, ]*)?")
_FOOTNOTES = re.compile(r"(?<=[^\W\d])[\s ]*[0-9][0-9,\s ]*$")
_LONGEST_CELL = 200
"""Nothing longer is a day, and looking for one in it takes the longer."""
HEADER = ("state", "kind", "on", "in_force_on")


@dataclass(frozen=True, slots=True)
class _ActColumn:
    """A column of days: the kind without a letter, and the kinds that letters stand for."""

    kind: ActKind | None
    letters: dict[str, ActKind]


def as_acts(table: TableFile) -> TableFile:
    """Return `table` as it is, or, where it is a participant table, as a table of acts."""
    if len(table.header) > MOST_HEADINGS:
        return table
    who = next((at for at, heading in enumerate(table.header) if folded(heading) in _WHO), None)
    acts = {at: column for at, heading in enumerate(table.header) if (column := _act_column(heading)) is not None}
    if who is None or not acts or any(folded(heading) == "kind" for heading in table.header):
        return table
    return ParticipantTable(table, who, acts)


class ParticipantTable:
    """A participant table read as acts: as many rows for a State as its row has days."""

    def __init__(self, table: TableFile, who: int, acts: dict[int, _ActColumn]) -> None:
        self._table = table
        self._who = who
        self._acts = acts
        self._effect = next((at for at, heading in enumerate(table.header) if folded(heading) in _EFFECT), None)
        known = {who, self._effect, *acts}
        unknown = tuple(heading for at, heading in enumerate(table.header) if at not in known)
        # Headings that mean nothing here are left for the check of headings to name.
        self._header = (*(HEADER if self._effect is not None else HEADER[:3]), *unknown)
        self._others = [at for at in range(len(table.header)) if at not in known]

    @property
    def header(self) -> Sequence[str]:
        """The headings of a table of acts."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield one row for each day in a row of the table."""
        for number, cells in self._table.rows(refuse):
            state = _FOOTNOTES.sub("", cells[self._who].strip())
            others = tuple(cells[at] for at in self._others)
            for at, column in self._acts.items():
                text = cells[at].strip()
                if not text:
                    continue
                kind, day = _read_cell(text, column)
                if kind is None:
                    heading = self._table.header[at]
                    refuse(Problem("participants.letter", number, heading, {"text": text[:60], "heading": heading}))
                    continue
                effect = () if self._effect is None else (cells[self._effect] if kind is not ActKind.SIGNATURE else "",)
                yield number, (state, kind.value, day, *effect, *others)

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come."""
        return self._table.progress()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()


def _act_column(heading: str) -> _ActColumn | None:
    """Return what a heading such as "Ratification, Acceptance(A), Accession(a)" names; None for another column."""
    if len(heading) > LONGEST_HEADING:
        return None
    first: ActKind | None = None
    letters: dict[str, ActKind] = {}
    for part in re.split(r",|\bor\b|/", heading):
        match = _PART.fullmatch(part.strip())
        kind = _KINDS.get(folded(match[1])) if match else None
        if match is None or kind is None:
            return None
        if match[2]:
            letters[match[2]] = kind
        elif first is None:
            first = kind
    return _ActColumn(first, letters)


def _read_cell(text: str, column: _ActColumn) -> tuple[ActKind | None, str]:
    """Return the kind of act and the day as written; no kind where the letter means nothing here."""
    # Blanks count as one: several together could be divided among the parts of the pattern in too many ways.
    match = _CELL.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST_CELL else None
    if match is None:
        # No day that we know: the check of days says so, with the words of the cell.
        return column.kind or next(iter(column.letters.values()), None), text
    letter = match[2]
    if letter:
        return column.letters.get(letter) or _LETTERS.get(letter), match[1]
    # A column of one kind that states its letter in the heading need not repeat it in each cell.
    only = next(iter(column.letters.values())) if len(column.letters) == 1 else None
    return column.kind or only, match[1]
