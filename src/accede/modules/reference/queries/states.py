"""States and areas as plain facts."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accede.core.values import Period
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.models import Membership, OtherName, State, StateName, Succession, Territory
from accede.modules.reference.models.states import StateKind
from accede.modules.reference.queries.invented import invented_name

UNITED_NATIONS = "un"
_STATES = (StateKind.MEMBER, StateKind.OBSERVER, StateKind.STATE, StateKind.FORMER)


@dataclass(frozen=True, slots=True)
class Name:
    """A State's names in one language; `formal` is blank where no source gives it."""

    short: str
    formal: str
    sort_key: bytes
    source: str


@dataclass(frozen=True, slots=True)
class Span:
    """Membership of a body over a period."""

    body: str
    period: Period
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SuccessionFacts:
    """Which State followed which, when, and how."""

    predecessor: str
    successor: str
    on: date | None
    kind: str
    verified: bool
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class StateFacts:
    """A State or area with everything the product says of it.

    Attributes:
        other_names: common and former names and other spellings, by which it is found too.
        territories: names of the territories for whose international relations it is responsible.
    """

    code: str
    iso2: str
    m49: str
    kind: str
    exists: Period
    note: str
    source: str
    existence_source: str | None
    names: Mapping[str, Name]
    other_names: tuple[str, ...]
    territories: tuple[str, ...]
    spans: tuple[Span, ...]
    predecessors: tuple[SuccessionFacts, ...]
    successors: tuple[SuccessionFacts, ...]

    def name(self, language: str) -> str:
        """Return the short name in `language`, in English where that language has none, else the code."""
        known = self.names.get(language) or self.names.get("en")
        return known.short if known else self.code

    def formal_name(self, language: str) -> str:
        """Return the formal name in `language`; blank where no source gives it."""
        known = self.names.get(language)
        return known.formal if known else ""

    def order(self, language: str) -> tuple[bytes, str]:
        """Return the key that puts States in alphabetical order in `language`."""
        known = self.names.get(language) or self.names.get("en")
        return (known.sort_key if known else b"\xff", self.code)

    @property
    def kind_words(self) -> str:
        """The kind in the reader's language."""
        return str(StateKind(self.kind).label)

    def is_member_on(self, day: date) -> bool:
        """Return whether it is a Member of the United Nations on `day`."""
        return any(span.body == UNITED_NATIONS and day in span.period for span in self.spans)

    def is_state_on(self, day: date) -> bool:
        """Return whether it is a State on `day`: no area, no organisation, and come and not gone."""
        return self.kind in _STATES and day in self.exists

    def group_on(self, day: date) -> str | None:
        """Return the key of its regional group on `day`, None where it has none or none is recorded."""
        return next((span.body for span in self.spans if span.body in GROUPS and day in span.period), None)


def states_existing_on(day: date, *, language: str) -> dict[str, str]:
    """Return the States of a day by code, with their short names, in alphabetical order of `language`. One query.

    Only States: no area, no organisation that can join treaties, no State that had gone or had not come yet.
    """
    names = StateName.objects.filter(state__kind__in=_STATES).filter(
        Q(state__exists_from__isnull=True) | Q(state__exists_from__lte=day),
        Q(state__exists_until__isnull=True) | Q(state__exists_until__gt=day),
        language__in={language, "en"},
    )
    found: dict[str, tuple[bytes, str]] = {}
    for code, spoken, short, key in names.values_list("state_id", "language", "short", "sort_key"):
        if spoken == language or code not in found:
            found[code] = (bytes(key), short)
    return {code: short for code, (_key, short) in sorted(found.items(), key=lambda entry: (entry[1][0], entry[0]))}


def short_names(codes: Collection[str], *, language: str) -> dict[str, str]:
    """Return those States and areas by code with their short names, of whatever day; invented ones too. One query."""
    rows = StateName.objects.filter(state__in=codes, language__in={language, "en"})
    found: dict[str, str] = {}
    for code, spoken, short in rows.values_list("state_id", "language", "short"):
        if spoken == language or code not in found:
            found[code] = short
    invented = {code: invented_name(code, language=language) for code in codes if code not in found}
    return found | {code: name for code, name in invented.items() if name}


def all_states() -> dict[str, StateFacts]:
    """Return every State and area by code. Six queries, whatever their number."""
    names: dict[str, dict[str, Name]] = defaultdict(dict)
    for row in StateName.objects.values_list("state_id", "language", "short", "formal", "sort_key", "source_id"):
        names[row[0]][row[1]] = Name(short=row[2], formal=row[3], sort_key=bytes(row[4]), source=row[5])
    others: dict[str, list[str]] = defaultdict(list)
    for code, other in OtherName.objects.order_by("state", "language", "name").values_list("state_id", "name"):
        others[code].append(other)
    territories: dict[str, list[str]] = defaultdict(list)
    for code, other in Territory.objects.order_by("code", "language").values_list("responsible_id", "name"):
        territories[code].append(other)
    spans: dict[str, list[Span]] = defaultdict(list)
    for entry in Membership.objects.order_by("state", "body", "valid_from"):
        period = Period(entry.valid_from, entry.valid_until)
        spans[entry.state_id].append(Span(entry.body, period, entry.source_id, entry.note))
    successions = [
        SuccessionFacts(s.predecessor_id, s.successor_id, s.on, s.kind, s.verified, s.source_id, s.note)
        for s in Succession.objects.order_by("on", "predecessor", "successor")
    ]
    return {
        state.code: StateFacts(
            code=state.code,
            iso2=state.iso2,
            m49=state.m49,
            kind=state.kind,
            exists=Period(state.exists_from, state.exists_until),
            note=state.note,
            source=state.source_id,
            existence_source=state.existence_source_id,
            names=names[state.code],
            other_names=tuple(others[state.code]),
            territories=tuple(territories[state.code]),
            spans=tuple(spans[state.code]),
            predecessors=tuple(s for s in successions if s.successor == state.code),
            successors=tuple(s for s in successions if s.predecessor == state.code),
        )
        for state in State.objects.order_by("code")
    }
