"""Find States, instruments and sources by name, in any of the six languages, with or without accents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Link
from accede.foundation.pages import public_page
from accede.modules.treaties.words.page_question import RegisterPageQuestion

LONGEST = 200
PAGES = {
    "state": "treaties:state-detail",
    "instrument": "treaties:instrument-detail",
    "source": "treaties:source-detail",
}


@opens_to(PUBLIC)
@public_page
def search(request: HttpRequest) -> HttpResponse:
    """Show what the words of `q` find, by kind; the nearest names where they find nothing."""
    question = RegisterPageQuestion(request, knows=("q",))
    text = question.text("q")
    if len(text) > LONGEST:
        question.problems.append(_("Write at most %(most)s characters.") % {"most": LONGEST})
    question.done()
    finder = question.register.finder
    hits = finder.search(text, language=question.language)
    found = {
        kind: [Link(hit.label, question.here(address, hit.key)) for hit in hits if hit.kind == kind]
        for kind, address in PAGES.items()
    }
    near = (
        []
        if hits or not text
        else [
            *(Link(question.state_name(c), question.here(PAGES["state"], c)) for c in finder.near_states(text)),
            *(
                Link(question.instrument_title(k), question.here(PAGES["instrument"], k))
                for k in finder.near_instruments(text)
            ),
        ]
    )
    return render(request, "treaties/search.html", {"q": text, "found": found, "count": len(hits), "near": near})
