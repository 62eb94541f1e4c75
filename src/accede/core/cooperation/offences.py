"""The offences that the nineteen instruments define, and which text defines each of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from accede.core.cooperation.clauses import Clauses, read_clauses
from accede.core.explain import Authority

FINANCING = "FINANCING-1999"


@dataclass(frozen=True, slots=True)
class Definition:
    """One text that defines an offence.

    Attributes:
        instrument: the instrument by which a State is bound to this text.
        text: the treaty in whose numbering the articles stand (a protocol adds articles to its parent).
        attempt, participation: the articles on attempt, and on accomplices, organizers and groups.
        annex: the treaty of the Financing Convention's annex whose offences are financed (art. 2(1)(a)).
        verified: whether the article was read; `forms_verified`: whether those on attempt and participation were.
        articles: by topic, where this offence has another article than the others of the instrument, or none ("").
    """

    instrument: str
    article: str
    text: str
    attempt: str = ""
    participation: tuple[str, ...] = ()
    annex: str | None = None
    verified: bool = True
    forms_verified: bool = True
    note: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)

    @property
    def provision(self) -> str:
        """What a State holds or not: the instrument, or one treaty of the Financing Convention's annex."""
        return self.instrument if self.annex is None else annex_provision(self.annex)

    @property
    def authority(self) -> Authority:
        """The article that defines the offence."""
        return Authority(self.text, self.article)


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence with all texts that define it, the newest first.

    Attributes:
        title, conduct, mental: in our own words.
        exclusions: codes of the cases that the texts leave out.
    """

    code: str
    title: str
    conduct: str
    mental: str
    definitions: tuple[Definition, ...]
    exclusions: tuple[str, ...] = ()

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments that define it, the newest first."""
        return tuple(dict.fromkeys(d.instrument for d in self.definitions))


@dataclass(frozen=True)
class Catalogue:
    """All offences, in the order of the catalogue, and what each instrument that defines some says of cooperation."""

    offences: tuple[Offence, ...]
    clauses: Mapping[str, Clauses]

    @cached_property
    def by_code(self) -> Mapping[str, Offence]:
        """The offences by their codes."""
        return {offence.code: offence for offence in self.offences}

    @cached_property
    def provisions(self) -> tuple[str, ...]:
        """Everything that a State can hold or not, in the order of the catalogue."""
        return tuple(dict.fromkeys(d.provision for o in self.offences for d in o.definitions))

    @cached_property
    def annex(self) -> tuple[str, ...]:
        """The treaties of the annex to the Financing Convention, the financing of whose offences is one (2(1)(a))."""
        return tuple(dict.fromkeys(d.annex for o in self.offences for d in o.definitions if d.annex))

    def defined_by(self, instrument: str) -> tuple[Offence, ...]:
        """Return the offences that an instrument defines."""
        return tuple(o for o in self.offences if instrument in o.instruments)


def annex_provision(treaty: str) -> str:
    """Return the name of the part of the Financing Convention that covers one treaty of its annex."""
    return f"{FINANCING}/{treaty}"


def first_defined_on(offence: Offence, adopted_on: Mapping[str, date]) -> date:
    """Return the day on which the first text that defines the offence was adopted."""
    return min(adopted_on[d.instrument] for d in offence.definitions)


def read_catalogue(offences: Sequence[Mapping[str, object]], texts: Iterable[Mapping[str, object]]) -> Catalogue:
    """Return the catalogue that rows of data/cooperation/offences.yaml and clauses.yaml describe."""
    return Catalogue(tuple(_offence(row) for row in offences), read_clauses(texts))


def _offence(row: Mapping[str, object]) -> Offence:
    definitions = row["definitions"]
    exclusions = row.get("exclusions") or ()
    if not isinstance(definitions, Sequence) or not isinstance(exclusions, Sequence):
        raise TypeError(f"offence {row['code']}: definitions and exclusions are lists")
    return Offence(
        code=str(row["code"]),
        title=str(row["title"]),
        conduct=str(row["conduct"]),
        mental=str(row["mental"]),
        definitions=tuple(_definition(d) for d in definitions),
        exclusions=tuple(str(e) for e in exclusions),
    )


def _definition(row: Mapping[str, object]) -> Definition:
    participation = row.get("participation") or ()
    if not isinstance(participation, Sequence):
        raise TypeError(f"participation in {row['article']} is a list")
    annex = row.get("annex")
    articles = row.get("articles") or {}
    if not isinstance(articles, Mapping):
        raise TypeError(f"articles of {row['article']} are a mapping")
    return Definition(
        instrument=str(row["instrument"]),
        article=str(row["article"]),
        text=str(row.get("text") or row["instrument"]),
        attempt=str(row.get("attempt") or ""),
        participation=tuple(str(p) for p in participation),
        annex=str(annex) if annex else None,
        verified=bool(row.get("verified", True)),
        forms_verified=bool(row.get("forms_verified", row.get("verified", True))),
        note=str(row.get("note") or ""),
        articles={str(topic): str(article) for topic, article in articles.items()},
    )
