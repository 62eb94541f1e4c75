"""What the columns of a list of bilateral treaties hold, how each is read, and every sentence about what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accede.core.cooperation.agreements import Status
from accede.foundation.imports import CellRefused, Column, day_reader, plain_text
from accede.foundation.imports.bounds import Suggesting
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.texts import LONGEST, folded, nearest
from accede.modules.cooperation.fields.codes import SERVES, STATUSES
from accede.modules.cooperation.models.treaties import KINDS
from accede.modules.cooperation.services.import_ministry import (
    ENDED,
    IN_FORCE,
    NOTE,
    OBJECT,
    PARTNER,
    SIGNED,
    TITLE,
    kind_of_object,
)
from accede.modules.reference.queries import SourceFacts, StateFacts
from accede.modules.reference.services.cells import STATE_WORDS, read_state
from accede.modules.treaties.queries.find import Finder

FIRST_DAY = date(1800, 1, 1)
STATE_KINDS = frozenset({"member", "observer", "state", "former"})
COLUMNS = ("state_a", "state_b", "kind", "status", "signed_on", "in_force_on", "terminated_on", "title", "note")
LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh-hans")

WORDS: Words = {
    **FILE_WORDS,
    **STATE_WORDS,
    "state.no_state": _("“%(text)s” is no State: bilateral treaties are recorded between States."),
    "source.unknown": _("“%(text)s” is no source of the record. Describe it first."),
    "source.unknown_near": _(
        "“%(text)s” is no source of the record. Perhaps %(nearest)s is meant, or describe it first."
    ),
    "file.too_many_rows": _("The file has more than %(most)s rows; a list of treaties is shorter."),
    "treaty.other_matter": _(
        "“%(text)s” is neither about extradition nor about legal assistance in criminal matters. Leave this row out."
    ),
    "treaty.one_side": _("Only one State is named: a treaty is between two."),
    "treaty.of_others": _(
        "This is a treaty between other States. Your role lets you bring those of the State over which it was given."
    ),
    "treaty.same_state": _("Both sides are the same State: %(state)s."),
    "treaty.force_before_signature": _("In force on %(in_force_on)s, before it was signed on %(signed_on)s."),
    "treaty.ended_before_force": _("Ended on %(terminated_on)s, before it was in force on %(in_force_on)s."),
    "treaty.ended_before_signature": _("Ended on %(terminated_on)s, before it was signed on %(signed_on)s."),
    "treaty.status_without_day": _("The status says that it is in force: give the day, or the day of the source."),
    "treaty.status_against_days": _("The status “%(status)s” does not fit the days of this row."),
    "treaty.sides_differ": _("Row %(other)s is the same treaty seen from the other side, with other days."),
    "treaty.one_sided": _("The file lists treaties from both sides; this one stands on one side only."),
    "treaty.state_later": _(
        "%(state)s began on %(begins_on)s, after this treaty: say whether it took the treaty over."
    ),
    "treaty.other_day": _("Another source gives another day of entry into force: %(other)s."),
}
"""Every sentence that an import of bilateral treaties can give."""


@dataclass(frozen=True)
class Vocabulary:
    """The words that a file may use: States, sources, kinds and statuses of treaties."""

    states: Mapping[str, StateFacts]
    sources: Mapping[str, SourceFacts]
    suggesting: Suggesting = field(default_factory=Suggesting)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.states, {}, self.sources)

    def state(self, text: str) -> str:
        """Read a State.

        Raises:
            CellRefused: there is none of that name, or it is no State.
        """
        text = text[:LONGEST]
        names = self._finder.naming
        near = [] if names.meant(text) else self.suggesting.of(lambda: self._finder.near_states(text))
        code = read_state(text, names=names, states=self.states, near=near)
        if self.states[code].kind not in STATE_KINDS:
            raise CellRefused("state.no_state", text=text[:60])
        return code

    def source(self, text: str) -> str:
        """Read the key of a source.

        Raises:
            CellRefused: the record has no such source.
        """
        if text in self.sources:
            return text
        near = self.suggesting.of(lambda: nearest(text, self.sources, most=2))
        if near:
            raise CellRefused("source.unknown_near", text=text[:60], nearest=near)
        raise CellRefused("source.unknown", text=text[:60])


def read_kind(text: str) -> str:
    """Read what a treaty is about: its word here, or in any of the six languages.

    Raises:
        CellRefused: it is none of them.
    """
    found = _words_of_kinds().get(folded(text[:LONGEST].replace("_", " "))) or kind_of_object(text[:LONGEST])
    if found is None:
        raise CellRefused("cell.choice", text=text[:60], choices=KINDS)
    return found


def read_status(text: str) -> str:
    """Read the status of a treaty.

    Raises:
        CellRefused: it is none of them.
    """
    found = _words_of_statuses().get(folded(text[:LONGEST].replace("_", " ")))
    if found is None:
        raise CellRefused("cell.choice", text=text[:60], choices=[status.value for status in Status])
    return found


@cache
def _words_of_statuses() -> dict[str, str]:
    names = {folded(status.value.replace("_", " ")): status.value for status in Status}
    for language in LANGUAGES:
        with translation.override(language):
            names |= {folded(str(words)): status.value for status, words in STATUSES.items()}
    return names


@cache
def _words_of_kinds() -> dict[str, str]:
    names = {folded(kind): kind for kind in KINDS}
    for language in LANGUAGES:
        with translation.override(language):
            names |= {folded(str(words)): kind.value for kind, words in SERVES.items() if kind.value in KINDS}
    return names


def treaty_columns(
    vocabulary: Vocabulary, *, today: date, order: DayOrder | None, needs_source: bool, needs_state: bool
) -> tuple[Column, ...]:
    """Return the columns of a list of bilateral treaties."""
    # A list that belongs to one State names its partners: "State" is then the other one.
    first = ("state", "first_state", "party") if needs_state else ("first_state",)
    day = day_reader(latest=today, earliest=FIRST_DAY, order=order)
    return (
        Column("state_a", first, is_required=needs_state, read=vocabulary.state),
        Column(
            "state_b",
            tuple(name for name in PARTNER if not needs_state or name not in first),
            is_required=True,
            read=vocabulary.state,
        ),
        Column("kind", OBJECT, is_required=True, needs_value=True, read=read_kind),
        Column(
            "status",
            ("état d’application", "statut", "estado de vigencia", "статус", "状态", "الحالة"),
            read=read_status,
        ),
        Column("signed_on", SIGNED, read=day),
        Column("in_force_on", IN_FORCE, read=day),
        Column("terminated_on", ENDED, read=day),
        Column("title", TITLE, read=plain_text(500)),
        Column("source", is_required=needs_source, needs_value=needs_source, read=vocabulary.source),
        Column("note", NOTE, read=plain_text()),
    )
