"""Instruments as plain facts: what core needs of them, and what pages show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from accede.core.treaties.instruments import (
    CompleteList,
    Delay,
    EntryIntoForceRule,
    Instrument,
    ParentLink,
    StatedAbsence,
    Wait,
)
from accede.core.treaties.joining_clauses import read_joining_clause
from accede.modules.treaties.models import Absence as AbsenceRow
from accede.modules.treaties.models import Coverage as CoverageRow
from accede.modules.treaties.models import Gap as GapRow
from accede.modules.treaties.models import Instrument as InstrumentRow


class TitleStatus(StrEnum):
    """Whose words a title is."""

    OFFICIAL = "official"
    """Of a text that is authentic in the language, as the source prints it."""
    IN_USE = "in_use"
    """As a source in the language prints it; the text itself is not authentic in it."""
    TRANSLATION = "translation"
    """This project's own: no source in the language was read."""


@dataclass(frozen=True, slots=True)
class Title:
    """An instrument's name in one language; `also`: what sources and readers call it, looked up and never shown."""

    full: str
    short: str
    status: TitleStatus
    source: str
    also: tuple[str, ...] = ()

    @property
    def is_official(self) -> bool:
        """Whether it is the title of an authentic text."""
        return self.status is TitleStatus.OFFICIAL

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in the language, the short one first."""
        return (self.short, *self.also, self.full)


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """One line of the article map: what the provision does, where it stands, whether the text was read."""

    topic: str
    articles: str
    verified: bool


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """A source that gives the whole list of parties on a day."""

    instrument: str
    source: str
    complete_on: date
    parties_stated: int | None
    note: str


@dataclass(frozen=True, slots=True)
class GapFacts:
    """Something that the record is known not to know."""

    instrument: str | None
    subject: str
    note: str
    source: str | None


@dataclass(frozen=True, slots=True)
class InstrumentFacts:
    """An instrument: `core` is what the rules read, the rest is what a reader is shown."""

    core: Instrument
    titles: Mapping[str, Title]
    place: str
    closed_on: date | None
    authentic_languages: tuple[str, ...]
    article_map: tuple[ArticleNote, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key, e.g. "FINANCING-1999"."""
        return self.core.key

    def title(self, language: str) -> Title:
        """Return the title in `language`, the English one where there is none."""
        return self.titles.get(language) or self.titles["en"]


def all_instruments(known_on: date | None = None) -> dict[str, InstrumentFacts]:
    """Return the instruments by key, in order of their number, with the lists known on a day. Three queries."""
    lists: dict[str, list[CompleteList]] = {}
    absences: dict[str, list[StatedAbsence]] = {}
    stated = AbsenceRow.objects.known(known_on).order_by("pk")
    for instrument, state, source, on in stated.values_list("instrument_id", "state_id", "source_id", "on"):
        absences.setdefault(instrument, []).append(StatedAbsence(state, source, on))
    for coverage in all_coverage(known_on):
        lists.setdefault(coverage.instrument, []).append(CompleteList(coverage.source, coverage.complete_on))
    rows = InstrumentRow.objects.order_by("number").values_list("key", "terms")
    return {
        key: read_terms(terms, complete_lists=lists.get(key, ()), absences=absences.get(key, ())) for key, terms in rows
    }


def all_coverage(known_on: date | None = None) -> list[CoverageFacts]:
    """Return which sources list all parties, and on which day, as known on a day. One query."""
    rows = CoverageRow.objects.known(known_on).order_by("instrument__number", "complete_on", "source_id")
    return [
        CoverageFacts(row.instrument_id, row.source_id, row.complete_on, row.parties_stated, row.note) for row in rows
    ]


def all_gaps(known_on: date | None = None) -> list[GapFacts]:
    """Return what is known to be unknown, as known on a day. One query."""
    rows = GapRow.objects.known(known_on).order_by("instrument__number", "pk")
    return [GapFacts(row.instrument_id, row.subject, row.note, row.source_id) for row in rows]


def read_terms(
    terms: Mapping[str, Any], *, complete_lists: Sequence[CompleteList] = (), absences: Sequence[StatedAbsence] = ()
) -> InstrumentFacts:
    """Return the instrument that `terms` (data/instruments.yaml) describe."""
    return InstrumentFacts(
        core=_core(terms, complete_lists, absences),
        titles={language: _title(title) for language, title in terms["titles"].items()},
        place=terms.get("place") or "",
        closed_on=_day(terms.get("closed_on")),
        authentic_languages=tuple(terms.get("authentic_languages") or ()),
        article_map=tuple(
            ArticleNote(note["topic"], note["articles"], bool(note.get("verified", True)))
            for note in terms.get("article_map") or ()
        ),
        sources=tuple(terms.get("sources") or ()),
        notes=tuple(terms.get("notes") or ()),
    )


def _core(
    terms: Mapping[str, Any], complete_lists: Sequence[CompleteList], absences: Sequence[StatedAbsence]
) -> Instrument:
    link = terms.get("parent_link")
    return Instrument(
        key=terms["key"],
        number=terms["number"],
        adopted_on=_day(terms["adopted_on"]) or date.max,
        rule=_rule(terms["rule"]) if terms.get("rule") else None,
        opened_on=_day(terms.get("opened_on")),
        in_force_on=_day(terms.get("in_force_on")),
        parent=terms.get("parent"),
        parent_link=ParentLink(link) if link else None,
        parent_article=str(terms.get("parent_link_article") or ""),
        complete_lists=tuple(complete_lists),
        stated_absences=tuple(absences),
        denunciation_months=terms.get("denunciation_months"),
        denunciation_days=terms.get("denunciation_days"),
        denunciation_article=str(terms.get("denunciation_article") or ""),
        falls_with_parent=bool(terms.get("falls_with_parent")),
        falls_with_parent_article=str(terms.get("falls_with_parent_article") or ""),
        depositaries=tuple(terms.get("depositaries") or ()),
        joining=read_joining_clause(terms["joining"]) if terms.get("joining") else None,
        annex=tuple(terms.get("annex") or ()),
    )


def _rule(rule: Mapping[str, Any]) -> EntryIntoForceRule:
    share = rule.get("share_of_parent")
    return EntryIntoForceRule(
        article=str(rule["article"]),
        wait=_wait(rule["wait"]),
        later_article=str(rule.get("later_article") or rule["article"]),
        later_wait=_wait(rule["later_wait"]),
        deposits=rule.get("deposits"),
        share_of_parent=(share[0], share[1]) if share else None,
        of_which_producers=rule.get("of_which_producers") or 0,
        not_before_parent=bool(rule.get("not_before_parent")),
        not_before=rule.get("not_before"),
        signatories_only=bool(rule.get("signatories_only")),
    )


def _wait(wait: Mapping[str, Any]) -> Wait:
    return Wait(Delay(wait["delay"]), int(wait.get("days") or 0))


def _title(title: Mapping[str, Any]) -> Title:
    return Title(
        full=title["full"],
        short=title["short"],
        status=TitleStatus(title["status"]),
        source=title.get("source") or "",
        also=tuple(title.get("also") or ()),
    )


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
