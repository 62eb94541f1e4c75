"""Goes through the lines of one resolution and puts each where it belongs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from accede.core.mandates.asides import BESIDE, Asides
from accede.core.mandates.divisions import Ahead, Divisions, next_line, next_opens, part_ahead
from accede.core.mandates.lines import FRONT_WORDS, Line, Look, is_finished, is_in_capitals, is_sentence, join
from accede.core.mandates.numbering import Levels, Mark, Style, read_mark, read_section
from accede.core.mandates.segments import number_in, title_words
from accede.core.mandates.structure import (
    Block,
    Division,
    Draft,
    Heading,
    Kind,
    Part,
    Remark,
    Why,
    level_without_mark,
    recommends_draft,
    without_closing_quote,
)
from accede.core.mandates.verbs import Lead, VerbForm, read_lead


class _Phase(Enum):
    FRONT = auto()
    PREAMBLE = auto()
    OPERATIVE = auto()
    CLOSED = auto()
    ANNEX = auto()
    OVER = auto()


class Cutter:
    """Goes through the lines once; each line is handed to the phase in which the text stands."""

    def __init__(self, lines: Sequence[Line], *, has_opening: bool, are_wrapped: bool) -> None:
        self._lines = lines
        self._has_opening = has_opening
        self._wrapped = are_wrapped
        self._phase = _Phase.FRONT
        self._part = Part.RESOLUTION
        self._levels = Levels()
        self._current: Draft | None = None
        self._gap = True
        self._in_quote = False
        self._is_framed = False
        self._last_number = 0
        self._closing_lines = 0
        self._fresh_section = False
        self._at = 0
        self._opens_at = 0
        self._divisions = Divisions()
        self.asides = Asides()
        self._title_lines: list[Line] = []
        self.title: list[str] = []
        self.title_number = ""
        self.opening = ""
        self.opening_line = 0
        self.frame: tuple[Block, str] | None = None
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.remarks: list[Remark] = []
        self.closing: list[str] = []
        self.front: list[str] = []
        self.divisions: tuple[Division, ...] = ()

    def run(self) -> None:
        """Cut all lines."""
        for at, line in enumerate(self._lines):
            self._at = at
            if line.look is Look.BLANK:
                self._gap = True
                continue
            self._take(line)
            self._gap = not self._wrapped and line.look is not Look.PAGE
        self._finish()
        self.blocks, self.divisions = self._divisions.settled(self.blocks)
        if self._is_framed:
            self.blocks = without_closing_quote(self.blocks)

    # --- one line -----------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        part = self._part_ahead()
        if part is not None:
            self._begin_division(part, line)
        elif self._phase is _Phase.OVER:
            self.asides.set_apart(line, Why.OTHER_RESOLUTION)
        elif self._at >= self._opens_at or line.look is not Look.TEXT:
            # Lines before that are the title of a part: its heading holds them.
            self._take_own(line)

    def _take_own(self, line: Line) -> None:
        if line.look is Look.FOOTNOTE and not self._runs_on(line):
            self.asides.note(line)
        elif line.look in BESIDE and not (line.look is Look.DATE and self._runs_on(line)):
            self._beside(line)
        elif line.look is Look.CLOSING and self._phase in (_Phase.PREAMBLE, _Phase.OPERATIVE):
            self._close(line)
        elif line.look is Look.OPENING and not self._runs_on(line):
            self._open(line)
        elif line.look is Look.ANNEX and self._phase in (_Phase.OPERATIVE, _Phase.CLOSED, _Phase.ANNEX):
            self._begin_annex(line)
        elif line.look is Look.TITLE and self._phase is _Phase.FRONT:
            self._title(line)
        elif self.asides.note_open and not self._gap and not self._starts_something(line):
            self.asides.continue_note(line)
        else:
            self.asides.note_open = False
            self._text(line)

    def _part_ahead(self) -> Ahead | None:
        """Return the part that begins here: one that the organ opens, after a part with an earlier mark if any."""
        is_first = self._phase is _Phase.FRONT or self._recommending() is not None
        may = self._phase is not _Phase.OVER and self._at >= self._opens_at and (is_first or self._divisions.base)
        ahead = part_ahead(self._lines, self._at) if may else None
        return ahead if ahead is not None and self._divisions.may_open(ahead, is_first=is_first) else None

    def _begin_division(self, ahead: Ahead, line: Line) -> None:
        if line.look is Look.TITLE and self._phase is _Phase.FRONT:
            self._title(line)
        if (recommendation := self._recommending()) is not None:
            self._begin_draft(recommendation, self._lines[ahead.opens_at])
        self._part = Part.RESOLUTION
        self._heading(line, f"{ahead.mark} {ahead.title}".strip(), 1)
        self._divisions.open(ahead, before=len(self.blocks), line=line.number)
        self._restart_numbers()
        self._phase, self._opens_at, self.asides.note_open = _Phase.FRONT, ahead.opens_at, False

    def _runs_on(self, line: Line) -> bool:
        """Say whether a line can only be the rest of the line before it, in a text of fixed width."""
        current = self._current
        return not self._gap and current is not None and not is_finished(current.text) and line.number > 1

    def _beside(self, line: Line) -> None:
        if line.look is Look.DATE and self._phase is _Phase.CLOSED and self._closing_lines < 3:
            self._closed_by(line)
            return
        if self._phase is _Phase.FRONT:
            self.front.append(line.text)
        self.asides.set_apart(line, BESIDE[line.look])

    def _starts_something(self, line: Line) -> bool:
        return read_mark(line.text) is not None or (line.text[:1].isupper() and read_lead(line.text) is not None)

    def _title(self, line: Line) -> None:
        number = number_in(line.text)
        rest = title_words(line.text)
        self.title_number = self.title_number or number
        if rest:
            for earlier in self._title_lines:
                self.asides.set_apart(earlier, Why.FRONT)
            self.title, self._title_lines = [rest], [line]

    def _open(self, line: Line) -> None:
        if self._phase is _Phase.FRONT:
            if not self.opening:
                self.opening, self.opening_line = line.text, line.number
            self._phase, self._fresh_section = _Phase.PREAMBLE, False
            return
        if (recommendation := self._recommending()) is not None:
            self._begin_draft(recommendation, line)
        elif self._phase in (_Phase.CLOSED,) or (self._phase is _Phase.OPERATIVE and self._part is Part.RESOLUTION):
            self._finish()
            self.remarks.append(Remark("another_opening", line.number))
            self._phase = _Phase.OVER
            self.asides.set_apart(line, Why.OTHER_RESOLUTION)
        else:
            self._text(line)

    def _recommending(self) -> Draft | None:
        current = self._current if self.frame is None else None
        return current if current is not None and recommends_draft(current.text) else None

    def _begin_draft(self, recommendation: Draft, line: Line) -> None:
        """The draft that another organ is to adopt begins: what was read so far is its frame."""
        self._current = None
        recommendation.part = Part.FRAME
        self.frame = (recommendation.done(), line.text)
        self.blocks = [replace(b, part=Part.FRAME, division="") for b in self.blocks]
        self._is_framed = True
        self._levels.restart()
        self._last_number = 0
        self._phase = _Phase.PREAMBLE

    def _close(self, line: Line) -> None:
        self._finish()
        self._closing_lines = 0
        self._closed_by(line)
        self._phase = _Phase.CLOSED

    def _closed_by(self, line: Line) -> None:
        self._closing_lines += 1
        self.closing.append(line.text)
        self._divisions.close(line.text)

    def _begin_annex(self, line: Line) -> None:
        self._finish()
        self._phase, self._part = _Phase.ANNEX, Part.ANNEX
        self._restart_numbers()
        self._heading(line, line.text, 1)

    def _restart_numbers(self) -> None:
        self._levels.restart()
        self._last_number = 0
        self._fresh_section = True

    def _heading(self, line: Line, text: str, level: int) -> None:
        self._finish()
        self.headings.append(Heading(text, level, len(self.blocks), line.number, self._part))

    # --- text ---------------------------------------------------------------------------------------------------

    def _text(self, line: Line) -> None:
        if self._phase is _Phase.FRONT:
            self._front(line)
        elif self._phase is _Phase.CLOSED:
            self._after_closing(line)
        else:
            self._body(line)

    def _front(self, line: Line) -> None:
        lead = read_lead(line.text)
        mark = read_mark(line.text)
        begins = lead is not None and line.text[:1].isupper() and (len(line.text) > 30 or line.text.endswith(","))
        begins = begins or (mark is not None and mark.style is Style.ARABIC)
        heads = not self._wrapped and bool(self.title_number) and read_section(line.text) is not None
        if not self._has_opening and (begins or self._is_sentence(line) or (heads and self._stands_alone())):
            self._phase = _Phase.OPERATIVE if self._is_sentence(line) and not begins else _Phase.PREAMBLE
            self.remarks.append(Remark("no_opening", line.number))
            self._body(line)
            return
        self.front.append(line.text)
        if self.title_number and not FRONT_WORDS.match(line.text) and len(self.title) < 4:
            self.title.append(line.text)
            self._title_lines.append(line)
        else:
            self.asides.set_apart(line, Why.FRONT)

    def _is_sentence(self, line: Line) -> bool:
        return not self._wrapped and is_sentence(line.text)

    def _after_closing(self, line: Line) -> None:
        if read_section(line.text) is not None and next_opens(self._lines, self._at):
            self._phase = _Phase.OVER
            self.remarks.append(Remark("another_opening", line.number))
        self.asides.set_apart(line, Why.AFTER_CLOSING)

    def _body(self, line: Line) -> None:
        text = self._worded(line)
        if self._quoted(line, text):
            return
        finished = self._current is None or is_finished(self._current.text)
        mark = read_mark(line.text)
        if mark is not None and self._may_count(mark, finished=finished):
            self._marked(line, mark)
            return
        lead = read_lead(line.text) if line.text[:1].isupper() else None
        if lead is not None and (finished or (self._gap and not self._wrapped)) and self._may_lead(lead, line):
            self._led(line, lead)
            return
        stands_alone = finished or (self._gap and not self._wrapped and is_in_capitals(line.text))
        if stands_alone and self._is_heading(line):
            return
        self._unled(line, text, finished=finished)

    def _worded(self, line: Line) -> str:
        return line.text if self._is_framed or not line.quote else f"{line.quote}{line.text}"

    def _quoted(self, line: Line, text: str) -> bool:
        """Take a line that belongs to a text which the paragraph before it quotes."""
        begins = bool(line.quote) and not self._is_framed and self._current is not None
        if begins and self._current is not None and not self._in_quote:
            begins = self._current.text.rstrip().endswith((":", "—", "following")) or self._current.is_quoted
        if not self._in_quote and not begins:
            return False
        previous = self._current
        if self._in_quote and previous is not None and not begins and (self._runs_on(line) or line.text[:1].islower()):
            previous.text, previous.last_line = join(previous.text, text), line.number
        else:
            level = previous.level if previous is not None else 1
            level = (level or 1) + (0 if previous is not None and previous.is_quoted else 1)
            kind = previous.kind if previous is not None else Kind.OPERATIVE
            self._start(Draft(kind, self._part, None, level, text, line.number, line.number, is_quoted=True))
        self._in_quote = self._current is not None and self._current.text.count("“") > self._current.text.count("”")
        if line.closes_quote:
            self._in_quote = False
        return True

    def _may_count(self, mark: Mark, *, finished: bool) -> bool:
        """Say whether a mark counts a paragraph here rather than being part of a sentence."""
        if finished or self._current is None:
            return not (mark.style is Style.BULLET and self._phase is _Phase.PREAMBLE)
        if mark.style is Style.ARABIC:
            value = int(mark.written.rstrip("."))
            leads = read_lead(mark.rest, finite_only=True) is not None
            return (self._gap and (leads or not self._wrapped)) or (leads and value == self._last_number + 1)
        return self._gap and not self._wrapped and mark.style is not Style.BULLET and bool(mark.rest[:1].isupper())

    def _marked(self, line: Line, mark: Mark) -> None:
        if mark.style in (Style.ARABIC, Style.DECIMAL):
            self._count(mark, line)
            if self._phase is _Phase.PREAMBLE:
                self._phase = _Phase.OPERATIVE
        level = self._levels.place(mark)
        kind = Kind.PREAMBULAR if self._phase is _Phase.PREAMBLE else Kind.OPERATIVE
        self._start(Draft(kind, self._part, mark, level, mark.rest, line.number, line.number))
        self._nested(line, mark)

    def _nested(self, line: Line, mark: Mark) -> None:
        """Cut "1. (a) Requests …" into its two marks where the first has no words of its own."""
        inner = read_mark(mark.rest) if mark.style is Style.ARABIC else None
        if inner is None or inner.written != "(a)" or self._current is None:
            return
        self._current.text = ""
        kind = self._current.kind
        level = self._levels.place(inner)
        self._start(Draft(kind, self._part, inner, level, inner.rest, line.number, line.number))

    def _count(self, mark: Mark, line: Line) -> None:
        if mark.style is not Style.ARABIC:
            return
        value = int(mark.written.rstrip("."))
        if self._part is Part.RESOLUTION and value not in (1, self._last_number + 1):
            facts = (("found", str(value)), ("expected", str(self._last_number + 1)))
            self.remarks.append(Remark("number_out_of_order", line.number, facts))
        self._last_number = value
        self._fresh_section = False

    def _may_lead(self, lead: Lead, line: Line) -> bool:
        if self._phase is _Phase.PREAMBLE:
            return True
        if lead.form is VerbForm.FINITE:
            return self._phase is _Phase.OPERATIVE
        return self._fresh_section and not self._is_sentence(line) and (self._wrapped or line.text[-1] != ";")

    def _led(self, line: Line, lead: Lead) -> None:
        if lead.form is VerbForm.FINITE:
            self._phase = _Phase.OPERATIVE
            self._fresh_section = False
            self._levels.restart()
            self._start(Draft(Kind.OPERATIVE, self._part, None, 1, line.text, line.number, line.number))
        else:
            self._start(Draft(Kind.PREAMBULAR, self._part, None, None, line.text, line.number, line.number))

    def _is_heading(self, line: Line) -> bool:
        section = read_section(line.text)
        if section is not None and (not section[1] or self._gap) and not line.quote:
            self._restart_numbers()
            level = (
                2 if re.match(r"[A-Z]\.?$|Art|Rule|Reg|Prin", section[0]) and section[0].rstrip(".") not in "IVX" else 1
            )
            self._heading(line, f"{section[0]} {section[1]}".strip(), level)
            if self._part is Part.RESOLUTION:
                self._divisions.section(*section, before=len(self.blocks), line=line.number)
            return True
        text = line.text
        short = len(text) < 160 and not text.endswith((",", ";", ".", ":")) and text[:1].isupper()
        if short and self._gap and not line.quote and self._stands_alone():
            self._fresh_section = True
            self._heading(line, text, 4)
            return True
        return False

    def _stands_alone(self) -> bool:
        """Say whether what follows begins something of its own, so that this line is a heading."""
        line = next_line(self._lines, self._at)
        if line is None or line.look in (Look.OPENING, Look.ANNEX):
            return line is not None
        counts = read_mark(line.text) is not None
        return counts or (self._phase is not _Phase.PREAMBLE and line.text[:1].isupper())

    def _unled(self, line: Line, text: str, *, finished: bool) -> None:
        current = self._current
        if current is not None and (not finished or text[:1].islower() or (self._wrapped and not self._gap)):
            current.text, current.last_line = join(current.text, text), line.number
            return
        if self._phase is _Phase.PREAMBLE and not self._has_opening and self._is_sentence(line):
            self._phase = _Phase.OPERATIVE
        if self._phase is _Phase.PREAMBLE:
            listed = current is not None and (current.text.endswith(":") or (current.level and not current.mark))
            kind, level = Kind.PREAMBULAR, 2 if listed else None
        else:
            kind, level = Kind.OPERATIVE, level_without_mark(self._current)
        self._start(Draft(kind, self._part, None, level, text, line.number, line.number))

    def _start(self, draft: Draft) -> None:
        self._finish()
        draft.division = self._divisions.current if self._part is Part.RESOLUTION else self._divisions.base
        self._current = draft

    def _finish(self) -> None:
        if self._current is not None:
            self.blocks.append(self._current.done())
            self._current = None
