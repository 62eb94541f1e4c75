"""A model of the instrument by which a State would join: a draft for its ministry to complete, sign and deposit.

Full powers are not needed from a Head of State, Head of Government or Minister for Foreign Affairs (VCLT art. 7(2)(a));
consent is established by deposit (VCLT art. 16(b)).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind
from accede.core.treaties.joining import Invitation, JoiningPlan, joining_plan
from accede.foundation.documents.tree import Block, Document, Heading, Listing, Paragraph, Run, said
from accede.foundation.texts import cite_articles, format_day, listed
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.treaties.words.joining import PAPER_WORDS
from accede.modules.treaties.words.topics import depositary_name


@dataclass(frozen=True, slots=True)
class ModelPaper:
    """A declaration or notification that goes with the deposit, with room for its text."""

    words: str
    article: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class ModelInstrument:
    """The draft: title, paragraphs, papers, where it is signed, and with whom it is deposited."""

    title: str
    paragraphs: tuple[str, ...]
    papers: tuple[ModelPaper, ...]
    signature: tuple[str, ...]
    deposit: str


def open_plan(snapshot: Cooperation, state: str, instrument: str, on: date) -> JoiningPlan | None:
    """Return what joining takes of a State on a day; None where no act is open to it."""
    register = snapshot.register
    instruments = {key: facts.core for key, facts in register.instruments.items()}
    if instrument not in instruments or instruments[instrument].joining is None:
        return None
    timelines = {key: register.timelines[key, state].changes for key in instruments}
    plan = joining_plan(instruments[instrument], state, on, timelines=timelines, instruments=instruments)
    is_open = plan.invitation in {Invitation.OPEN, Invitation.PERHAPS_JOINED}
    return plan if is_open and plan.acts else None


def model_instrument(
    snapshot: Cooperation, state: str, instrument: str, on: date, *, language: str
) -> ModelInstrument | None:
    """Return the draft for the first act that is open to the State; None where none is."""
    plan = open_plan(snapshot, state, instrument, on)
    if plan is None:
        return None
    register = snapshot.register
    facts, named = register.instruments[instrument], register.states[state]
    values = {
        "instrument": facts.title(language).full,
        "place": facts.place,
        "day": format_day(facts.core.adopted_on, language),
        "state": named.formal_name(language) or named.name(language),
    }
    depositaries = listed(depositary_name(key, language) for key in facts.core.depositaries)
    return ModelInstrument(
        title=_title(plan.acts[0]),
        paragraphs=tuple(text % values for text in (_adopted(), _consents(plan.acts[0]))),
        papers=tuple(
            ModelPaper(
                str(PAPER_WORDS[due.paper]),
                f"{facts.title(language).short}, {cite_articles(due.article, language)}",
                due.is_required,
            )
            for due in plan.papers
        ),
        signature=(
            _("Done at [place] on [day]."),
            _("[Signature and seal]"),
            _("[Head of State, Head of Government or Minister for Foreign Affairs]"),
        ),
        deposit=_("To be deposited with: %(depositaries)s") % {"depositaries": depositaries},
    )


def model_tree(model: ModelInstrument, language: str) -> Document:
    """Return the draft as a document."""
    about = _("A model to be completed by the State. It decides nothing and binds nobody.")
    papers: list[Block] = [Heading(_("Declarations and notifications"))] if model.papers else []
    for paper in model.papers:
        choice = _("Required.") if paper.is_required else _("At the State’s choice.")
        papers.append(Listing((said(f"{paper.words} {choice} [{paper.article}]"),)))
        papers.append(Paragraph(said(_("[Text, or to be struck out]"))))
    return Document(
        title=model.title,
        language=language,
        blocks=(
            Paragraph(said(Run(about, italic=True)), "small"),
            *(Paragraph(said(text)) for text in model.paragraphs),
            *papers,
            *(Paragraph(said(line)) for line in (*model.signature, model.deposit)),
        ),
        about=about,
        author="Accede",
    )


def _title(act: ActKind) -> str:
    return {
        ActKind.RATIFICATION: _("Instrument of ratification"),
        ActKind.ACCEPTANCE: _("Instrument of acceptance"),
        ActKind.APPROVAL: _("Instrument of approval"),
    }.get(act, _("Instrument of accession"))


def _adopted() -> str:
    return _("Considering that this instrument was adopted at %(place)s on %(day)s: %(instrument)s;")


def _consents(act: ActKind) -> str:
    if act is ActKind.RATIFICATION:
        return _(
            "The Government of the following State, having examined it, ratifies it and undertakes to carry out its "
            "provisions faithfully: %(state)s."
        )
    if act in {ActKind.ACCEPTANCE, ActKind.APPROVAL}:
        return _(
            "The Government of the following State, having examined it, consents to be bound by it and undertakes to "
            "carry out its provisions faithfully: %(state)s."
        )
    return _(
        "The Government of the following State, having examined it, accedes to it and undertakes to carry out its "
        "provisions faithfully: %(state)s."
    )
