"""Reads a resolution, one way from its lines to what its paragraphs mean; each step rests on the one before.

lines  →  text.lines        what each line looks like by itself
→  text.segments     which lines belong to the resolution that is read
→  cutting           title, paragraphs, headings, footnotes; what lies apart
→  identity          symbol, organ, session, day, standing
→  clauses           what each paragraph says
→  remarks           what was not understood
→  duties            who owes what, asked by those who need it
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accede.core.mandates.clauses.deadline import Setting
from accede.core.mandates.clauses.paragraphs import Paragraph, read_paragraphs
from accede.core.mandates.cutting.cut import cut
from accede.core.mandates.cutting.structure import Apart, Division, Footnote, Heading, Remark, Structure
from accede.core.mandates.identity import Framing, Genre, Identity, Said, Standing, identify
from accede.core.mandates.remarks import remarks_on
from accede.core.mandates.sessions import Calendar
from accede.core.mandates.text.lines import read_lines
from accede.core.mandates.tongues.known import tongue_of
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.bodies import bodies_in


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as read, with all that was not."""

    symbol: str
    organ: str
    adopting_organ: str
    session: int | None
    adopted_on: date | None
    title: str
    opening: str
    closing: tuple[str, ...]
    standing: Standing
    framing: Framing | None
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    footnotes: tuple[Footnote, ...]
    apart: tuple[Apart, ...]
    remarks: tuple[Remark, ...]
    other_resolutions: tuple[str, ...]
    divisions: tuple[Division, ...] = ()
    genre: Genre = Genre.RESOLUTION
    sponsors: tuple[str, ...] = ()
    language: str = "en"


def read(
    lines: Iterable[str], *, calendar: Calendar, hint: str = "", symbol: str = "", adopted_on: date | None = None
) -> Reading:
    """Read a resolution from its lines.

    Args:
        hint: the name of the file: it chooses among several resolutions, and tells the symbol where the text does not.
        symbol: what the reader says that it is; it goes before what the text says.
        adopted_on: the day of adoption as the reader knows it, where the text does not tell it.
    """
    raw = tuple(lines)
    tongue = tongue_of(raw)
    structure = cut(read_lines(raw, tongue), hint=symbol or hint, tongue=tongue)
    said = Said(hint=hint, symbol=symbol, adopted_on=adopted_on)
    identity = identify(structure, calendar, said, tongue)
    paragraphs = read_paragraphs(structure.blocks, _setting(structure, identity, calendar, tongue))
    return Reading(
        symbol=identity.symbol,
        organ=identity.organ,
        adopting_organ=identity.adopting_organ,
        session=identity.session,
        adopted_on=identity.adopted_on,
        title=structure.title,
        opening=structure.opening,
        closing=structure.closing,
        standing=identity.standing,
        framing=identity.framing,
        paragraphs=paragraphs,
        headings=structure.headings,
        footnotes=structure.footnotes,
        apart=structure.apart,
        remarks=remarks_on(structure, identity, paragraphs, tongue),
        other_resolutions=structure.other_resolutions,
        divisions=structure.divisions,
        genre=identity.genre,
        sponsors=identity.sponsors,
        language=tongue.code if tongue is not None else "en",
    )


def _setting(structure: Structure, identity: Identity, calendar: Calendar, tongue: Tongue | None) -> Setting:
    names = bodies_in(" ".join([structure.title, *(block.text for block in structure.blocks)]))
    organ = identity.adopting_organ or "GA"
    session = identity.session if identity.adopting_organ == identity.organ else None
    return Setting(calendar, organ, identity.adopted_on, session, names, identity.year, tongue)
