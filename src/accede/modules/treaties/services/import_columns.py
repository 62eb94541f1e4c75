"""What the columns of a table of acts hold, and how each is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.acts import ActKind
from accede.foundation.imports import CellRefused, Column, day_reader, plain_text
from accede.foundation.imports.bounds import Suggesting
from accede.foundation.imports.days import DayOrder
from accede.foundation.texts import LONGEST, nearest
from accede.modules.reference.queries import SourceFacts, StateFacts
from accede.modules.reference.services.cells import STATE_WORDS, read_state
from accede.modules.treaties.queries.find import Finder
from accede.modules.treaties.queries.instruments import InstrumentFacts
from accede.modules.treaties.services.import_headings import ROLES, Role, kind_named
from accede.modules.treaties.services.import_participants import without_notes

FIRST_DAY = date(1900, 1, 1)
TEMPLATE = ("state", "instrument", "kind", "on", "in_force_on", "effective_on", "depositary", "note")
"""The headings of the empty table that people are given to fill in."""

_TREATY = (
    *(
        "treaty",
        "convention",
        "traité",
        "accord",
        "tratado",
        "convenio",
        "договор",
        "конвенция",
        "条约",
        "公约",
        "文书",
    ),
    *("المعاهدة", "الاتفاقية", "الصك"),
)
_NOTES = (
    *("notes", "remark", "remarks", "comment", "observations", "remarques", "notas", "observaciones", "примечание"),
    *("备注", "ملاحظات"),
)

WORDS = {
    **STATE_WORDS,
    "instrument.unknown": _("“%(text)s” is no instrument of the record. Its keys: %(known)s."),
    "instrument.unknown_near": _("“%(text)s” is no instrument of the record. Perhaps %(nearest)s is meant."),
    "kind.unknown_near": _("“%(text)s” is no kind of act. Perhaps %(nearest)s is meant."),
    "kind.unknown": _("“%(text)s” is no kind of act. Kinds of act: %(known)s."),
    "source.unknown": _("“%(text)s” is no source of the record. Describe it first."),
    "source.unknown_near": _(
        "“%(text)s” is no source of the record. Perhaps %(nearest)s is meant, or describe it first."
    ),
    "source.several": _("This row rests on several sources: %(sources)s. Say which one is meant, for the whole file."),
    "report.unknown": _("“%(text)s” is not the key of a report."),
    "participants.letter": _(
        "“%(text)s”: the column “%(heading)s” does not say which act this is. Put the letter of the act after the day, "
        "as in “10 Jul 2003 a”."
    ),
}


@dataclass(frozen=True)
class Vocabulary:
    """The words that a file may use: States, instruments, sources, kinds of act."""

    states: Mapping[str, StateFacts]
    instruments: Mapping[str, InstrumentFacts]
    sources: Mapping[str, SourceFacts]
    suggesting: Suggesting = field(default_factory=Suggesting)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.states, self.instruments, self.sources)

    def state(self, text: str) -> str:
        """Return the code of the State named."""
        text = text[:LONGEST]
        names = self._finder.naming
        if not names.meant(text):
            text = without_notes(text)
        near = [] if names.meant(text) else self.suggesting.of(lambda: self._finder.near_states(text))
        return read_state(text, names=names, states=self.states, near=near)

    def instrument(self, text: str) -> str:
        """Return the key of the instrument named."""
        key = self._finder.instrument(text[:LONGEST])
        if key:
            return key
        near = self.suggesting.of(lambda: self._finder.near_instruments(text)[:3])
        if near:
            raise CellRefused("instrument.unknown_near", text=text[:60], nearest=near)
        raise CellRefused("instrument.unknown", text=text[:60], known=list(self.instruments))

    def kind(self, text: str) -> str:
        """Return the kind of act named, by its own word or by what it is called in any of the six languages."""
        kind = kind_named(text[:LONGEST])
        if kind:
            return kind.value
        kinds = [kind.value.replace("_", " ") for kind in ActKind]
        near = self.suggesting.of(lambda: nearest(text.replace("_", " "), kinds))
        if near:
            names = [name.replace(" ", "_") for name in near]
            raise CellRefused("kind.unknown_near", text=text[:60], nearest=names)
        raise CellRefused("kind.unknown", text=text[:60], known=[kind.value for kind in ActKind])

    def source(self, text: str) -> str:
        """Return the key of the source named."""
        if text in self.sources:
            return text
        near = self.suggesting.of(lambda: nearest(text, self.sources))
        if near:
            raise CellRefused("source.unknown_near", text=text[:60], nearest=near)
        raise CellRefused("source.unknown", text=text[:60])


def act_columns(
    vocabulary: Vocabulary, *, today: date, order: DayOrder | None, needs: Callable[[str], bool]
) -> tuple[Column, ...]:
    """Return the columns of a table of acts; `needs` says which of instrument and source no option has given."""
    past = day_reader(latest=today, earliest=FIRST_DAY, order=order)
    # A deposit of today takes effect in weeks to come.
    any_day = day_reader(latest=None, earliest=FIRST_DAY, order=order)
    return (
        Column(
            "instrument",
            also=_TREATY,
            is_required=needs("instrument"),
            needs_value=needs("instrument"),
            read=vocabulary.instrument,
        ),
        Column("state", also=tuple(ROLES[Role.WHO]), is_required=True, needs_value=True, read=vocabulary.state),
        Column("kind", also=tuple(ROLES[Role.KIND]), is_required=True, needs_value=True, read=vocabulary.kind),
        Column("on", also=tuple(ROLES[Role.DAY]), read=past),
        Column("in_force_on", also=tuple(ROLES[Role.EFFECT]), read=any_day),
        Column("reservation_noted", also=("reservation",), read=_yes_or_no),
        Column(
            "source",
            also=("sources",),
            is_required=needs("source"),
            needs_value=needs("source"),
            read=vocabulary.source,
        ),
        Column("subject", also=("about",), read=plain_text(500)),
        Column("effective_on", also=tuple(ROLES[Role.END]), read=any_day),
        Column("depositary", read=plain_text(200)),
        Column("withdraws", read=_report),
        Column("note", also=_NOTES, read=plain_text(4000)),
    )


def _yes_or_no(text: str) -> str:
    word = text.casefold()
    if word in {"true", "yes", "1", "x"}:
        return "true"
    if word in {"false", "no", "0"}:
        return "false"
    raise CellRefused("cell.choice", text=text[:60], choices=["true", "false"])


def _report(text: str) -> str:
    if len(text) == 24 and set(text) <= set("0123456789abcdef"):
        return text
    raise CellRefused("report.unknown", text=text[:60])
