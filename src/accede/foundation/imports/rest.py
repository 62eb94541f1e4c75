"""Imports that wait for a second person, as the API tells of them."""

from datetime import datetime

from ninja import Schema
from pydantic import Field

from accede.foundation.workflow.rest import StepItem


class ProposedItem(Schema):
    """A file that one person proposed."""

    number: int
    state: str = Field(description="proposed, confirmed or declined.")
    state_words: str
    file: str
    sources: list[str]
    rows: int
    new: int = Field(description="Rows that were new when it was proposed.")
    changed: int = Field(description="Rows that said something else than the record when it was proposed.")
    proposed_at: datetime
    proposed_by: str = Field(description="Empty: the operator of the installation.")
    decided_at: datetime | None
    decided_by: str = Field(description="Empty: the operator of the installation, or nobody yet.")
    reason: str
    edition: int | None = Field(description="The edition of the record that it made.")


class ProposedDetail(Schema):
    """A file that one person proposed, and what the reader can do with it."""

    proposed: ProposedItem
    steps: list[StepItem]
    is_under_way: bool = Field(description="Whether a step that takes long is being taken now.")


class ProposedList(Schema):
    """A page of such files: those that wait first, then the latest."""

    count: int = Field(description="How many items there are on all pages.")
    page: int
    pages: int
    items: list[ProposedItem]
