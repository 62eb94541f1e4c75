"""The finder: two States, an offence, a day, a purpose; the answer is an opinion, line by line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote_plus, urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.core.cooperation.opinions import Basis, Considered, Opinion
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Format, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, export_links
from accede.foundation.pages import BadInput, public_page
from accede.foundation.pages.addresses import address_of_page
from accede.foundation.problems import Problem
from accede.modules.cooperation.fields.codes import effect_words, kind_words, purpose_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.web.opinions import PagePlaces, ShownOpinion, shown_opinion
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import (
    CooperationPageQuestion,
    network_names,
    offence_options,
    purpose_options,
)
from accede.modules.cooperation.words.opinion_question import Asked, Wrong, understand
from accede.modules.cooperation.words.opinion_tree import Answered, answer_tree, opinion_tree
from accede.modules.cooperation.words.opinions import opinions_on
from accede.modules.cooperation.words.question import LONGEST

ASKED = ("requesting", "requested", "offence")
KNOWN = (*ASKED, "purpose")
MOST_IN_FULL = 1
"""Of more opinions than this the page shows a table, each row leading to one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A basis as a row of the files."""

    opinion: Opinion
    basis: Basis | Considered


@opens_to(PUBLIC)
@public_page
def finder(request: HttpRequest) -> HttpResponseBase:
    """Answer the question that the address asks; without one, the form, which one or two `state` may have begun."""
    question = CooperationPageQuestion(request, knows=(*KNOWN, "state", "sort"))
    listing = Listing(request, question, _answer_columns(question))
    question.done()
    texts = {name: question.text(name)[:LONGEST] for name in ASKED}
    answer, wrong = (None, ()) if not any(texts.values()) else answer_of(question, texts)
    if answer:
        # The files hold each basis: they follow the order of the offences on the page.
        answer = replace(answer, opinions=tuple(listing.ordered(answer.opinions)))
    if question.format and answer:
        return _file(request, question, answer, question.format)
    context = {
        "title": _("Legal bases between two States"),
        "tabs": parts(question, "finder"),
        **texts,
        **_begun(question, texts),
        "purpose": question.purpose.value,
        "purposes": purpose_options(),
        "offences": offence_options(question),
        "chosen_offence": answer.asked.offences[0] if answer and len(answer.asked.offences) == 1 else texts["offence"],
        "names": network_names(question),
        "wrong": [Problem(in_full(fault), fault.part) for fault in wrong],
        "at": {name: " ".join(in_full(fault) for fault in wrong if fault.part == name) for name in ASKED},
        "answer": answer,
        "headings": listing.headings(),
        **(_shown(request, question, answer) if answer else {}),
    }
    return render(request, "cooperation/finder.html", context, status=400 if wrong else 200)


def _begun(question: CooperationPageQuestion, texts: dict[str, str]) -> dict[str, str]:
    """Return the States of the form: those written, else those with which a link has begun it."""
    begun = [text.strip()[:LONGEST] for text in question.query.getlist("state")]
    first, second, *_others = (*begun, "", "")
    return {"requesting": texts["requesting"] or first, "requested": texts["requested"] or second}


@opens_to(PUBLIC)
@public_page
def opinion_docx(request: HttpRequest) -> HttpResponseBase:
    """Return the same opinion as a document to keep, to change and to sign."""
    return _opinion_file(request, DocumentFormat.DOCX)


@opens_to(PUBLIC)
@public_page
def opinion_pdf(request: HttpRequest) -> HttpResponseBase:
    """Return the same opinion as a PDF file that everybody can read."""
    return _opinion_file(request, DocumentFormat.PDF)


def _opinion_file(request: HttpRequest, chosen: DocumentFormat) -> HttpResponse:
    question = CooperationPageQuestion(request, knows=KNOWN)
    question.done()
    answer, wrong = answer_of(question, {name: question.text(name)[:LONGEST] for name in ASKED})
    if answer is None:
        raise BadInput([in_full(fault) for fault in wrong])
    return file_response(opinion_tree(answer, question.speaker), chosen, name=answer.name)


def answer_of(question: CooperationPageQuestion, texts: dict[str, str]) -> tuple[Answered | None, tuple[Wrong, ...]]:
    """Return the answer to what was asked in words; None with all that is wrong with it."""
    empty = [name for name in ASKED if not texts[name]]
    if empty:
        words = {
            "requesting": _("Name the State that asks."),
            "requested": _("Name the State that is asked."),
            "offence": _("Choose an offence, or write the key of an instrument for all its offences."),
        }
        return None, tuple(Wrong(name, words[name]) for name in empty)
    asked, wrong = understand(
        question.snapshot,
        **texts,
        on=question.day_asked.on,
        purpose=question.purpose,
        language=question.language,
    )
    if asked is None:
        return None, wrong
    return Answered(asked, opinions_on(question.snapshot, asked)), ()


def in_full(fault: Wrong) -> str:
    """Return what is wrong with what may have been meant."""
    if not fault.near:
        return fault.words
    return f"{fault.words} {_('Perhaps you mean: %(near)s.') % {'near': ', '.join(fault.near)}}"


def _answer_columns(question: CooperationPageQuestion) -> list[Field[Opinion]]:
    def title(opinion: Opinion) -> str:
        return offence_title(opinion.question.offence)

    def words(opinion: Opinion) -> str:
        return effect_words(opinion.effect)

    def strongest(opinion: Opinion) -> str:
        return question.speaker.treaty(opinion.strongest.treaty) if opinion.strongest else ""

    return [
        Field("offence", _("Offence"), title, order=title),
        Field("answer", _("Answer"), words, order=words),
        Field("strongest", _("Strongest basis"), strongest, order=strongest),
    ]


def _opinions(question: CooperationPageQuestion, answer: Answered) -> list[ShownOpinion]:
    return [
        shown_opinion(question, opinion, address=finder_address(question, answer.asked, opinion.question.offence))
        for opinion in answer.opinions
    ]


def finder_address(question: CooperationPageQuestion, asked: Asked, offence: str) -> str:
    """Return the address of the opinion on one offence between the two."""
    return address_of(question, asked.requesting, asked.requested, offence)


def address_of(
    question: CooperationPageQuestion, requesting: str, requested: str, offence: str, name: str = "finder"
) -> str:
    """Return the address of an opinion with the day and the purpose of this page."""
    return addresses(question, name)(requesting, requested, offence)


def addresses(question: CooperationPageQuestion, name: str = "finder") -> Callable[[str, str, str], str]:
    """Return what gives the addresses of opinions by the two States and the offence, for a page of a thousand."""
    page = address_of_page(f"cooperation:{name}")
    kept = urlencode({"purpose": question.purpose.value, **question.day_asked.parameters()})

    def address(requesting: str, requested: str, offence: str) -> str:
        pair = f"requesting={quote_plus(requesting)}&requested={quote_plus(requested)}&offence={quote_plus(offence)}"
        return f"{page}?{pair}&{kept}"

    return address


def _shown(request: HttpRequest, question: CooperationPageQuestion, answer: Answered) -> dict[str, object]:
    asked = answer.asked
    offence = question.text("offence")[:LONGEST]
    other = ((word, purpose_words(word)) for word in _other_purposes(question))
    requesting, requested = (question.state_name(code) for code in (asked.requesting, asked.requested))
    is_in_full = len(answer.opinions) <= MOST_IN_FULL
    return {
        "headline": answer.headline(question.speaker),
        "opinions": [] if is_in_full else _opinions(question, answer),
        "in_full": html_of(answer_tree(answer, question.speaker, places=PagePlaces(question))) if is_in_full else "",
        "requesting_link": Link(requesting, question.here("treaties:state-detail", asked.requesting)),
        "requested_link": Link(requested, question.here("treaties:state-detail", asked.requested)),
        "other_way": address_of(question, asked.requested, asked.requesting, offence),
        "matrix": f"{question.here('cooperation:state-detail', asked.requesting)}",
        "other_purposes": [
            Link(words, _with_purpose(address_of(question, asked.requesting, asked.requested, offence), question, word))
            for word, words in other
        ],
        "exports": (
            Link("DOCX", address_of(question, asked.requesting, asked.requested, offence, "opinion-docx")),
            Link("PDF", address_of(question, asked.requesting, asked.requested, offence, "opinion-pdf")),
            *export_links(request),
        ),
    }


def _other_purposes(question: CooperationPageQuestion) -> list[str]:
    return [option.value for option in purpose_options() if option.value != question.purpose.value]


def _with_purpose(address: str, question: CooperationPageQuestion, word: str) -> str:
    return address.replace(f"purpose={question.purpose.value}", f"purpose={word}")


def _file(
    request: HttpRequest, question: CooperationPageQuestion, answer: Answered, chosen: Format
) -> HttpResponseBase:
    rows = [
        *(Line(opinion, basis) for opinion in answer.opinions for basis in opinion.bases),
        *(Line(opinion, entry) for opinion in answer.opinions for entry in opinion.considered),
    ]
    name = f"bases-{answer.asked.requesting}-{answer.asked.requested}"
    listing = Listing(request, question, _columns(question))
    return listing.file(rows, name=name, title=answer.headline(question.speaker), chosen=chosen)


def _columns(question: CooperationPageQuestion) -> list[Field[Line]]:
    speaker = question.speaker

    def gives(line: Line) -> Basis | None:
        return line.basis if isinstance(line.basis, Basis) else None

    def sentences(line: Line, part: str) -> str:
        found = getattr(line.basis, part, ())
        return " ".join(speaker.line(reason).words for reason in found)

    return [
        Field("offence", _("Offence"), lambda line: offence_title(line.opinion.question.offence)),
        Field("offence_code", _("Offence (code)"), lambda line: line.opinion.question.offence),
        Field("answer", _("Strongest basis"), lambda line: effect_words(line.opinion.effect)),
        Field("treaty", _("Treaty"), lambda line: speaker.treaty(line.basis.treaty)),
        Field("treaty_key", _("Key"), lambda line: line.basis.treaty),
        Field("kind", _("Kind"), lambda line: kind_words(line.basis.kind)),
        Field(
            "effect",
            _("Effect"),
            lambda line: effect_words(found.effect) if (found := gives(line)) else _("Gives nothing here"),
        ),
        Field("effect_code", _("Effect (code)"), lambda line: found.effect.value if (found := gives(line)) else ""),
        Field(
            "articles",
            _("Articles"),
            lambda line: speaker.cited(found.articles) if (found := gives(line)) else "",
        ),
        Field("reasons", _("Reasons"), lambda line: sentences(line, "because")),
        Field("conditions", _("What bears on it in a case"), lambda line: sentences(line, "conditions")),
        Field("unknowns", _("What is not known"), lambda line: sentences(line, "unknowns")),
    ]
