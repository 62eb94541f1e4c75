"""An opinion as a document: one tree for the page, the DOCX and the PDF file.

Each treaty is named once, as the heading of what it gives; its reasons then speak of it without its name, and its
sources stand below it once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.cooperation.opinions import Basis, BasisKind, Considered, Opinion
from accede.core.cooperation.reasons import Code
from accede.core.explain import Reason
from accede.foundation.documents.tree import Block, Document, Heading, Listing, Paragraph, Run, Words, said
from accede.foundation.texts import format_day, listed
from accede.modules.cooperation.fields.codes import effect_words, kind_words, purpose_words
from accede.modules.cooperation.fields.offences import mental_words, offence_conduct, offence_title
from accede.modules.cooperation.queries.treaties_beside import treaty_sources
from accede.modules.cooperation.words.model_instruments import open_plan
from accede.modules.cooperation.words.opinion_question import Asked
from accede.modules.cooperation.words.speaker import CooperationSpeaker

AUTHOR = "Accede"


class Places:
    """Where what an opinion names is shown. A file leads to what stands outside of the product only."""

    def treaty(self, key: str, *, is_universal: bool) -> str:
        """Return the address of a treaty."""
        del key, is_universal
        return ""

    def record(self, state: str, key: str) -> str:
        """Return the address of where a State stands under an instrument."""
        del state, key
        return ""

    def source(self, key: str, locator: str) -> str:
        """Return the address of a source."""
        del key
        return locator

    def joining(self, state: str, key: str) -> tuple[str, str]:
        """Return the addresses of what a State’s joining would open, and of its model instrument; empty: not told."""
        del state, key
        return "", ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked, what is answered, and of which day and edition the answer speaks."""

    asked: Asked
    opinions: tuple[Opinion, ...]

    def headline(self, speaker: CooperationSpeaker) -> str:
        """Say in one line what was asked."""
        return _("%(purpose)s: %(requesting)s asks %(requested)s") % {
            "purpose": purpose_words(self.asked.purpose),
            "requesting": speaker.state(self.asked.requesting),
            "requested": speaker.state(self.asked.requested),
        }

    @property
    def name(self) -> str:
        """The name of a file of it, without its ending."""
        return f"opinion-{self.asked.requesting}-{self.asked.requested}-{self.asked.on}"


def opinion_tree(answered: Answered, speaker: CooperationSpeaker, *, places: Places | None = None) -> Document:
    """Return the answer as a document; `places` where it is to lead to pages."""
    writer = _Writer(answered.asked, speaker, places or Places())
    day = format_day(answered.asked.on, speaker.language)
    edition = speaker.snapshot.register.edition
    decides_nothing = _(
        "An opinion drawn from the record by its rules, for a lawyer to check line by line; it decides nothing."
    )
    as_at = _("As at %(day)s. Edition of the record: %(edition)s.") % {"day": day, "edition": edition}
    return Document(
        title=answered.headline(speaker),
        language=speaker.language,
        blocks=(
            Paragraph(said(as_at, " ", decides_nothing), "small"),
            *(block for opinion in answered.opinions for block in writer.opinion(opinion)),
        ),
        about=decides_nothing,
        author=AUTHOR,
    )


