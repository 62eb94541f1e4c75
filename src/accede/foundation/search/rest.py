"""The search over the API: what a text finds, and what to suggest while it is being written."""

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Query, Router
from pydantic import Field

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.pages import BadInput
from accede.foundation.pages.asat import AsAt
from accede.foundation.pages.parameters import Parameters, shortened
from accede.foundation.rest import AsAtQuery, described
from accede.foundation.rest.documents import Schema
from accede.foundation.search.asking import problems_of
from accede.foundation.search.finding import LAST_PAGE, MOST_COUNTED, Found, Hit, find
from accede.foundation.search.kinds import kinds
from accede.foundation.texts import listed

router = Router(tags=["Search"])
SUGGESTED = 8


class SearchQuery(AsAtQuery):
    """What is looked for."""

    q: str = described("Words, names, symbols, in any of the six languages; at most 200 characters.")
    kind: str = described("Only things of this kind, for example state.")
    page: str = described("The page, from 1; twenty things a page.", type="integer", minimum=1, default=1)


class SuggestionQuery(AsAtQuery):
    """What somebody has written so far."""

    q: str = described("The beginning of what is looked for; at most 200 characters.")


class HitItem(Schema):
    """One thing that was found."""

    kind: str
    kind_words: str = Field(description="What kind of thing it is, in the language of the answer.")
    key: str
    title: str
    said: str = Field(description="A passage of it, or what the record says.")
    address: str = Field(description="The page of the thing.")


class AnswerItem(Schema):
    """An answer that joins several things, such as a State and an instrument."""

    title: str
    said: str
    address: str


class NumberItem(Schema):
    """How many things of a kind were found."""

    kind: str
    kind_words: str
    count: int
    is_counted: bool = Field(description="Whether all were counted; else there are more than that.")


class SearchResult(Schema):
    """What a text finds, of what the reader may see."""

    q: str
    instead: str = Field(description="The words looked up instead, where nothing has those of the question.")
    is_loose: bool = Field(description="Whether nothing has all of the words, and what was found has some of them.")
    count: int = Field(description="How many there are on all pages; more than that where they are not counted.")
    is_counted: bool
    page: int
    answers: list[AnswerItem]
    numbers: list[NumberItem]
    items: list[HitItem]


class Suggestion(Schema):
    """Something to go to."""

    title: str
    kind_words: str
    address: str


class SuggestionList(Schema):
    """What may be meant by what was written so far."""

    items: list[Suggestion]


@router.get("", response=SearchResult)
@opens_to(PUBLIC)
def search(request: HttpRequest, query: Query[SearchQuery]) -> dict[str, object]:
    """Find States, instruments, mandates, treaties and all else that the reader may see, by any of their names."""
    asked = Parameters()
    as_at = asked.as_at(on=query.on, known=query.known)
    page = asked.number(query.page, name="page", most=LAST_PAGE, otherwise=1)
    # Of all kinds, whoever asks: what is wrong with a question tells nothing of who may see what.
    choices = {kind.key: kind for kind in kinds()}
    if query.kind and query.kind not in choices:
        words = _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
        said = {"name": "kind", "choices": listed(choices) or "–", "text": shortened(query.kind)}
        asked.problems.append(words % said)
    found = _found(request, query.q, asked, as_at, kind=query.kind, page=page)
    numbers = [
        {
            "kind": key,
            "kind_words": str(kind.many),
            "count": min(number, MOST_COUNTED),
            "is_counted": number <= MOST_COUNTED,
        }
        for key, kind in choices.items()
        if (number := found.numbers.get(key, 0))
    ]
    return {
        "q": query.q.strip(),
        "instead": found.instead,
        "is_loose": found.is_loose,
        "count": found.count,
        "is_counted": found.is_counted,
        "page": page,
        "answers": [{"title": one.title, "said": one.said, "address": one.address} for one in found.answers],
        "numbers": numbers,
        "items": [_item(hit) for hit in found.hits],
    }


@router.get("suggestions/", response=SuggestionList)
@opens_to(PUBLIC)
def search_suggestions(request: HttpRequest, query: Query[SuggestionQuery]) -> dict[str, object]:
    """Suggest what may be meant by the beginning of a question."""
    asked = Parameters()
    as_at = asked.as_at(on=query.on, known=query.known)
    found = _found(request, query.q, asked, as_at, kind="", page=1)
    answers = [{"title": one.title, "kind_words": one.said, "address": one.address} for one in found.answers]
    hits = [{"title": hit.label, "kind_words": str(hit.kind.one), "address": hit.address} for hit in found.hits]
    return {"items": [*answers, *hits][:SUGGESTED]}


def _found(request: HttpRequest, text: str, asked: Parameters, as_at: AsAt, *, kind: str, page: int) -> Found:
    """Return what is found.

    Raises:
        BadInput: something of the question cannot be read; all that is wrong is told.
    """
    text = text.strip()
    asked.problems += problems_of(text)
    if asked.problems:
        raise BadInput(asked.problems)
    if not text:
        return Found()
    return find(text, actor=actor_of(request), language=get_language() or "en", as_at=as_at, kind=kind, page=page)


def _item(hit: Hit) -> dict[str, str]:
    return {
        "kind": hit.kind.key,
        "kind_words": str(hit.kind.one),
        "key": hit.key,
        "title": hit.label,
        "said": "".join(piece.text for piece in hit.said),
        "address": hit.address,
    }
