"""A draft of an article as a document: the instruction in the language of the law, the article, and its place."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from accede.foundation.documents.tree import Block, Document, Heading, Paragraph, Run, said
from accede.foundation.texts import cite_articles, isolated
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.drafts import DraftFacts

_SITE_LANGUAGES = {"zh": "zh-hans"}


def instruction_of(draft: DraftFacts) -> str:
    """Return the amending instruction, in the language of the law."""
    language = _SITE_LANGUAGES.get(draft.language, draft.language)
    with override(language):
        return _("In %(law)s, after %(after)s, insert %(new)s as follows:") % {
            "law": isolated(draft.law_title),
            "after": cite_articles(draft.after_number, language),
            "new": cite_articles(draft.number, language),
        }


def sources_of(draft: DraftFacts) -> str:
    """Say where the draft comes from: the article of the instrument, and what it began with."""
    asked = catalogue().obligations[draft.obligation]
    article = f"{asked.instrument} {asked.article}".strip()
    if draft.began_with == "model":
        return _("Begun with the model provision of this product for %(article)s, in its own words.") % {
            "article": isolated(article)
        }
    return _("Begun with what %(article)s asks; there is no model provision for it yet.") % {
        "article": isolated(article)
    }


def draft_document(draft: DraftFacts, language: str) -> Document:
    """Return the draft as a document: instruction, article, the law around it with the new words bold, its source."""
    asked = catalogue().obligations[draft.obligation]
    lead = _("A draft for the State to decide upon. Confidential to the State and the programme.")
    blocks: list[Block] = [
        Paragraph(said(lead), "lead"),
        Paragraph(said(asked.says(language.partition("-")[0]))),
        Heading(_("Amending instruction")),
        Paragraph(said(Run(instruction_of(draft), language=draft.language))),
        Paragraph(said(Run(f"{draft.label}. {draft.heading}".strip(), bold=True, language=draft.language))),
        Paragraph(said(Run(draft.text, language=draft.language))),
        Heading(_("The law as it would read")),
    ]
    for one in draft.around:
        is_new = one.key == draft.number
        blocks.append(Paragraph(said(Run(one.words, bold=is_new, language=draft.language))))
    blocks += [Heading(_("Source")), Paragraph(said(sources_of(draft)), "small")]
    return Document(
        title=_("Draft article %(number)s: %(law)s") % {"number": draft.number, "law": isolated(draft.law_title)},
        language=language,
        blocks=tuple(blocks),
        about=_("A draft article for the law of a State."),
        author="Accede",
    )
