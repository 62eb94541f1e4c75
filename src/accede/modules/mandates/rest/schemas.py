"""The shapes of the mandates' answers. Codes are the same in every language; fields named `words` are translated."""

from datetime import date

from pydantic import Field

from accede.foundation.rest.documents import Schema


class MandateItem(Schema):
    """A mandate in a list."""

    symbol: str
    reference: str = Field(description="The symbol as it stands in addresses.")
    title: str
    organ: str
    adopting_organ: str = Field(description="The organ that adopts a draft recommended by another.")
    adopted_on: date | None
    session: int | None
    standing: str = Field(description="adopted, draft, recommended or superseded.")
    standing_words: str
    series: str
    genre: str = Field(description="resolution, decision or statement.")
    has_text: bool = Field(description="Whether its text is in the record.")


class CodeWords(Schema):
    """A code with its words."""

    code: str
    words: str


class DutyItem(Schema):
    """A duty under a mandate."""

    symbol: str
    key: str
    paragraph: str
    strength: str = Field(description="decided, requested, urged, invited or committed.")
    owed_by: list[str] = Field(description="As named; in a coded reading in the language asked for.")
    owed_to: str
    what: str = Field(description="In the words of the text; in a coded reading in ours, in the language asked for.")
    gates: list[CodeWords] = Field(description="Conditions that must be met first.")
    evidence: list[CodeWords] = Field(description="Kinds of record that show it done.")
    section: str = Field(description="The part of a report on implementation.")
    due_words: str = Field(description="When, in the words of the text; empty: continuing.")
    due_from: date | None
    due_until: date | None
    due_source: str = Field(description="Key of the source of the days, or the rule they follow from.")
    due_certainty: str = Field(
        description="recorded, by_rule, by_interval, unverified or corrected; empty where the text names the days."
    )
    due_reason: str = Field(description="Why no day is known, as a code.")
    every_months: int | None


class EvidenceItem(Schema):
    """What the records show for a kind of evidence."""

    code: str
    words: str
    is_recorded: bool = Field(description="Whether any module records this kind.")
    count: int | None
    newest_on: date | None


class Listing(Schema):
    """What a list says of itself."""

    count: int
    page: int
    pages: int


class MandateList(Listing):
    """A page of mandates."""

    items: list[MandateItem]


class DutyList(Listing):
    """A page of duties."""

    items: list[DutyItem]


class ConditionItem(Schema):
    """A condition as written, with its code."""

    text: str
    code: str


class DeadlineItem(Schema):
    """A deadline as written, and the days it means."""

    text: str
    kind: str
    due_from: date | None
    due_until: date | None
    reason: str | None


class CitationItem(Schema):
    """A cited document."""

    text: str
    kind: str
    symbol: str


class ParagraphItem(Schema):
    """A paragraph as read, after corrections."""

    path: str = Field(description="How it is cited: “3(b)(i)”, “B.2” in part B of a resolution.")
    kind: str
    part: str = Field(description="resolution, frame or annex.")
    division: str = Field(description="The part of the resolution that counts for itself, for example B; or empty.")
    number: str
    level: int | None
    text: str
    lead_phrase: str
    lead_verb_base: str
    addressees: list[str]
    conditions: list[ConditionItem]
    deadlines: list[DeadlineItem]
    citations: list[CitationItem]


class RemarkItem(Schema):
    """Something a reader of the text should look at."""

    code: str
    words: str
    line: int


class UnreadItem(Schema):
    """A line that belongs to no paragraph, and why."""

    line: int
    text: str
    why: str
    words: str


class AdoptionItem(Schema):
    """What became of a draft."""

    code: str = Field(description="adopted, said_adopted (not checked), not_adopted or not_recorded.")
    words: str
    symbol: str = Field(description="Of the adopted text.")
    adopted_on: date | None
    source: str


class ReviewItem(Schema):
    """What a review of a mandate proposes, and why."""

    verdict: str = Field(description="keep, update or end.")
    words: str
    why: str
    reviewed_on: date


class MandateDetail(MandateItem):
    """One mandate with its paragraphs, and what of its text was not read."""

    sponsors: list[str] = Field(description="Who submitted a draft.")
    review: ReviewItem | None = Field(description="The newest review; null for none.")
    adoption: AdoptionItem | None = Field(description="What became of a draft; null for a text that is none.")
    paragraphs: list[ParagraphItem]
    remarks: list[RemarkItem]
    not_read: list[UnreadItem]


class ImplementationItem(Schema):
    """A duty with what the records show of it."""

    duty: DutyItem
    evidence: list[EvidenceItem]


class Implementation(Schema):
    """How a mandate is carried out, as the records show it on a day."""

    symbol: str
    on: date
    items: list[ImplementationItem]


class PairItem(Schema):
    """A clause of the earlier resolution, of the later one, or of both."""

    fate: str = Field(description="carried_over, changed, new or dropped.")
    earlier: str | None
    later: str | None
    division: str = Field(description="The part of the resolution in which the clause stands, for example B; or empty.")
    nearness: float
    gates_gained: list[str]
    gates_lost: list[str]


class GateCount(Schema):
    """In how many operative clauses a condition stands."""

    code: str
    words: str
    earlier: int
    later: int


class ComparisonDetail(Schema):
    """Two resolutions compared."""

    earlier: str
    later: str
    clauses: list[PairItem]
    gates: list[GateCount]
    sections_gained: list[str]
    sections_lost: list[str]


class FaultItem(Schema):
    """A fault of a mandate as read."""

    code: str
    words: str
    paragraph: str
    line: int


class FaultList(Schema):
    """The faults of a mandate."""

    symbol: str
    items: list[FaultItem]
