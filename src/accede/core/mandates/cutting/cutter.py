"""Goes through the lines of one resolution once, in order, and hands each to the part in which the text stands."""

import re
from collections.abc import Sequence

from accede.core.mandates.cutting.asides import BESIDE, Asides
from accede.core.mandates.cutting.body import Body
from accede.core.mandates.cutting.divisions import Ahead, is_heading_here, next_opens, part_ahead, recommendation_ahead
from accede.core.mandates.cutting.place import Phase, Place
from accede.core.mandates.cutting.structure import Block, Draft, Part, Remark, Why
from accede.core.mandates.text.joining import is_sentence
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import SUBMITS, Look
from accede.core.mandates.text.segments import number_in, title_words
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.numbering import Style, read_section
from accede.core.mandates.words.verbs import is_recorded


class Cutter:
    """The frame of the document: title, opening, closing, annexes, parts; paragraphs are the body's."""

    def __init__(self, lines: Sequence[Line], *, are_wrapped: bool, tongue: Tongue | None = None) -> None:
        has_opening = any(line.look is Look.OPENING for line in lines)
        self.place = Place(tuple(lines), has_opening, are_wrapped, tongue=tongue)
        self.body = Body(self.place)
        self.asides = Asides()
        self._closing_lines = 0
        self._opens_at = 0
        self._framed_until = 0
        self._title_lines: list[Line] = []
        self.title: list[str] = []
        self.title_number = ""
        self.opening = ""
        self.opening_line = 0
        self.frame: tuple[Block, str] | None = None
        self.remarks: list[Remark] = []
        self.closing: list[str] = []
        self.front: list[str] = []
        self.submitted: list[str] = []

    def run(self) -> None:
        """Cut all lines; a line that went nowhere is set apart and told of."""
        place = self.place
        for at, line in enumerate(place.lines):
            place.at = at
            if line.look is Look.BLANK:
                place.after_gap = True
                continue
            self._take(line)
            place.after_gap = not place.are_wrapped and line.look is not Look.PAGE
        self.body.finish()
        self._set_rest_apart()

    def _set_rest_apart(self) -> None:
        rest = [one for one in self.place.lines if one.look is not Look.BLANK and one.number not in self.place.placed]
        for line in rest:
            self._set_apart(line, Why.NOT_UNDERSTOOD)
        if rest:
            self.remarks.append(Remark("lines_not_understood", rest[0].number, (("count", str(len(rest))),)))
        after = [one.line for one in self.asides.apart if one.why is Why.AFTER_CLOSING]
        before = [one.line for one in self.asides.apart if one.why is Why.FRONT and _is_paragraph(one.text)]
        if before:
            self.remarks.append(Remark("text_before_opening", before[0]))
        if after and self.place.phase is not Phase.OVER:
            self.remarks.append(Remark("text_after_closing", after[0]))

    # --- one line ------------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        part = self._part_ahead()
        if part is not None:
            self._begin_division(part, line)
        elif self.place.phase is Phase.OVER:
            self._set_apart(line, Why.OTHER_RESOLUTION)
        elif self.place.at < self._framed_until:
            self.body.take(line)
        elif self.place.is_framed and _ends_drafts(line):
            self._end(line)
        elif self.place.at < self._opens_at and line.look is Look.TEXT:
            # The title of a part: its heading holds it.
            self.place.put(line)
        else:
            self._take_own(line)

    def _take_own(self, line: Line) -> None:
        phase = self.place.phase
        if line.look is Look.FOOTNOTE and not self.body.runs_on(line):
            self.place.put(line)
            self.asides.note(line)
        elif phase is Phase.FRONT and not self.title_number and _NUMBER_ALONE.match(line.text):
            self._title(line)
        elif line.look in BESIDE and not (line.look is Look.DATE and self.body.runs_on(line)):
            self._beside(line)
        elif line.look is Look.CLOSING and phase is Phase.CLOSED:
            self._closed_by(line)
        elif line.look is Look.CLOSING and phase in (Phase.PREAMBLE, Phase.OPERATIVE):
            self._close(line)
        elif line.look is Look.OPENING and not self.body.runs_on(line):
            self._open(line)
        elif line.look is Look.ANNEX and phase in (Phase.OPERATIVE, Phase.CLOSED, Phase.ANNEX):
            self._begin_annex(line)
        elif line.look is Look.TITLE and phase is Phase.FRONT:
            self._title(line)
        elif self.asides.note_open and not self.place.after_gap and not self._starts_something(line):
            self.place.put(line)
            self.asides.continue_note(line)
        else:
            self.asides.note_open = False
            self._text(line)

    def _text(self, line: Line) -> None:
        if self.place.phase is Phase.FRONT:
            self._front(line)
        elif self.place.phase is Phase.CLOSED:
            self._after_closing(line)
        else:
            self.body.take(line)

    def _starts_something(self, line: Line) -> bool:
        is_led = self.place.may_start(line.text) and self.place.lead(line.text) is not None
        return is_led or self.place.mark(line.text) is not None

    def _set_apart(self, line: Line, why: Why) -> None:
        self.place.put(line)
        self.asides.set_apart(line, why)

    def _beside(self, line: Line) -> None:
        if line.look is Look.DATE and self.place.phase is Phase.CLOSED and self._closing_lines < 3:
            self._closed_by(line)
            return
        if self.place.phase is Phase.FRONT:
            self.front.append(line.text)
        self._set_apart(line, BESIDE[line.look])

    # --- parts that the organ opens, and drafts ------------------------------------------------------------------

    def _recommending(self) -> Draft | None:
        return self.body.recommending() if self.frame is None else None

    def _part_ahead(self) -> Ahead | None:
        """Return the part that begins here: one that the organ opens, after a part with an earlier mark if any."""
        place = self.place
        is_first = place.phase is Phase.FRONT or self._recommending() is not None
        may = place.phase is not Phase.OVER and place.at >= self._opens_at and (is_first or self.body.is_divided)
        ahead = part_ahead(place.lines, place.at) if may else None
        return ahead if ahead is not None and self.body.may_divide(ahead, is_first=is_first) else None

    def _begin_division(self, ahead: Ahead, line: Line) -> None:
        if line.look is Look.TITLE and self.place.phase is Phase.FRONT:
            self._title(line)
        if (recommendation := self._recommending()) is not None:
            self._begin_draft(recommendation, self.place.lines[ahead.opens_at])
        self.place.part = Part.RESOLUTION
        self.body.divide(ahead, line)
        self.place.phase, self._opens_at, self.asides.note_open = Phase.FRONT, ahead.opens_at, False

    def _begin_draft(self, recommendation: Draft, line: Line) -> None:
        self.frame = (self.body.frame(recommendation), line.text)
        self.place.phase = Phase.PREAMBLE

    # --- the frame of the document -------------------------------------------------------------------------------

    def _title(self, line: Line) -> None:
        self.place.put(line)
        rest = title_words(line.text)
        self.title_number = self.title_number or number_in(line.text)
        if rest:
            for earlier in self._title_lines:
                self._set_apart(earlier, Why.FRONT)
            self.title, self._title_lines = [rest], [line]

    def _front(self, line: Line) -> None:
        until = recommendation_ahead(self.place.lines, self.place.at) if self.place.has_opening else None
        if until is not None and self.frame is None:
            self._framed_until = until
            self.body.take(line)
            return
        lead, mark = self.place.lead(line.text), self.place.mark(line.text)
        begins = (
            lead is not None and self.place.may_start(line.text) and (len(line.text) > 30 or line.text.endswith(","))
        )
        begins = begins or (mark is not None and mark.style is Style.ARABIC)
        is_whole = (not self.place.are_wrapped and is_sentence(line.text)) or is_recorded(line.text)
        heads = not self.place.are_wrapped and bool(self.title_number) and read_section(line.text) is not None
        if not self.place.has_opening and (begins or is_whole or (heads and self.body.stands_alone())):
            is_told = is_recorded(line.text)
            self.place.phase = Phase.OPERATIVE if is_told or (is_whole and not begins) else Phase.PREAMBLE
            self.remarks.append(Remark("no_opening", line.number))
            self.body.take(line)
            return
        self.front.append(line.text)
        if not self.title_number and (submitted := _submitted(self.front)):
            self.submitted = submitted
            self._set_apart(line, Why.FRONT)
            return
        is_headed = self.title_number or self.submitted
        if is_headed and not self.place.is_front(line.text) and len(self.title) < 4:
            self.place.put(line)
            self.title.append(_NO_NUMBER_YET.sub("", line.text))
            self._title_lines.append(line)
        else:
            self._set_apart(line, Why.FRONT)

    def _open(self, line: Line) -> None:
        phase = self.place.phase
        if (recommendation := self._recommending()) is not None:
            self.place.put(line)
            self._begin_draft(recommendation, line)
        elif phase is Phase.FRONT:
            self.place.put(line)
            if not self.opening and self.frame is None:
                self.opening, self.opening_line = line.text, line.number
            self.place.phase = Phase.PREAMBLE
            self.body.open()
        elif is_heading_here(self.place.lines, self.place.at):
            self.body.head(line, line.text, 4)
        elif phase is Phase.CLOSED or (phase is Phase.OPERATIVE and self.place.part is Part.RESOLUTION):
            self._end(line)
        else:
            self._text(line)

    def _end(self, line: Line) -> None:
        """What is read ends here: another text begins, which is told and set apart."""
        self.body.finish()
        self.remarks.append(Remark("another_opening", line.number))
        self.place.phase = Phase.OVER
        self._set_apart(line, Why.OTHER_RESOLUTION)

    def _close(self, line: Line) -> None:
        self.body.finish()
        self._closing_lines = 0
        self._closed_by(line)
        self.place.phase = Phase.CLOSED

    def _closed_by(self, line: Line) -> None:
        self.place.put(line)
        self._closing_lines += 1
        self.closing.append(line.text)
        self.body.close(line.text)

    def _begin_annex(self, line: Line) -> None:
        self.body.finish()
        self.place.phase, self.place.part = Phase.ANNEX, Part.ANNEX
        self.body.restart_numbers()
        self.body.head(line, line.text, 1)

    def _after_closing(self, line: Line) -> None:
        if _VOTES.match(self.closing[-1]) and _NAMES_STATES.match(line.text):
            self._closed_by(line)
            return
        if read_section(line.text) is not None and next_opens(self.place.lines, self.place.at):
            self.place.phase = Phase.OVER
            self.remarks.append(Remark("another_opening", line.number))
        self._set_apart(line, Why.AFTER_CLOSING)


