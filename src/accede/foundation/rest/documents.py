"""The shapes that all answers of the API share."""

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Schema(BaseModel):
    """What an answer or a body holds; unlike django-ninja's own, no value of it passes through Python once more."""

    model_config = ConfigDict(from_attributes=True)


class Nearby(Schema):
    """Something near to what was asked for."""

    label: str
    address: str


class Problem(Schema):
    """What went wrong and what to do about it (RFC 9457)."""

    type: str = Field("about:blank", description="Always about:blank: the status says what kind of problem it is.")
    title: str
    status: int
    detail: str
    instance: str = Field(description="The address that was asked for.")
    problems: list[str] = Field(description="Everything that is wrong with the address, one sentence each.")
    nearest: list[Nearby] = Field(description="What may have been meant.")


class Document(Schema):
    """What each answer says of itself: the day, the state of knowledge, the edition, the language."""

    on: date = Field(description="The day of which the answer speaks.")
    known: date | None = Field(description="The day whose knowledge is used; null: as known now.")
    edition: int = Field(description="The edition of the record.")
    language: str = Field(description="The language of the words.")


class Listing(Document, Generic[Item]):
    """A page of a list. The header Link leads to the first, previous, next and last page."""

    count: int = Field(description="How many items there are on all pages.")
    page: int
    pages: int
    items: list[Item]


class Things(Schema, Generic[Item]):
    """A page of a list of things that people keep, as they are now. The header Link leads to the other pages."""

    count: int = Field(description="How many items there are on all pages; more than that where they are not counted.")
    is_counted: bool = Field(description="Whether all items were counted.")
    page: int
    pages: int = Field(description="How many pages there are; 0 where the items are not counted.")
    items: list[Item]
