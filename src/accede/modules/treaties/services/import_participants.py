"""Lists of parties as depositaries and others publish them, read as tables of acts.

One row a State, and columns of days: the United Nations Treaty Collection ("10 Jul 2003 a"), ICAO ("3 March 1999 (a)",
"-" for nothing), IMO and IAEA (the act in words beside its day, or in brackets behind the State), the Netherlands'
database, orders that give the day of entry into force alone. A letter or a word after the day says which of the kinds
that the heading names is meant; without one it is the heading's first. Tables with one row an act are left as they are.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from accede.core.treaties.acts import ActKind
from accede.foundation.imports import Problem, TableFile
from accede.foundation.imports.bounds import MOST_HEADINGS
from accede.foundation.imports.days import TwoDays, read_day
from accede.foundation.imports.tables import Refuse
from accede.foundation.texts import folded
from accede.modules.treaties.services.import_headings import (
    ActColumn,
    Role,
    act_column,
    kind_named,
    letters_of,
    role_of,
    writes_day_first,
)
from accede.modules.treaties.services.import_own import as_told

_CELL = re.compile(
    r"""\[?\s*(?P<day>.*?[0-9]{4}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2})?(?:\s*(?:\u0433\.?|года|م|年.*?[日号]))?)
    \s*(?:\(?(?P<letter>[^\W\d_]{1,2})\)?|\((?P<words>[^()0-9]{3,40})\))?
    \s*\]?\s*(?P<notes>(?:[*†‡]|[\(\[]?[0-9]{1,3}[\)\]]?[,\s]*)*)""",
    re.VERBOSE,
)
_USUAL = re.compile(
    r"(?P<day>[0-9]{1,2} [A-Za-z]{3,9} [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?: (?P<letter>[A-Za-z]{1,2}))?"
)
"""How most cells are written; the pattern for all of them takes ten times as long."""
_NOTES = re.compile(r"(?:[\s ]*(?:[\(\[][0-9*,\s]{1,12}[\)\]]|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\*\)|[0-9]{1,3}/))+$")
_ACT_BEHIND = re.compile(r"(?P<name>[^()]+(?:\([^()]*\)[^()]*)*?)\((?P<act>[^()0-9]{4,30})\)")
_FOOTNOTES = re.compile(r"(?:(?<=[^\W\d])|(?<=\)))[\s ]*[0-9][0-9,\s]*$")
_NOTHING = frozenset(("", "-", "–", "—", "−", "…", "...", "n/a", "nil"))
_LONGEST_CELL = 200
"""Nothing longer is a day or a name, and looking for one in it takes the longer."""
_MOST_KEPT = 20_000
"""How many texts of a column are kept: memory stays as it is, however long the list."""
Read = TypeVar("Read")
_OF_DEPOSIT = re.compile(r"deposit|depot|deposito|сдач|交存|ايداع")
"""A day that is a deposit's, though no heading says of what; in folded form."""
HEADER = ("state", "kind", "on", "in_force_on", "effective_on")


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which columns of a list are what."""

    who: int
    acts: Mapping[int, ActColumn]
    kind: int | None = None
    day: int | None = None
    effect: int | None = None
    end: int | None = None
    aside: frozenset[int] = frozenset()

    @property
    def used(self) -> set[int | None]:
        return {self.who, self.kind, self.day, self.effect, self.end, *self.acts, *self.aside}


def as_acts(table: TableFile, *, source_is_said: bool = True) -> TableFile:
    """Return `table` as it is, or, where it is a list of parties or a file of ours, as a table of acts."""
    if len(table.header) > MOST_HEADINGS:
        return table
    table = as_told(table, source_is_said=source_is_said)
    shape = _shape_of(table.header)
    return table if shape is None else ParticipantTable(table, shape)


def _shape_of(header: Sequence[str]) -> _Shape | None:
    roles = [role_of(heading) for heading in header]
    if Role.WHO not in roles and header and not header[0].strip():
        # IMO's lists give the column of the States no heading.
        roles[0] = Role.WHO
    at = {role: roles.index(role) for role in Role if role in roles}
    who, effect = at.get(Role.WHO), at.get(Role.EFFECT)
    if who is None or any(folded(heading) == "kind" for heading in header):
        return None
    acts = {
        place: column
        for place, heading in enumerate(header)
        if place != who and roles[place] is None and (column := act_column(heading)) is not None
    }
    aside = frozenset(place for place, role in enumerate(roles) if role is Role.ASIDE)
    kind, day = at.get(Role.KIND), at.get(Role.DAY)
    if not acts and kind is not None:
        return None  # one row an act: its headings are known by their own names
    if kind is None and acts:
        # Where acts have columns, one called “Instrument” says which instrument was deposited, not which treaty.
        kind = next((p for p, h in enumerate(header) if folded(h) == "instrument" and day is not None), None)
    if day is not None and kind is None:
        if not _OF_DEPOSIT.search(folded(header[day])):
            return None
        acts = {**acts, day: ActColumn(ActKind.CONSENT_UNSPECIFIED)}
        day = None
    if not acts and effect is None:
        return None
    return _Shape(who, acts, kind, day, effect, at.get(Role.END), aside)


class ParticipantTable:
    """A list of parties read as acts: as many rows for a State as its row has days."""

    def __init__(self, table: TableFile, shape: _Shape) -> None:
        self._table = table
        self._shape = shape
        self._letters = letters_of(table.header)
        self._day_first = writes_day_first(table.header)
        # Headings that mean nothing here are left for the check of headings to name.
        self._others = [place for place in range(len(table.header)) if place not in shape.used]
        wide = 5 if shape.end is not None or shape.kind is not None else 4 if shape.effect is not None else 3
        self._wide = wide
        self._written = _Cached(self._day_of_its_own)
        self._readers = [(place, _Cached(partial(self._read_cell, column))) for place, column in shape.acts.items()]
        self._header = (*HEADER[:wide], *(table.header[place] for place in self._others))

    @property
    def header(self) -> Sequence[str]:
        """The headings of a table of acts."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield one row for each day in a row of the table."""
        who, others, wide = self._shape.who, self._others, self._wide
        name, acts_of = _Cached(named_with_act), self._acts_of
        for number, cells in self._table.rows(refuse):
            state, act = name.of(cells[who])
            rest = [cells[place] for place in others]
            for kind, on, force, end in acts_of(number, cells, refuse):
                told = act if act is not None and kind is ActKind.CONSENT_UNSPECIFIED else kind
                yield number, [*(state, told.value, on, force, end)[:wide], *rest]

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come."""
        return self._table.progress()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()

    def _acts_of(self, number: int, cells: Sequence[str], refuse: Refuse) -> Iterator[tuple[ActKind, str, str, str]]:
        shape = self._shape
        effect = self._written.of(cells[shape.effect]) if shape.effect is not None else ""
        for place, read in self._readers:
            text = cells[place]
            if not text:
                continue
            kind, day = read.of(text)
            if kind is None:
                if day:
                    heading = self._table.header[place]
                    told = text.strip()[:60]
                    refuse(Problem("participants.letter", number, heading, {"text": told, "heading": heading}))
                continue
            if kind is ActKind.DENUNCIATION:
                yield kind, day, "", self._written.of(cells[shape.end]) if shape.end is not None else ""
            else:
                yield kind, day, "" if kind in _BINDS_NOBODY else effect, ""
        if shape.kind is not None or not shape.acts:
            yield from self._act_in_words(number, cells, effect, refuse)

    def _act_in_words(
        self, number: int, cells: Sequence[str], effect: str, refuse: Refuse
    ) -> Iterator[tuple[ActKind, str, str, str]]:
        """Yield the act whose kind has a column of its own, or that is known by its effect alone."""
        shape = self._shape
        words = without_notes(cells[shape.kind]) if shape.kind is not None else ""
        day = self._written.of(cells[shape.day]) if shape.day is not None else ""
        if folded_nothing(words) and not day and (not effect or shape.acts):
            return
        kind = ActKind.CONSENT_UNSPECIFIED if folded_nothing(words) else kind_named(words)
        if kind is ActKind.SIGNATURE and shape.acts:
            return  # it has a column of its own
        if kind is None:
            heading = self._table.header[shape.kind or 0]
            refuse(Problem("participants.letter", number, heading, {"text": words[:60], "heading": heading}))
            return
        ends = kind is ActKind.DENUNCIATION
        yield kind, day, "" if ends else effect, effect if ends else ""

    def _day_of_its_own(self, text: str) -> str:
        """Return a day of its own column, without what lists put around it."""
        text = text.strip()
        if folded_nothing(text):
            return ""
        if len(text) > _LONGEST_CELL:
            return text
        text = text.removeprefix("effect from ").removeprefix("with effect from ")
        return self._clear(_NOTES.sub("", text).strip())

    def _read_cell(self, column: ActColumn, text: str) -> tuple[ActKind | None, str]:
        """Return the kind of act and the day as written; no kind where the letter means nothing, no day for nothing."""
        text = text.strip()
        usual = _USUAL.fullmatch(text)
        if usual is not None and not self._day_first:
            letter = usual["letter"]
            if letter:
                return column.letters.get(letter) or self._letters.get(letter), usual["day"]
            if column.kind is not None:
                return column.kind, usual["day"]
        if folded_nothing(text):
            return None, ""
        only = next(iter(column.letters.values())) if len(column.letters) == 1 and column.kind is None else None
        # Blanks count as one: several together could be divided among the parts of the pattern in too many ways.
        match = _CELL.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST_CELL else None
        if match is None:
            # No day that we know: the check of days says so, with the words of the cell.
            return column.kind or only or next(iter(column.letters.values()), None), text
        day = self._clear(match["day"])
        if letter := match["letter"]:
            return column.letters.get(letter) or self._letters.get(letter), day
        if words := match["words"]:
            return kind_named(words), day
        # A column of one kind that states its letter in the heading need not repeat it in each cell.
        return column.kind or only, day

    def _clear(self, text: str) -> str:
        """Return a day that can be read without knowing the list: its figures, where the list fixes their order."""
        if not self._day_first:
            return text
        try:
            return read_day(text, "day-month").isoformat()
        except (TwoDays, ValueError):
            return text


class _Cached(Generic[Read]):
    """What texts mean, each read once: lists say the same day and the same name again and again."""

    def __init__(self, read: Callable[[str], Read]) -> None:
        self._read = read
        self._known: dict[str, Read] = {}

    def of(self, text: str) -> Read:
        """Return what a text means."""
        known = self._known.get(text)
        if known is None:
            known = self._read(text)
            if len(self._known) < _MOST_KEPT and len(text) <= _LONGEST_CELL:
                self._known[text] = known
        return known


_BINDS_NOBODY = frozenset((ActKind.SIGNATURE, ActKind.PROVISIONAL_APPLICATION))


def named_with_act(text: str) -> tuple[str, ActKind | None]:
    """Return a name without the signs of footnotes, and the act that stands in brackets behind it (IMO)."""
    plain = without_notes(text)
    match = _ACT_BEHIND.fullmatch(plain)
    kind = kind_named(match["act"]) if match else None
    if match is None or kind is None:
        return plain, None
    # In a list of Contracting States, a signature is one that binds.
    return without_notes(match["name"]), ActKind.DEFINITIVE_SIGNATURE if kind is ActKind.SIGNATURE else kind


def without_notes(text: str) -> str:
    """Return a name as lists print it without the signs of footnotes: “Tonga (3)(6)”, “France* 2, 5”."""
    plain = text.strip()
    if len(plain) > _LONGEST_CELL:
        return plain
    while (shorter := _FOOTNOTES.sub("", _NOTES.sub("", plain)).rstrip()) != plain:
        plain = shorter
    return plain


def folded_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return text.strip().casefold() in _NOTHING
