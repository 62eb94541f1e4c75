"""The finder: two States, an offence, a day, a purpose; the answer is an opinion, line by line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote_plus, urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.core.cooperation.opinions import Basis, Considered, Opinion
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Format, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, export_links
from accede.foundation.pages import BadInput, public_page
from accede.foundation.pages.addresses import address_of_page
from accede.foundation.problems import Problem
from accede.modules.cooperation.fields.codes import effect_words, kind_words, purpose_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.web.asking import (
    Question,
    network_names,
    offence_options,
    purpose_options,
)
from accede.modules.cooperation.web.opinions import ShownOpinion, shown_opinion
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.words.opinion_question import Asked, Wrong, understand
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What the finder was asked and what it answers."""

    asked: Asked
    requesting: str
    requested: str
    opinions: tuple[Opinion, ...]


@opens_to(PUBLIC)
@public_page
def finder(request: HttpRequest) -> HttpResponseBase:
    """Answer the question that the address asks; without one, the form, which one or two `state` may have begun."""
    question = Question(request, knows=(*KNOWN, "state", "sort"))
    listing = Listing(request, question, _answer_columns(question))
    question.done()
    texts = {name: question.text(name)[:LONGEST] for name in ASKED}
    answer, wrong = (None, ()) if not any(texts.values()) else _answer(question, texts)
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
        "wrong": [Problem(_in_full(fault), fault.part) for fault in wrong],
        "at": {name: " ".join(_in_full(fault) for fault in wrong if fault.part == name) for name in ASKED},
        "answer": answer,
        "headings": listing.headings(),
        **(_shown(request, question, answer) if answer else {}),
    }
    return render(request, "cooperation/finder.html", context, status=400 if wrong else 200)


def _begun(question: Question, texts: dict[str, str]) -> dict[str, str]:
    """Return the States of the form: those written, else those with which a link has begun it."""
    begun = [text.strip()[:LONGEST] for text in question.query.getlist("state")]
    first, second, *_others = (*begun, "", "")
    return {"requesting": texts["requesting"] or first, "requested": texts["requested"] or second}


@opens_to(PUBLIC)
@public_page
def opinion_docx(request: HttpRequest) -> HttpResponseBase:
    """Return the same opinion as a document to keep and to sign."""
    question = Question(request, knows=KNOWN)
    question.done()
    answer, wrong = _answer(question, {name: question.text(name)[:LONGEST] for name in ASKED})
    if answer is None:
        raise BadInput([_in_full(fault) for fault in wrong])
    shown = tuple(_opinions(question, answer))
    # Imported now: slow to load, and needed for documents only.
    from accede.modules.cooperation.web.documents import MEDIA_TYPE, opinion_document  # noqa: PLC0415  (as above)

    body = opinion_document(question, _headline(question, answer), shown)
    name = f"opinion-{answer.asked.requesting}-{answer.asked.requested}-{question.day_asked.on}.docx"
    response = HttpResponse(body, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Content-Language"] = question.language
    return response


def _answer(question: Question, texts: dict[str, str]) -> tuple[Answer | None, tuple[Wrong, ...]]:
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
    names = (question.state_name(asked.requesting), question.state_name(asked.requested))
    return Answer(asked, *names, opinions_on(question.snapshot, asked)), ()


def _in_full(fault: Wrong) -> str:
    if not fault.near:
        return fault.words
    return f"{fault.words} {_('Perhaps you mean: %(near)s.') % {'near': ', '.join(fault.near)}}"


def _headline(question: Question, answer: Answer) -> str:
    """Say in one line what was asked."""
    return _("%(purpose)s: %(requesting)s asks %(requested)s") % {
        "purpose": purpose_words(question.purpose),
        "requesting": answer.requesting,
        "requested": answer.requested,
    }


def _answer_columns(question: Question) -> list[Field[Opinion]]:
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


def _opinions(question: Question, answer: Answer) -> list[ShownOpinion]:
    return [
        shown_opinion(question, opinion, address=finder_address(question, answer.asked, opinion.question.offence))
        for opinion in answer.opinions
    ]


def finder_address(question: Question, asked: Asked, offence: str) -> str:
    """Return the address of the opinion on one offence between the two."""
    return address_of(question, asked.requesting, asked.requested, offence)


def address_of(question: Question, requesting: str, requested: str, offence: str, name: str = "finder") -> str:
    """Return the address of an opinion with the day and the purpose of this page."""
    return addresses(question, name)(requesting, requested, offence)


def addresses(question: Question, name: str = "finder") -> Callable[[str, str, str], str]:
    """Return what gives the addresses of opinions by the two States and the offence, for a page of a thousand."""
    page = address_of_page(f"cooperation:{name}")
    kept = urlencode({"purpose": question.purpose.value, **question.day_asked.parameters()})

    def address(requesting: str, requested: str, offence: str) -> str:
        pair = f"requesting={quote_plus(requesting)}&requested={quote_plus(requested)}&offence={quote_plus(offence)}"
        return f"{page}?{pair}&{kept}"

    return address


def _shown(request: HttpRequest, question: Question, answer: Answer) -> dict[str, object]:
    asked = answer.asked
    offence = question.text("offence")[:LONGEST]
    other = ((word, purpose_words(word)) for word in _other_purposes(question))
    return {
        "headline": _headline(question, answer),
        "opinions": _opinions(question, answer),
        "in_full": len(answer.opinions) <= MOST_IN_FULL,
        "requesting_link": Link(answer.requesting, question.here("treaties:state-detail", asked.requesting)),
        "requested_link": Link(answer.requested, question.here("treaties:state-detail", asked.requested)),
        "other_way": address_of(question, asked.requested, asked.requesting, offence),
        "matrix": f"{question.here('cooperation:state-detail', asked.requesting)}",
        "other_purposes": [
            Link(words, _with_purpose(address_of(question, asked.requesting, asked.requested, offence), question, word))
            for word, words in other
        ],
        "exports": (
            Link("DOCX", address_of(question, asked.requesting, asked.requested, offence, "opinion-docx")),
            *export_links(request),
        ),
    }


def _other_purposes(question: Question) -> list[str]:
    return [option.value for option in purpose_options() if option.value != question.purpose.value]


def _with_purpose(address: str, question: Question, word: str) -> str:
    return address.replace(f"purpose={question.purpose.value}", f"purpose={word}")


def _file(request: HttpRequest, question: Question, answer: Answer, chosen: Format) -> HttpResponseBase:
    rows = [
        *(Line(opinion, basis) for opinion in answer.opinions for basis in opinion.bases),
        *(Line(opinion, entry) for opinion in answer.opinions for entry in opinion.considered),
    ]
    name = f"bases-{answer.asked.requesting}-{answer.asked.requested}"
    listing = Listing(request, question, _columns(question))
    return listing.file(rows, name=name, title=_headline(question, answer), chosen=chosen)


def _columns(question: Question) -> list[Field[Line]]:
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
