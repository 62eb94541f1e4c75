"""A covering letter to a State with an opinion on legal bases, from a template of the office."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.core.cooperation.opinions import Basis
from accede.foundation.documents.templates.kinds import Row, TemplateField, TemplateKind, Values
from accede.foundation.documents.tree import Column, Document, Listing, Paragraph, Run, Table, said
from accede.foundation.texts import format_day, listed
from accede.modules.cooperation.fields.codes import effect_words, kind_words, purpose_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.words.opinion_tree import AUTHOR, Answered
from accede.modules.cooperation.words.speaker import CooperationSpeaker


def letter_values(answered: Answered, speaker: CooperationSpeaker, *, to: str, today: date) -> Values:
    """Return what the fields of a letter say; of several offences, the bases of each."""
    asked = answered.asked
    named = speaker.snapshot.register.states[to]
    first = answered.opinions[0]
    before = dict.fromkeys(
        speaker.line(reason).words
        for opinion in answered.opinions
        for reason in (*opinion.conditions, *opinion.unknowns)
    )
    return {
        "state": named.formal_name(speaker.language) or named.name(speaker.language),
        "today": format_day(today, speaker.language),
        "requesting": speaker.state(asked.requesting),
        "requested": speaker.state(asked.requested),
        "purpose": purpose_words(asked.purpose),
        "offence": listed((offence_title(one.question.offence) for one in answered.opinions), speaker.language),
        "answer": effect_words(first.effect) if len(answered.opinions) == 1 else "",
        "day": format_day(asked.on, speaker.language),
        "edition": str(speaker.snapshot.register.edition),
        "bases": [
            _basis(basis, speaker, offence_title(opinion.question.offence))
            for opinion in answered.opinions
            for basis in opinion.bases
        ],
        "before": [{"words": words} for words in before],
    }


def _basis(basis: Basis, speaker: CooperationSpeaker, offence: str) -> Row:
    own = (cited for cited in basis.articles if cited.text == basis.treaty)
    return {
        "offence": offence,
        "treaty": speaker.treaty(basis.treaty),
        "kind": kind_words(basis.kind),
        "effect": effect_words(basis.effect),
        "articles": listed(speaker.articles_by_text(own).values(), speaker.language, apart=True),
    }


def _shipped() -> Document:
    """Return the letter that ships, in the language in force; its words name the fields."""
    return Document(
        title=_("Legal bases for cooperation"),
        language=get_language() or "en",
        author=AUTHOR,
        blocks=(
            Paragraph(said("{{ today }}")),
            Paragraph(said(Run("{{ state }}", bold=True))),
            Paragraph(said("{{ purpose }}: {{ requesting }} – {{ requested }}. {{ offence }}.")),
            Paragraph(
                said(_("The opinion below was drawn from the record of treaties as at this day:"), " {{ day }}.")
            ),
            Paragraph(said("{%p if answer %}")),
            Paragraph(said(Run("{{ answer }}.", bold=True))),
            Paragraph(said("{%p endif %}")),
            Table(
                caption=_("Treaties and what each gives"),
                columns=(Column(_("Treaty"), 4, is_header=True), Column(_("Effect"), 5), Column(_("Articles"), 4)),
                rows=(
                    (said("{%tr for basis in bases %}"), (), ()),
                    (said("{{ basis.treaty }}"), said("{{ basis.effect }}"), said("{{ basis.articles }}")),
                    (said("{%tr endfor %}"), (), ()),
                ),
            ),
            Paragraph(said("{%p if before %}")),
            Paragraph(said(Run(_("Before relying on it"), bold=True))),
            Paragraph(said("{%p for point in before %}")),
            Listing((said("{{ point.words }}"),)),
            Paragraph(said("{%p endfor %}")),
            Paragraph(said("{%p endif %}")),
            Paragraph(said(_("It decides nothing; the competent authorities check it line by line."))),
            Paragraph(said(_("[Signature]"))),
        ),
    )


OPINION_LETTER = TemplateKind(
    key="opinion-letter",
    label=lazy("Covering letter to a State, with an opinion on legal bases"),
    about=lazy("Written on the page “Covering letter”, from the question that the finder of legal bases answers."),
    fields=(
        TemplateField("state", lazy("The State to which it is written, by its formal name")),
        TemplateField("today", lazy("The day on which it is written")),
        TemplateField("requesting", lazy("The State that asks")),
        TemplateField("requested", lazy("The State that is asked")),
        TemplateField("purpose", lazy("What is asked")),
        TemplateField("offence", lazy("Offence")),
        TemplateField("answer", lazy("The answer; empty where several offences were asked about")),
        TemplateField("day", lazy("The day of which the answer speaks")),
        TemplateField("edition", lazy("The edition of the record")),
        TemplateField(
            "bases",
            lazy("The legal bases"),
            (
                TemplateField("offence", lazy("Offence")),
                TemplateField("treaty", lazy("Treaty")),
                TemplateField("kind", lazy("Kind")),
                TemplateField("effect", lazy("Effect")),
                TemplateField("articles", lazy("Articles of the treaty")),
            ),
        ),
        TemplateField(
            "before",
            lazy("What bears on a case, and what is not known"),
            (TemplateField("words", lazy("The sentence")),),
        ),
    ),
    shipped=_shipped,
)
