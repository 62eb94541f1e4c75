"""Who knows better: how a State's authority, or anybody, tells what the record lacks, with the source."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Column, Link, Table, export_response
from accede.foundation.listings import export_links
from accede.foundation.pages import public_page
from accede.modules.treaties.services.import_columns import TEMPLATE
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.standings import standing_line


@opens_to(PUBLIC)
@public_page
def tell(request: HttpRequest) -> HttpResponseBase:
    """Say what is needed to mend an answer, of whom, and what becomes of it; the empty table as a file."""
    question = RegisterPageQuestion(request, knows=("state", "instrument"))
    states = question.states([question.text("state")])
    instruments = question.instruments([question.text("instrument")])
    question.done()
    state, instrument = (states or [""])[0], (instruments or [""])[0]
    if question.format:
        return export_response(_template(question, state, instrument), question.format)
    register, on, language = question.register, question.day_asked.on, question.language
    both = bool(state and instrument)
    about = [question.state_name(state)] if state else []
    about += [question.instrument_title(instrument)] if instrument else []
    return render(
        request,
        "treaties/tell.html",
        {
            "standing": standing_line(register, instrument, state, on=on, language=language) if both else None,
            "about": " · ".join(about),
            "address": question.here("treaties:record-detail", state, instrument) if both else "",
            "contact": _contact(about),
            "exports": export_links(request),
        },
    )


def _contact(about: list[str]) -> Link | None:
    """Return the address of the office that keeps this record, with the subject of the letter."""
    if not settings.ACCEDE_CONTACT:
        return None
    query = urlencode({"subject": " · ".join(["Accede", *about])}, quote_via=quote)
    return Link(settings.ACCEDE_CONTACT, f"mailto:{settings.ACCEDE_CONTACT}?{query}")


def _template(question: RegisterPageQuestion, state: str, instrument: str) -> Table:
    """Return the table to fill in, with a first row where the page was asked about a State or an instrument."""
    known = {"state": state, "instrument": instrument}
    first = [known.get(name, "") for name in TEMPLATE]
    return Table(
        name="acts-template",
        title=_("Acts to be told"),
        columns=[Column(name, name) for name in TEMPLATE],
        rows=iter([first] if state or instrument else []),
        language=question.language,
        is_right_to_left=bool(get_language_info(question.language)["bidi"]),
        meta={},
    )
