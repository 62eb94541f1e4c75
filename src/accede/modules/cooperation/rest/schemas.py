"""The shapes of the answers on cooperation. Codes are the same in every language; `words` are translated."""

from datetime import date

from pydantic import Field

from accede.core.cooperation.agreements import Serves, Status
from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.national_rules import Nationals, Needs
from accede.core.cooperation.opinions import BasisKind
from accede.foundation.rest import Document
from accede.foundation.rest.documents import Schema
from accede.modules.cooperation.queries.differences import CauseKind

Fact = date | bool | int | str | list[str] | None
"""What a sentence says of something: a day, a State, a treaty, several treaties."""


class StateBrief(Schema):
    """A State by code and name."""

    code: str
    name: str


class AuthorityItem(Schema):
    """An article: the key of its treaty, the article, and both in words."""

    text: str
    article: str
    words: str


class ReasonLine(Schema):
    """One step: a sentence, the article applied, the facts that the sentence carries, the reports relied on."""

    code: str
    words: str
    authority: AuthorityItem | None
    facts: dict[str, Fact]
    reports: list[str]


class DefinitionItem(Schema):
    """A text that defines an offence."""

    instrument: str
    title: str
    article: AuthorityItem
    attempt: str
    participation: list[str]
    annex: str | None
    verified: bool = Field(description="Whether the article was read.")
    forms_verified: bool = Field(description="Whether the articles on attempt and participation were read.")


class OffenceItem(Schema):
    """An offence with every text that defines it, the newest first."""

    code: str
    title: str
    conduct: str
    mental: str
    exclusions: list[str]
    definitions: list[DefinitionItem]


class OffenceList(Document):
    """The catalogue of offences."""

    items: list[OffenceItem]


class BasisItem(Schema):
    """One basis with its effect, line by line."""

    treaty: str
    title: str
    kind: BasisKind
    kind_words: str
    effect: Effect
    effect_words: str
    articles: list[AuthorityItem]
    sources: list[str]
    reasons: list[ReasonLine]
    conditions: list[ReasonLine]
    unknowns: list[ReasonLine]


class ConsideredItem(Schema):
    """A treaty that was looked at and gives nothing here."""

    treaty: str
    title: str
    kind: BasisKind
    reasons: list[ReasonLine]


class OpinionItem(Schema):
    """An opinion on one offence."""

    offence: OffenceItem
    effect: Effect
    effect_words: str
    strongest: str | None = Field(description="The treaty that gives most; null where nothing was found.")
    bases: list[BasisItem]
    considered: list[ConsideredItem]
    conditions: list[ReasonLine]
    unknowns: list[ReasonLine]


class Opinions(Document):
    """The answer of the finder: an opinion for each offence asked about."""

    requesting: StateBrief
    requested: StateBrief
    purpose: Purpose
    purpose_words: str
    opinions: list[OpinionItem]


class GroupItem(Schema):
    """Offences with the same texts: how many ordered pairs of States have which strongest basis."""

    offences: list[str]
    label: str
    instruments: list[str]
    pairs: int
    sure: int = Field(description="Pairs with a basis that the record can vouch for.")
    not_known: int
    effects: dict[str, int] = Field(description="Ordered pairs by effect.")


class HistoryStep(Schema):
    """The state of a group at the beginning of a year, or today."""

    on: date
    sure: int
    not_known: int


class HistoryItem(Schema):
    """A group of offences since 1963."""

    offences: list[str]
    label: str
    steps: list[HistoryStep]


class NetworkOutline(Document):
    """The network on a day in numbers."""

    purpose: Purpose
    states: int
    offences: int
    groups: list[GroupItem]


class NetworkHistory(Document):
    """The network since 1963."""

    purpose: Purpose
    groups: list[HistoryItem]


class CellItem(Schema):
    """The strongest basis for an offence: its effect, and the text or “treaty” that gives it."""

    offence: str
    effect: Effect
    by: str | None


class PartnerItem(Schema):
    """A partner of a State: the strongest basis for every offence."""

    state: StateBrief
    cells: list[CellItem]


class GroupDifferenceItem(Schema):
    """How many ordered pairs gained or lost a sure basis for a group of offences, or have another one."""

    offences: list[str]
    label: str
    gained: int
    lost: int
    other: int


class CauseItem(Schema):
    """An event, with the ordered pairs × offences that gained or lost a sure basis by it, after those before it."""

    kind: CauseKind
    on: date
    states: list[StateBrief]
    treaty: str
    title: str
    opened: int
    closed: int


