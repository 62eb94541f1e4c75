"""Conversations in the API."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.comments.things import Commented
from accede.foundation.comments.threads import Thread, threads_about
from accede.foundation.comments.writing import Said, comment, settle


class LineItem(Schema):
    """One thing said or done in a conversation."""

    at: datetime
    who: str
    text: str
    does: str = Field(description="resolve, reopen, or nothing beside saying something.")
    names: list[str]


class ThreadItem(Schema):
    """A conversation."""

    conversation: UUID
    quote: str = Field(description="The passage that it is about.")
    is_resolved: bool
    lines: list[LineItem]


class ThreadList(Schema):
    """The conversations about a thing: the open ones first, then the latest."""

    items: list[ThreadItem]


class CommentBody(Schema):
    """What somebody writes."""

    text: str = ""
    quote: str = Field("", description="A passage of the text; of a new conversation only.")
    answers: UUID | None = Field(None, description="The conversation that it answers; left out: a new one.")
    mentions: list[UUID] = Field([], description="Keys of persons who may read it.")
    does: str = Field("", description="resolve or reopen, with a conversation; left out: it only says something.")


def thread_items(request: HttpRequest, thing: Commented, key: str) -> dict[str, object]:
    """Return the conversations about a thing.

    Raises:
        Refused: there is no such thing for the reader.
    """
    return {"items": [_item(one) for one in threads_about(thing, key, reader=actor_of(request))]}


def write(request: HttpRequest, thing: Commented, key: str, body: CommentBody) -> None:
    """Write a comment, resolve a conversation or open it again.

    Raises:
        Refused, Overtaken, UnableTo: as `comment` and `settle` do; told as 404, 409 and 400.
    """
    actor, at = actor_of(request), clock.now()
    text = body.text.replace("\x00", "")
    if body.does and body.answers is not None:
        settle(thing, key, Said(text, answers=body.answers), body.does, by=actor, at=at, face=Face.API)
        return
    comment(thing, key, Said(text, body.quote, body.answers, tuple(body.mentions)), by=actor, at=at, face=Face.API)


def _item(thread: Thread) -> dict[str, object]:
    return {
        "conversation": thread.id,
        "quote": thread.quote,
        "is_resolved": thread.is_resolved,
        "lines": [
            {"at": one.at, "who": one.who, "text": one.text, "does": one.does, "names": list(one.names)}
            for one in thread.lines
        ],
    }
