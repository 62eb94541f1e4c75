"""Puts the paragraphs of a preamble, an operative part or an annex together from their lines, with their headings."""

import re
from dataclasses import replace

from accede.core.mandates.cutting.divisions import Ahead, Divisions, next_line
from accede.core.mandates.cutting.place import Phase, Place
from accede.core.mandates.cutting.structure import (
    Block,
    Division,
    Draft,
    Heading,
    Kind,
    Part,
    Remark,
    level_without_mark,
    recommends_draft,
    without_closing_quote,
)
from accede.core.mandates.text.joining import is_finished, is_in_capitals, is_sentence, join
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import Look
from accede.core.mandates.words.numbering import Levels, Mark, Style, read_section
from accede.core.mandates.words.verbs import Lead, VerbForm


class Body:
    """The paragraphs and headings met so far, and the paragraph that is being put together."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._levels = Levels()
        self._divisions = Divisions()
        self._in_quote = False
        self._last_number = 0
        self._fresh_section = False
        self.current: Draft | None = None
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.remarks: list[Remark] = []

    # --- what the frame of the document asks ---------------------------------------------------------------------

    @property
    def is_divided(self) -> bool:
        """Whether a part that the organ opens has begun."""
        return bool(self._divisions.base)

    def may_divide(self, ahead: Ahead, *, is_first: bool) -> bool:
        """Say whether a part may begin here."""
        return self._divisions.may_open(ahead, is_first=is_first)

    def divide(self, ahead: Ahead, line: Line) -> None:
        """Begin a part that the organ opens."""
        self.head(line, f"{ahead.mark} {ahead.title}".strip(), 1)
        self._divisions.open(ahead, before=len(self.blocks), line=line.number)
        self.restart_numbers()

    def close(self, words: str) -> None:
        """Take the words that close the text or a part of it."""
        self._divisions.close(words)

    def open(self) -> None:
        """The organ has opened the text: its preamble begins."""
        self._fresh_section = False

    def recommending(self) -> Draft | None:
        """Return the paragraph at hand where it recommends the draft that follows."""
        current = self.current
        return current if current is not None and recommends_draft(current.text) else None

    def frame(self, recommendation: Draft) -> Block:
        """The draft that another organ is to adopt begins: what was read so far is its frame."""
        self.current = None
        recommendation.part = Part.FRAME
        self.blocks = [replace(b, part=Part.FRAME, division="") for b in self.blocks]
        self._place.is_framed = True
        self._levels.restart()
        self._last_number = 0
        return recommendation.done()

    def runs_on(self, line: Line) -> bool:
        """Say whether a line can only be the rest of the line before it, in a text of fixed width."""
        current = self.current
        return not self._place.after_gap and current is not None and not is_finished(current.text) and line.number > 1

    def restart_numbers(self) -> None:
        """Paragraphs may count from 1 again."""
        self._levels.restart()
        self._last_number = 0
        self._fresh_section = True

    def head(self, line: Line, text: str, level: int) -> None:
        """Take a heading."""
        self.finish()
        self._place.put(line)
        self.headings.append(Heading(text, level, len(self.blocks), line.number, self._place.part))

    def settled(self) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
        """Return the paragraphs and the parts that count for themselves, once all lines were taken."""
        self.finish()
        blocks, divisions = self._divisions.settled(self.blocks)
        return tuple(without_closing_quote(blocks) if self._place.is_framed else blocks), divisions

    def finish(self) -> None:
        """End the paragraph at hand."""
        if self.current is not None:
            self.blocks.append(self.current.done())
            self.current = None

    # --- one line ------------------------------------------------------------------------------------------------

    def take(self, line: Line) -> None:
        """Put a line where it belongs: to the paragraph at hand, to a new one, or to the headings."""
        self._place.put(line)
        text = line.text if self._place.is_framed or not line.quote else f"{line.quote}{line.text}"
        if self._quoted(line, text):
            return
        finished = self.current is None or is_finished(self.current.text)
        mark = self._place.mark(line.text)
        if mark is not None and self._may_count(mark, finished=finished):
            self._marked(line, mark)
            return
        lead = self._place.lead(line.text) if self._place.may_start(line.text) else None
        is_apart = self._place.after_gap and not self._place.are_wrapped
        if lead is not None and (finished or is_apart) and self._may_lead(lead, line):
            self._led(line, lead)
            return
        if (finished or (is_apart and is_in_capitals(line.text))) and self._is_heading(line):
            return
        self._unled(line, text, finished=finished)

    def _quoted(self, line: Line, text: str) -> bool:
        """Take a line that belongs to a text which the paragraph before it quotes."""
        previous = self.current
        begins = bool(line.quote) and not self._place.is_framed and previous is not None
        if begins and previous is not None and not self._in_quote:
            begins = previous.text.rstrip().endswith((":", "—", "following")) or previous.is_quoted
        if not self._in_quote and not begins:
            return False
        if self._in_quote and previous is not None and not begins and (self.runs_on(line) or line.text[:1].islower()):
            self._add(line, text, previous)
        else:
            level = previous.level if previous is not None else 1
            level = (level or 1) + (0 if previous is not None and previous.is_quoted else 1)
            kind = previous.kind if previous is not None else Kind.OPERATIVE
            self._start(Draft(kind, self._place.part, None, level, text, line.number, line.number, is_quoted=True))
        self._in_quote = self.current is not None and self.current.text.count("“") > self.current.text.count("”")
        if line.closes_quote:
            self._in_quote = False
        return True

    def _may_count(self, mark: Mark, *, finished: bool) -> bool:
        """Say whether a mark counts a paragraph here rather than being part of a sentence."""
        place = self._place
        if finished or self.current is None:
            return not (mark.style is Style.BULLET and place.phase is Phase.PREAMBLE)
        if mark.style is Style.ARABIC:
            leads = self._place.lead(mark.rest, finite_only=True) is not None
            follows = int(mark.number) == self._last_number + 1
            return (place.after_gap and (leads or not place.are_wrapped)) or (leads and follows)
        starts = place.may_start(mark.rest)
        return place.after_gap and not place.are_wrapped and mark.style is not Style.BULLET and starts

    def _marked(self, line: Line, mark: Mark) -> None:
        if mark.style in (Style.ARABIC, Style.DECIMAL):
            self._count(mark, line)
            if self._place.phase is Phase.PREAMBLE:
                self._place.phase = Phase.OPERATIVE
        kind = Kind.PREAMBULAR if self._place.phase is Phase.PREAMBLE else Kind.OPERATIVE
        level = self._levels.place(mark)
        self._start(Draft(kind, self._place.part, mark, level, mark.rest, line.number, line.number))
        self._nested(line, mark)

    def _nested(self, line: Line, mark: Mark) -> None:
        """Cut "1. (a) Requests …" into its two marks where the first has no words of its own."""
        inner = self._place.mark(mark.rest) if mark.style is Style.ARABIC else None
        if inner is None or inner.written != "(a)" or self.current is None:
            return
        self.current.text = ""
        kind = self.current.kind
        level = self._levels.place(inner)
        self._start(Draft(kind, self._place.part, inner, level, inner.rest, line.number, line.number))

    def _count(self, mark: Mark, line: Line) -> None:
        if mark.style is not Style.ARABIC:
            return
        value = int(mark.number)
        if self._place.part is Part.RESOLUTION and value not in (1, self._last_number + 1):
            facts = (("found", str(value)), ("expected", str(self._last_number + 1)))
            self.remarks.append(Remark("number_out_of_order", line.number, facts))
        self._last_number = value
        self._fresh_section = False

    def _may_lead(self, lead: Lead, line: Line) -> bool:
        if self._place.phase is Phase.PREAMBLE:
            return True
        if lead.form is VerbForm.FINITE:
            return self._place.phase is Phase.OPERATIVE
        is_whole = not self._place.are_wrapped and is_sentence(line.text)
        return self._fresh_section and not is_whole and (self._place.are_wrapped or line.text[-1] != ";")

    def _led(self, line: Line, lead: Lead) -> None:
        part, number = self._place.part, line.number
        if lead.form is VerbForm.FINITE:
            self._place.phase = Phase.OPERATIVE
            self._fresh_section = False
            self._levels.restart()
            self._start(Draft(Kind.OPERATIVE, part, None, 1, line.text, number, number))
        else:
            self._start(Draft(Kind.PREAMBULAR, part, None, None, line.text, number, number))

    def _is_heading(self, line: Line) -> bool:
        section = read_section(line.text)
        if section is not None and (not section[1] or self._place.after_gap) and not line.quote:
            self.restart_numbers()
            is_lower = re.match(r"[A-Z]\.?$|Art|Rule|Reg|Prin", section[0]) and section[0].rstrip(".") not in "IVX"
            self.head(line, f"{section[0]} {section[1]}".strip(), 2 if is_lower else 1)
            if self._place.part is Part.RESOLUTION:
                self._divisions.section(*section, before=len(self.blocks), line=line.number)
            return True
        text = line.text
        short = len(text) < 160 and not text.endswith((",", ";", ".", ":")) and text[:1].isupper()
        if short and self._place.after_gap and not line.quote and self.stands_alone():
            self._fresh_section = True
            self.head(line, text, 4)
            return True
        return False

    def stands_alone(self) -> bool:
        """Say whether what follows begins something of its own, so that this line is a heading."""
        line = next_line(self._place.lines, self._place.at)
        if line is None or line.look in (Look.OPENING, Look.ANNEX):
            return line is not None
        counts = self._place.mark(line.text) is not None
        return counts or (self._place.phase is not Phase.PREAMBLE and line.text[:1].isupper())

    def _unled(self, line: Line, text: str, *, finished: bool) -> None:
        current, place = self.current, self._place
        is_rest = (
            not finished
            or (text[:1].islower() and not place.may_start(text))
            or (place.are_wrapped and not place.after_gap)
        )
        if current is not None and is_rest:
            self._add(line, text, current)
            return
        if place.phase is Phase.PREAMBLE and not place.has_opening and not place.are_wrapped and is_sentence(line.text):
            place.phase = Phase.OPERATIVE
        kind = Kind.OPERATIVE
        level: int | None = level_without_mark(current)
        if place.phase is Phase.PREAMBLE:
            is_listed = current is not None and (current.text.endswith(":") or (current.level and not current.mark))
            kind, level = Kind.PREAMBULAR, 2 if is_listed else None
        self._start(Draft(kind, place.part, None, level, text, line.number, line.number))

    def _add(self, line: Line, text: str, current: Draft) -> None:
        current.text, current.last_line = join(current.text, text), line.number

    def _start(self, draft: Draft) -> None:
        self.finish()
        in_resolution = self._place.part is Part.RESOLUTION
        draft.division = self._divisions.current if in_resolution else self._divisions.base
        self.current = draft
