"""What lies beside the paragraphs of a resolution: footnotes, and lines that belong to no paragraph, and why."""

import re

from accede.core.mandates.cutting.structure import Apart, Footnote, Why
from accede.core.mandates.text.joining import is_finished, join
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import Look

BESIDE = {Look.RULE: Why.RULE, Look.PAGE: Why.PAGE, Look.RUNNING_HEAD: Why.RUNNING_HEAD, Look.DATE: Why.DATE}
_NOTE_MARK = re.compile(r"^\[?\^?(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,3})\]?:?/?\s*")


class Asides:
    """Footnotes and lines set apart; `note_open` says that the last footnote has not come to its stop."""

    def __init__(self) -> None:
        self.footnotes: list[Footnote] = []
        self.apart: list[Apart] = []
        self.note_open = False

    def set_apart(self, line: Line, why: Why) -> None:
        """Take a line that belongs to no paragraph."""
        self.apart.append(Apart(line.number, line.text, why))

    def note(self, line: Line) -> None:
        """Begin a footnote."""
        match = _NOTE_MARK.match(line.text)
        self.footnotes.append(
            Footnote(match[1] if match else "", line.text[match.end() if match else 0 :], line.number)
        )
        self.note_open = not is_finished(line.text)

    def continue_note(self, line: Line) -> None:
        """Take the next line of the last footnote."""
        last = self.footnotes.pop()
        self.footnotes.append(Footnote(last.mark, join(last.text, line.text), last.line))
        self.note_open = not is_finished(line.text)