def _ends_drafts(line: Line) -> bool:
    """Say whether the drafts for one organ end here: "B. Draft decision for adoption by …" heads those for another."""
    section = read_section(line.text)
    return section is not None and _OTHER_DRAFTS.match(section[1]) is not None


_OTHER_DRAFTS = re.compile(r"(?:Draft (?:resolution|decision)s?|Matters?|Resolutions? and decisions?|Other)\b")


_NO_NUMBER_YET = re.compile(r"^\d{1,3}/(?:…|\.{2,4}|_+)\s*[.:]?\s*(?=\S)")
"""A draft's number, of which only the session is known."""

_NUMBER_ALONE = re.compile(r"^(?:3[1-9]|[4-9]\d|1\d\d)/\d{1,3}$")
"""A resolution's number alone on a line; before the text no page bears so high a number."""

_VOTES = re.compile(
    r"^\[?(?:In favour|Against|Abstain\w*|Abstentions?)\b|.*[Vv]oting was as follows:$|^[A-ZÀ-Ý][^.;:]*,$|.*, "
    r"[A-ZÀ-Ý][^.;:]*$"
)
_NAMES_STATES = re.compile(r"^\(?[A-ZÀ-Ý][\w’'ôéíãç() -]+(?:,\s[\w’'ôéíãç() -]+)*[,.]?\]?$")
"""Lines of a recorded vote: what heads a list of States, and the list itself."""


def _submitted(front: list[str]) -> list[str]:
    """Return the lines that submit a draft, where the last one says so: "Andorra, Bhutan: draft resolution"."""
    if not SUBMITS.search(front[-1]):
        return []
    first = len(front) - 1
    while first and front[first - 1].endswith((",", " and")):
        first -= 1
    return front[first:]


def _is_paragraph(text: str) -> bool:
    """Say whether a line before the text is more than a masthead: as long as a paragraph, and ended like one."""
    return len(text) > _LONGEST_MASTHEAD and text.endswith((".", ";", ",", "。", "；", "，", "،", "؛"))


_LONGEST_MASTHEAD = 160
