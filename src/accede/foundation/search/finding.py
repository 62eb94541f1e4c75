"""What is found of what somebody may see: answers that join things, then entries of the index, by kinds."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from accede.foundation.access import Actor
from accede.foundation.pages import AsAt
from accede.foundation.search.asking import Question, any_of
from accede.foundation.search.kinds import Answer, Asked, Kind, joined, kind_of, kinds_for
from accede.foundation.search.marking import Piece, marked, passage
from accede.foundation.search.nearby import put_right
from accede.foundation.search.writing import lexeme

PER_PAGE = 20
MOST_COUNTED = 1000
"""Of each kind so many are counted; of more, “more than 1,000” is said."""
LAST_PAGE = MOST_COUNTED // PER_PAGE

_FIND = "select accede_find(%s::text[], %s::text[], %s::tsquery, %s::tsquery, %s::tsquery, %s, %s, %s)"
_MOST_TEXTS = 2
"""Languages in which a passage is looked for: the reader's, English, or the first that there is."""

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: `title` and `said`, a passage, as pieces, those marked that were asked for."""

    kind: Kind
    key: str
    title: Sequence[Piece]
    said: Sequence[Piece]
    address: str

    @property
    def label(self) -> str:
        """What it is called, without marks."""
        return "".join(piece.text for piece in self.title)


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: `answers` join things; `numbers`: how many of each kind, more than counted for over 1,000.

    `instead`: the words that were looked up instead of those asked for, which nothing has. `is_loose`: nothing has all
    of the words; what was found has some of them.
    """

    answers: Sequence[Answer] = ()
    hits: Sequence[Hit] = ()
    numbers: Numbers = field(default_factory=dict)
    instead: str = ""
    is_loose: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether all that was found was counted."""
        return all(number <= MOST_COUNTED for number in self.numbers.values())

    @property
    def count(self) -> int:
        """How many there are; more than that where they are not all counted."""
        return len(self.answers) + sum(min(number, MOST_COUNTED) for number in self.numbers.values())


def find(
    text: str, *, actor: Actor, language: str, as_at: AsAt, kind: str = "", page: int = 1, per_page: int = PER_PAGE
) -> Found:
    """Return what `text` finds of what the actor may see, on one page; of one kind only, if it is named.

    To be called in the actor's transaction (`acting`): the database itself leaves out what they may not see.
    """
    wanted = _Wanted(actor, language, as_at, kind, page, per_page)
    found = _find(Question(text), wanted)
    if found.count:
        return found
    if instead := put_right(text):
        other = _find(Question(instead), wanted)
        if other.count:
            return replace(other, instead=instead)
    question = Question(text)
    loose = _find(question, wanted, is_loose=True) if len(question.needed) > 1 else found
    return replace(loose, is_loose=True) if loose.count else found


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Who wants what of what is found."""

    actor: Actor
    language: str
    as_at: AsAt
    kind: str
    page: int
    per_page: int


def _find(question: Question, wanted: _Wanted, *, is_loose: bool = False) -> Found:
    if question.is_empty:
        return Found()
    query = question.ranked() if is_loose else question.query()
    filters = {
        one.key: there for one in kinds_for(wanted.actor) if (there := _filter(query, one, wanted.actor)) is not None
    }
    answered = _ask(question, filters, wanted)
    hits = [_hit(one, question, wanted) for one in answered["found"] or ()]
    asked = Asked(question.text, wanted.language, wanted.as_at)
    return Found(() if wanted.kind or is_loose else joined(asked), hits, answered["numbers"] or {})


def _filter(query: str, kind: Kind, actor: Actor) -> str | None:
    """Return the query of one kind; None where the actor may see nothing of it."""
    parts = [f"({query})", lexeme(f"kind/{kind.key}")]
    seen: Collection[str] | None = kind.seen(actor) if kind.seen is not None else None
    if seen is not None:
        if not seen:
            return None
        parts.append(any_of(lexeme(f"key/{key}") for key in sorted(seen)))
    return " & ".join(parts)


def _ask(question: Question, filters: Mapping[str, str], wanted: _Wanted) -> Mapping[str, Any]:
    past = (wanted.page - 1) * wanted.per_page
    words = [question.exact(), question.query(weights="AB"), question.ranked()]
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [list(filters), list(filters.values()), *words, wanted.kind, wanted.per_page, past])
        answered = cursor.fetchone()[0]
    loaded: Mapping[str, Any] = json.loads(answered) if isinstance(answered, str) else answered
    return loaded


def _hit(one: Mapping[str, Any], question: Question, wanted: _Wanted) -> Hit:
    kind = kind_of(one["kind"])
    titles: Mapping[str, str] = one["titles"]
    title = titles.get(wanted.language) or titles.get("en") or next(iter(titles.values()), one["key"])
    texts: Mapping[str, str] = one["texts"]
    ordered = [texts[key] for key in dict.fromkeys((wanted.language, "en", *texts)) if key in texts]
    address = kind.address(one["key"])
    return Hit(
        kind=kind,
        key=one["key"],
        title=marked(title, question),
        said=passage(ordered[:_MOST_TEXTS], question),
        address=_on_day(address, wanted.as_at) if kind.keeps_day else address,
    )


def _on_day(address: str, as_at: AsAt) -> str:
    path, hash_, anchor = address.partition("#")
    query = as_at.query.replace("?", "&") if "?" in path else as_at.query
    return f"{path}{query}{hash_}{anchor}"