def answer_tree(answered: Answered, speaker: CooperationSpeaker, *, places: Places) -> Document:
    """Return the answer alone, for a page that says what was asked and on which day."""
    writer = _Writer(answered.asked, speaker, places)
    blocks = (block for opinion in answered.opinions for block in writer.opinion(opinion))
    return Document(answered.headline(speaker), speaker.language, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Writer:
    asked: Asked
    speaker: CooperationSpeaker
    places: Places

    def opinion(self, opinion: Opinion) -> Iterator[Block]:
        code = opinion.question.offence
        mental = mental_words(self.speaker.snapshot.catalogue.by_code[code].mental)
        strongest = self.speaker.treaty(opinion.strongest.treaty) if opinion.strongest else ""
        yield Heading(offence_title(code), key=code)
        answer = said(Run(f"{effect_words(opinion.effect)}.", bold=True))
        if len(opinion.bases) > 1:
            answer = said(answer, " ", _("Strongest basis: %(treaty)s") % {"treaty": strongest})
        yield Paragraph(answer, "lead", mark=f"effect effect-{opinion.effect.value}")
        conduct = offence_conduct(code)
        yield Paragraph(said(conduct, " ", _("Mental element:"), " ", mental, "."), "small")
        before = (*opinion.conditions, *opinion.unknowns)
        if before:
            yield Heading(_("Before relying on it"), 2)
            yield Listing(tuple(self._line(reason) for reason in before))
        for basis in opinion.bases:
            yield from self._basis(basis)
        if opinion.considered:
            yield Heading(_("Looked at, and gives nothing here"), 2)
            yield Listing(tuple(self._considered(entry) for entry in opinion.considered))

    def _basis(self, basis: Basis) -> Iterator[Block]:
        speaker = self.speaker.of(basis.treaty)
        is_universal = basis.kind is BasisKind.UNIVERSAL
        yield Heading(self.speaker.treaty(basis.treaty), 2)
        effect = Run(f"{effect_words(basis.effect)}.", bold=True)
        yield Paragraph(said(effect, " ", f"{kind_words(basis.kind)}."), mark=f"effect effect-{basis.effect.value}")
        yield Listing(tuple(self._line(reason, speaker) for reason in basis.because), is_ordered=True)
        for title, reasons in (
            (_("What bears on it in a case"), basis.conditions),
            (_("What is not known"), basis.unknowns),
        ):
            if reasons:
                yield Heading(title, 3)
                yield Listing(tuple(self._line(reason, speaker) for reason in reasons))
        yield from self._where(basis, is_universal=is_universal)

    def _where(self, basis: Basis, *, is_universal: bool) -> Iterator[Block]:
        """Say where the standing of the two under a treaty is shown, and on what it rests."""
        treaty = self.places.treaty(basis.treaty, is_universal=is_universal)
        shown = [Run(_("The treaty in this record"), address=treaty)] if treaty else []
        if is_universal:
            links = (
                (code, self.places.record(code, basis.treaty)) for code in (self.asked.requesting, self.asked.requested)
            )
            shown += [Run(self.speaker.state(code), address=address) for code, address in links if address]
        if shown:
            yield Paragraph(said(_("In the register:"), " ", self._apart(shown)), "small")
        if sources := self._sources(basis):
            yield Paragraph(said(_("Sources:"), " ", self._apart(sources)), "small")

    def _considered(self, entry: Considered) -> Words:
        speaker = self.speaker.of(entry.treaty)
        is_universal = entry.kind is BasisKind.UNIVERSAL
        title = Run(
            f"{self.speaker.treaty(entry.treaty)}.",
            bold=True,
            address=self.places.treaty(entry.treaty, is_universal=is_universal),
        )
        why = (part for reason in entry.because for part in (" ", self._line(reason, speaker)))
        return said(title, *why, *(self._invited(entry) if is_universal else ()))

    def _invited(self, entry: Considered) -> Iterator[str | Run]:
        """Lead each State that is not bound and could join on this day to the steps and the model instrument."""
        missing = (str(reason.facts["state"]) for reason in entry.because if reason.code == Code.NOT_BOUND)
        for code in dict.fromkeys(missing):
            steps, model = self.places.joining(code, entry.treaty)
            if not steps or open_plan(self.speaker.snapshot, code, entry.treaty, self.asked.on) is None:
                continue
            yield " "
            yield _("Invited to join: %(state)s.") % {"state": self.speaker.state(code)}
            yield " "
            yield Run(_("What its joining would open"), address=steps)
            yield " · "
            yield Run(_("Model instrument to complete (DOCX)"), address=model)

    def _line(self, reason: Reason, speaker: CooperationSpeaker | None = None) -> Words:
        line = (speaker or self.speaker).line(reason)
        return said(line.words, f" [{line.authority}]" if line.authority else "")

    def _sources(self, basis: Basis) -> list[Run]:
        """Return on what a basis rests, each source once."""
        register = self.speaker.snapshot.register
        reasons = (*basis.because, *basis.conditions, *basis.unknowns)
        reports = (register.reports[key].source for reason in reasons for key in reason.acts if key in register.reports)
        pair = (self.asked.requesting, self.asked.requested)
        beside = treaty_sources(self.speaker.snapshot, basis.treaty, pair)
        keys = dict.fromkeys((*reports, *beside))
        found = (register.sources[key] for key in keys if key in register.sources)
        return [Run(one.title, address=self.places.source(one.key, one.locator)) for one in found]

    def _apart(self, runs: Iterable[Run]) -> Words:
        between = listed(["", ""], self.speaker.language, apart=True)
        parts: list[str | Run] = []
        for run in runs:
            parts += [between, run] if parts else [run]
        return said(*parts)