class Differences(Document):
    """What changed from an earlier day to the day asked for."""

    purpose: Purpose
    first: date
    groups: list[GroupDifferenceItem]
    causes: list[CauseItem]


class AccessionItem(Schema):
    """One State joining one instrument."""

    state: StateBrief
    instrument: str
    title: str
    needs: str | None = Field(description="The parent that it must join first or together.")
    perhaps_joined: bool = Field(description="Whether the record does not know if it has joined.")


class ChoiceItem(Schema):
    """Accessions chosen, what they close together, and a bound for every choice of that size."""

    accessions: list[AccessionItem]
    closes: int
    upper_bound: int
    gap: float = Field(description="How far the choice may be from the best, as a share of the bound; 0: proven.")


class WorldPlanDocument(Document):
    """The accessions that close most blind pairs of the world."""

    purpose: Purpose
    k: int
    blind_cells: int
    best: ChoiceItem
    greedy: ChoiceItem
    considered: int
    put_aside: int


class StepItem(Schema):
    """Joining one instrument: what it opens, and how it is done."""

    instrument: str
    title: str
    opens_pairs: int
    opens_cells: int
    opens_cells_with_parents: int
    perhaps_joined: bool
    acts: list[str]
    parents: list[str]
    papers: list[str]
    takes_effect: date | None = Field(description="The day of effect if deposited on the day.")


class DeclarationItem(Schema):
    """A declaration under art. 2(2)(a) of the Financing Convention that could be taken back."""

    annex: str
    title: str
    opens_pairs: int
    opens_cells: int


class BilateralStepItem(Schema):
    """For how many offences there is no sure basis with a partner."""

    partner: StateBrief
    offences: int


class StatePlanDocument(Document):
    """What would open most for one State."""

    purpose: Purpose
    state: StateBrief
    blind_pairs: int
    blind_cells: int
    accessions: list[StepItem]
    declarations: list[DeclarationItem]
    bilateral: list[BilateralStepItem]


class ScenarioStepItem(Schema):
    """One accession of a scenario: what it closes after those before it, and by itself."""

    accession: AccessionItem
    closes: int
    alone: int
    invitation: str
    waits_for: list[str]
    takes_effect: date | None


class ScenarioItem(Schema):
    """Accessions together."""

    name: str
    closes: int
    steps: list[ScenarioStepItem]


class Scenarios(Document):
    """Scenarios side by side."""

    purpose: Purpose
    items: list[ScenarioItem]


class OwedItem(Schema):
    """A declaration or notification that goes with a deposit."""

    paper: str
    words: str
    article: str
    required: bool
    to: list[str]
    by: date | None


class DepositItem(Schema):
    """A planned deposit with the day of effect and what is owed."""

    on: date
    state: StateBrief
    instrument: str
    title: str
    takes_effect: date | None
    invitation: str
    owed: list[OwedItem]
    lapse_owed: bool = Field(description="Whether the end of a declaration under art. 2(2)(a) is to be notified.")
    waits_for: list[str]


class Calendar(Document):
    """Planned deposits in order of their days."""

    items: list[DepositItem]


class AgreementItem(Schema):
    """A bilateral treaty as the record takes it from all sources."""

    key: str
    title: str
    states: list[StateBrief]
    serves: list[Serves]
    status: Status
    status_words: str
    signed_on: date | None
    since: date | None = Field(description="The first day on which it counts as in force; null: it does not count.")
    since_is_known: bool
    until: date | None
    counts_on_the_day: bool
    sources: list[str]


class RegionalItem(Schema):
    """A regional treaty, or a convention of the United Nations beside the nineteen."""

    key: str
    title: str
    serves: list[Serves]
    adopted_on: date | None
    in_force_on: date | None
    text_was_read: bool
    bound: int = Field(description="States bound on the day, as far as the record knows.")


class MemberItem(Schema):
    """A State bound by a regional treaty."""

    state: StateBrief
    since: date
    since_is_known: bool
    until: date | None
    sources: list[str]


class RegionalDetail(Document, RegionalItem):
    """A regional treaty with those bound by it."""

    members: list[MemberItem]


class RuleItem(Schema):
    """What a source says of the law of a State on extradition."""

    state: StateBrief
    needs_treaty: Needs
    nationals: Nationals
    words: str
    source: str
    is_secondary: bool
