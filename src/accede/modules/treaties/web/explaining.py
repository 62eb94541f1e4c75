"""The steps of a finding with links to the sources they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from accede.foundation.exports import Link
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.reasons import ReasonLine


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step: the sentence, the article applied, and the sources of the reports relied on."""

    words: str
    authority: str
    sources: tuple[Link, ...]


def explained(question: RegisterPageQuestion, lines: Iterable[ReasonLine]) -> tuple[WhyStep, ...]:
    """Return the steps as a page shows them, each source at the first step that rests on it."""
    steps: list[WhyStep] = []
    named: set[str] = set()
    for line in lines:
        sources = [question.register.reports[key].source for key in line.reports]
        fresh = [key for key in sources if key not in named]
        named.update(fresh)
        steps.append(WhyStep(line.words, line.authority, source_links(question, fresh)))
    return tuple(steps)


def source_links(question: RegisterPageQuestion, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return sources as links to their pages, each once."""
    return tuple(
        Link(question.register.sources[key].title, question.here("treaties:source-detail", key))
        for key in dict.fromkeys(keys)
    )
