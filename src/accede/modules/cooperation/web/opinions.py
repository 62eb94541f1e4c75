"""Opinions as pages and documents show them: every line with its article and its sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from accede.core.cooperation.opinions import Basis, BasisKind, Considered, Opinion
from accede.core.cooperation.reasons import Code
from accede.core.explain import Reason
from accede.foundation.exports import Link
from accede.modules.cooperation.fields.codes import effect_words, kind_words
from accede.modules.cooperation.fields.offences import mental_words, offence_conduct, offence_title
from accede.modules.cooperation.queries.treaties_beside import treaty_sources
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.cooperation.words.model_instruments import open_plan
from accede.modules.cooperation.words.short_words import short_words


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A reason: its sentence, the article applied, the sources relied on."""

    words: str
    authority: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """A State that is invited to join a text which would give a basis: the steps, and the model instrument."""

    state: str
    steps: str
    model: str


@dataclass(frozen=True, slots=True)
class ShownBasis:
    """A basis line by line.

    Attributes:
        articles: by the name of the text that they stand in.
        records: where the register shows the standing of the two States under it.
    """

    title: str
    address: str
    kind: str
    effect: str
    words: str
    short: str
    articles: tuple[tuple[str, str], ...]
    records: tuple[Link, ...]
    sources: tuple[Link, ...]
    because: tuple[ShownLine, ...]
    conditions: tuple[ShownLine, ...]
    unknowns: tuple[ShownLine, ...]
    joining: tuple[Joining, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownOpinion:
    """An opinion on one offence."""

    code: str
    title: str
    conduct: str
    mental: str
    effect: str
    words: str
    short: str
    strongest: str
    address: str
    bases: tuple[ShownBasis, ...]
    considered: tuple[ShownBasis, ...]
    conditions: tuple[ShownLine, ...]
    unknowns: tuple[ShownLine, ...]


def shown_opinion(question: CooperationPageQuestion, opinion: Opinion, *, address: str) -> ShownOpinion:
    """Return an opinion as it is shown."""
    code = opinion.question.offence
    speaker = question.speaker
    return ShownOpinion(
        code=code,
        title=offence_title(code),
        conduct=offence_conduct(code),
        mental=mental_words(question.snapshot.catalogue.by_code[code].mental),
        effect=opinion.effect.value,
        words=effect_words(opinion.effect),
        short=short_words(opinion.effect),
        strongest=speaker.treaty(opinion.strongest.treaty) if opinion.strongest else "",
        address=address,
        bases=tuple(_basis(question, opinion, basis) for basis in opinion.bases),
        considered=tuple(_basis(question, opinion, entry) for entry in opinion.considered),
        conditions=lines(question, opinion.conditions),
        unknowns=lines(question, opinion.unknowns),
    )


def lines(question: CooperationPageQuestion, reasons: Iterable[Reason]) -> tuple[ShownLine, ...]:
    """Return reasons with links to the sources of the reports that they rest on."""
    reports = question.register.reports
    return tuple(
        ShownLine(
            line.words,
            line.authority,
            source_links(question, (reports[key].source for key in line.reports if key in reports)),
        )
        for line in question.speaker.lines(tuple(reasons))
    )


def source_links(question: CooperationPageQuestion, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return sources as links to their pages, each once."""
    sources = question.register.sources
    return tuple(
        Link(sources[key].title, question.here("treaties:source-detail", key))
        for key in dict.fromkeys(keys)
        if key in sources
    )


def _basis(question: CooperationPageQuestion, opinion: Opinion, basis: Basis | Considered) -> ShownBasis:
    asked, speaker = opinion.question, question.speaker
    gives = basis if isinstance(basis, Basis) else None
    pair = (asked.requesting, asked.requested)
    universal = basis.kind is BasisKind.UNIVERSAL
    return ShownBasis(
        title=speaker.treaty(basis.treaty),
        address=question.here("treaties:instrument-detail" if universal else "cooperation:treaty-detail", basis.treaty),
        kind=kind_words(basis.kind),
        effect=gives.effect.value if gives else "",
        words=effect_words(gives.effect) if gives else "",
        short=short_words(gives.effect) if gives else "",
        articles=tuple(speaker.articles_by_text(gives.articles).items()) if gives else (),
        records=tuple(
            Link(question.state_name(code), question.here("treaties:record-detail", code, basis.treaty))
            for code in pair
            if universal
        ),
        sources=source_links(
            question,
            _report_sources(question, basis) if universal else treaty_sources(question.snapshot, basis.treaty, pair),
        ),
        because=lines(question, basis.because),
        conditions=lines(question, gives.conditions if gives else ()),
        unknowns=lines(question, gives.unknowns if gives else ()),
        joining=tuple(_joining(question, basis)) if universal else (),
    )


def _joining(question: CooperationPageQuestion, basis: Basis | Considered) -> Iterable[Joining]:
    """Name the States that are not bound by a text and could join it on this day."""
    missing = (str(r.facts["state"]) for r in basis.because if r.code == Code.NOT_BOUND)
    for code in dict.fromkeys(missing):
        if open_plan(question.snapshot, code, basis.treaty, question.day_asked.on) is None:
            continue
        yield Joining(
            state=question.state_name(code),
            steps=f"{question.here('cooperation:state-plan', code)}#{basis.treaty}",
            model=question.here("cooperation:model-docx", code, basis.treaty),
        )


def _report_sources(question: CooperationPageQuestion, basis: Basis | Considered) -> tuple[str, ...]:
    """Return the sources of the reports that the reasons rest on, each once."""
    reports = question.register.reports
    keys = (key for reason in basis.because for key in reason.acts)
    return tuple(dict.fromkeys(reports[key].source for key in keys if key in reports))
