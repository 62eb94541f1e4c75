"""The steps of a finding with links to the sources they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from accede.foundation.exports import Link
from accede.modules.treaties.queries.page_asking import Question
from accede.modules.treaties.queries.reasons import ReasonLine


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step: the sentence, the article applied, and the sources of the reports relied on."""

    words: str
    authority: str
    sources: tuple[Link, ...]


def explained(question: Question, lines: Iterable[ReasonLine]) -> tuple[WhyStep, ...]:
    """Return the steps as a page shows them, each source once a step."""
    return tuple(
        WhyStep(
            line.words,
            line.authority,
            source_links(question, (question.register.reports[key].source for key in line.reports)),
        )
        for line in lines
    )


def source_links(question: Question, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return sources as links to their pages, each once."""
    return tuple(
        Link(question.register.sources[key].title, question.here("treaties:source-detail", key))
        for key in dict.fromkeys(keys)
    )
