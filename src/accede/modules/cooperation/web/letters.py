"""The covering letter to a State: the question of the finder, and to whom it goes; the answer is a file of Word."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.templates.access import TEMPLATES_USE
from accede.foundation.documents.templates.keeping import letter_of
from accede.foundation.documents.writing import DocumentFormat
from accede.foundation.listings import Option
from accede.foundation.problems import Problem, UnableTo
from accede.modules.cooperation.web.finder import ASKED, KNOWN, answer_of, in_full
from accede.modules.cooperation.web.question import (
    CooperationPageQuestion,
    network_names,
    offence_options,
    purpose_options,
)
from accede.modules.cooperation.words.opinion_letter import OPINION_LETTER, letter_values
from accede.modules.cooperation.words.opinion_tree import Answered
from accede.modules.cooperation.words.question import LONGEST

_TO = ("requesting", "requested")


@opens_to(TEMPLATES_USE)
def letter(request: HttpRequest) -> HttpResponse:
    """Ask what the letter is about; write it."""
    question = CooperationPageQuestion(request, knows=(*KNOWN, "to"))
    to = question.choice("to", list(_TO)) or _TO[0]
    question.done()
    texts = {name: question.text(name)[:LONGEST] for name in ASKED}
    problems: list[Problem] = []
    if any(texts.values()):
        answer, wrong = answer_of(question, texts)
        problems += [Problem(in_full(fault), fault.part) for fault in wrong]
        if answer is not None:
            try:
                return _written(request, question, answer, to=getattr(answer.asked, to))
            except UnableTo as unable:
                problems += [Problem(words) for words in unable.problems.values()]
    context = {
        "title": _("Covering letter"),
        **texts,
        "to": to,
        "recipients": [
            Option("requesting", _("The State that asks")),
            Option("requested", _("The State that is asked")),
        ],
        "purpose": question.purpose.value,
        "purposes": purpose_options(),
        "offences": offence_options(question),
        "names": network_names(question),
        "wrong": problems,
        "at": {name: " ".join(p.words for p in problems if p.field == name) for name in ASKED},
    }
    return render(request, "cooperation/letter.html", context, status=400 if problems else 200)


def _written(request: HttpRequest, question: CooperationPageQuestion, answer: Answered, *, to: str) -> HttpResponse:
    values = letter_values(answer, question.speaker, to=to, today=clock.today())
    body = letter_of(OPINION_LETTER, question.language, values, actor=actor_of(request))
    response = HttpResponse(body, content_type=DocumentFormat.DOCX.media_type)
    name = f"letter-{to}-{answer.asked.on}.docx"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Content-Language"] = question.language
    response.headers["Cache-Control"] = "private, no-store"
    return response
