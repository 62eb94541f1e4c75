"""What several parts of one page ask is asked once, so that all of them speak of the same state of the record."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

T = TypeVar("T")

_answers: ContextVar[dict[str, object] | None] = ContextVar("accede_answers", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """Make one page: until its end, what was answered stays so."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(question: str, ask: Callable[[], T]) -> T:
    """Return the answer to a question, asked by `ask` at most once a page; each time outside of pages."""
    answers = _answers.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    return cast("T", answers[question])


def answered(question: str, answer: object) -> None:
    """Keep an answer that came along with another one, for the rest of the page."""
    answers = _answers.get()
    if answers is not None:
        answers[question] = answer
