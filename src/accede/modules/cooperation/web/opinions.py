"""Opinions on pages: rows of a list, the places to which one leads, and lines with their sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from accede.core.cooperation.opinions import Opinion
from accede.foundation.exports import Link
from accede.modules.cooperation.fields.codes import effect_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.cooperation.words.opinion_tree import Places


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A reason: its sentence, the article applied, the sources relied on."""

    words: str
    authority: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShownOpinion:
    """An opinion on one offence as a row among several."""

    title: str
    effect: str
    words: str
    strongest: str
    address: str


def shown_opinion(question: CooperationPageQuestion, opinion: Opinion, *, address: str) -> ShownOpinion:
    """Return an opinion as a row; the address shows it in full."""
    return ShownOpinion(
        title=offence_title(opinion.question.offence),
        effect=opinion.effect.value,
        words=effect_words(opinion.effect),
        strongest=question.speaker.treaty(opinion.strongest.treaty) if opinion.strongest else "",
        address=address,
    )


class PagePlaces(Places):
    """Where a page with its day leads to what an opinion names."""

    def __init__(self, question: CooperationPageQuestion) -> None:
        self._question = question

    def treaty(self, key: str, *, is_universal: bool) -> str:
        """Return the address of a treaty."""
        return self._question.here(
            "treaties:instrument-detail" if is_universal else "cooperation:treaty-detail",
            key,
        )

    def record(self, state: str, key: str) -> str:
        """Return the address of where a State stands under an instrument."""
        return self._question.here("treaties:record-detail", state, key)

    def source(self, key: str, locator: str) -> str:
        """Return the address of a source."""
        del locator
        return self._question.here("treaties:source-detail", key)

    def joining(self, state: str, key: str) -> tuple[str, str]:
        """Return the addresses of what a State’s joining would open, and of its model instrument."""
        steps = f"{self._question.here('cooperation:state-plan', state)}#{key}"
        return steps, self._question.here("cooperation:model-docx", state, key)


def source_links(question: CooperationPageQuestion, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return sources as links to their pages, each once."""
    sources = question.register.sources
    return tuple(
        Link(sources[key].title, question.here("treaties:source-detail", key))
        for key in dict.fromkeys(keys)
        if key in sources
    )
