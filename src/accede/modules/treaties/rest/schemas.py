"""The shapes of the register's answers. Codes are the same in every language; fields named `words` are translated."""

from datetime import date

from pydantic import Field

from accede.core.treaties.acts import ActKind
from accede.core.treaties.settling import DisputedField, SettledBy
from accede.core.treaties.standing import Standing
from accede.foundation.rest import Document
from accede.foundation.rest.documents import Schema


class StateBrief(Schema):
    """A State or area by code and name."""

    code: str
    name: str


class InstrumentBrief(Schema):
    """An instrument by key and short title."""

    key: str
    title: str


class StateItem(StateBrief):
    """A State or area in a list."""

    formal_name: str = Field(description="Empty where no source gives it in this language.")
    kind: str
    kind_words: str
    iso2: str
    m49: str
    exists_from: date | None
    exists_until: date | None = Field(description="The first day on which it no longer existed; null: it exists.")
    is_member: bool = Field(description="Whether it is a Member of the United Nations on the day.")
    group: str | None = Field(description="Its regional group on the day.")
    group_words: str


class NameItem(Schema):
    """A State's names in one language."""

    language: str
    short: str
    formal: str
    source: str


class SuccessionItem(Schema):
    """Which State followed which, when and how."""

    predecessor: StateBrief
    successor: StateBrief
    on: date | None
    kind: str
    verified: bool
    source: str
    note: str


class StateDetail(Document, StateItem):
    """A State or area with its names in all languages and the States before and after it."""

    names: list[NameItem]
    predecessors: list[SuccessionItem]
    successors: list[SuccessionItem]
    note: str
    source: str


class ReasonItem(Schema):
    """One step of an answer: a sentence, the article applied, the reports relied on."""

    code: str
    words: str
    authority: str
    reports: list[str]


class StandingItem(Schema):
    """Where a State stands under an instrument on the day, and why."""

    state: StateBrief
    instrument: InstrumentBrief
    standing: Standing
    standing_words: str
    is_bound: bool
    since: date | None = Field(
        description="The first day of this standing; null: not known, and wherever the standing is not known."
    )
    by: ActKind | None
    by_words: str
    act_on: date | None
    signed_on: date | None
    known_until: date | None = Field(description="The last day on which a source confirms it.")
    not_party_on: date | None = Field(
        description="Where the standing is not known: the last day on which it is known not to have been a party."
    )
    not_known_from: date | None = Field(
        description="Where the standing is not known: the first day of which the record cannot say."
    )
    suspended_until: date | None = Field(
        description="For a party by succession before its notification: the day of that; until then the operation of "
        "the instrument between it and the other parties is suspended (VCSST art. 23(2))."
    )
    because: list[ReasonItem]


class PositionBrief(Schema):
    """A standing, without its reasons."""

    standing: Standing
    standing_words: str
    since: date | None
    not_party_on: date | None


class ChangeItem(Schema):
    """One State under one instrument, where the answer is another one than before."""

    state: StateBrief
    instrument: InstrumentBrief
    before: PositionBrief
    after: PositionBrief


class StandingList(Document):
    """Where one State stands under each instrument."""

    state: StateBrief
    items: list[StandingItem]


class ActItem(Schema):
    """An act as the record takes it, after all that its sources report has been weighed."""

    key: str
    state: StateBrief
    instrument: InstrumentBrief
    kind: ActKind
    kind_words: str
    on: date | None = Field(description="The day of the act; null: no source gives it.")
    in_force_on: date | None = Field(description="The day on which it took effect, as the sources print it.")
    effective_on: date | None
    subject: str
    depositary: str
    reservation_noted: bool
    known_on: date = Field(description="The day on which this record learned of it.")
    sources: list[str]
    reports: list[str]


class ReportItem(Schema):
    """One act as one source reports it."""

    key: str
    source: str
    kind: ActKind
    kind_words: str
    on: date | None
    in_force_on: date | None
    effective_on: date | None
    attested_on: date
    known_on: date
    subject: str
    depositary: str
    note: str


class ClaimItem(Schema):
    """A value with the sources that give it; no sources: computed by the article."""

    value: str
    sources: list[str]


class DisagreementItem(Schema):
    """A matter on which sources differ, what the record takes, and by which rule."""

    state: StateBrief
    instrument: InstrumentBrief
    act: str
    act_kind: ActKind
    act_kind_words: str
    field: DisputedField
    chosen: str
    settled_by: SettledBy
    claims: list[ClaimItem]


class RecordDetail(Document):
    """Everything about one State under one instrument."""

    standing: StandingItem
    acts: list[ActItem]
    reports: list[ReportItem]
    disagreements: list[DisagreementItem]


class ActDetail(Document):
    """One act with all its reports."""

    act: ActItem
    reports: list[ReportItem]


class InstrumentItem(InstrumentBrief):
    """An instrument in a list, in order of adoption."""

    full_title: str
    number: int
    adopted_on: date
    in_force_on: date | None
    parent: str | None
    parties: int = Field(description="How many States are known to be bound on the day.")


class ArticleItem(Schema):
    """What a provision does and where it stands; verified: the text was read."""

    topic: str
    articles: str
    verified: bool


class CoverageItem(Schema):
    """A source that gives the whole list of parties on a day."""

    instrument: InstrumentBrief
    source: str
    complete_on: date
    parties_stated: int | None
    note: str


class GapItem(Schema):
    """Something that the record is known not to know."""

    instrument: InstrumentBrief | None
    subject: str
    note: str
    source: str | None


class InstrumentDetail(Document, InstrumentItem):
    """An instrument with its texts' languages, its provisions and how far its parties are known."""

    title_is_official: bool
    title_status: str
    title_source: str
    place: str
    opened_on: date | None
    closed_on: date | None
    authentic_languages: list[str]
    depositaries: list[str]
    entry_into_force_article: str
    articles: list[ArticleItem]
    coverage: list[CoverageItem]
    gaps: list[GapItem]
    sources: list[str]
    notes: list[str]


class ComparisonRow(Schema):
    """One State under one instrument on the day, and on a second day if one is asked for."""

    state: StateBrief
    instrument: InstrumentBrief
    first: StandingItem
    second: StandingItem | None = Field(description="On the second day; null where none is asked for.")
    differs: bool = Field(description="Whether the two days differ.")


class Comparison(Document):
    """Any States under all instruments, on one day or two."""

    second_day: date | None
    states: list[StateBrief]
    items: list[ComparisonRow]


class SourceItem(Schema):
    """A source: what it is, on which day it stood, and when this project read it."""

    key: str
    title: str
    locator: str
    publisher: str
    authority: str
    authority_words: str
    as_of_from: date | None
    as_of_until: date | None
    as_of_note: str
    checked_on: date
    licence_note: str
    reports: int = Field(description="How many reports in the record come from it.")


class SourceDetail(Document):
    """A source and the lists of parties that it gives in full."""

    source: SourceItem
    coverage: list[CoverageItem]
