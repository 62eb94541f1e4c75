"""The list of instruments on a day."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, day_order, export_links, words_filter
from accede.foundation.pages import public_page
from accede.modules.treaties.words.instruments_on_day import InstrumentLine, instruments_on
from accede.modules.treaties.words.page_question import RegisterPageQuestion


@opens_to(PUBLIC)
@public_page
def instrument_list(request: HttpRequest) -> HttpResponseBase:
    """List the instruments in order of adoption, with the numbers of their parties on a day."""
    question = RegisterPageQuestion(request, knows=("sort", "words"))
    named = words_filter(question, "words", _("Name or key"), _words)
    listing = Listing(request, question, _columns(question), filters=[named])
    question.done()
    register, on = question.register, question.day_asked.on
    everything = instruments_on(register, on=on, language=question.language)
    lines = listing.ordered(everything)
    title = _("Instruments")
    if question.format:
        return listing.file(lines, name="instruments", title=title, chosen=question.format)
    return render(
        request,
        "treaties/instrument_list.html",
        {
            "title": title,
            "headings": [heading for heading in listing.headings() if heading.key != "instrument"],
            "rows": [(line, question.here("treaties:instrument-detail", line.key)) for line in lines],
            "exports": export_links(request),
            "filters": listing.form(everything),
        },
    )


def _words(line: InstrumentLine) -> str:
    return f"{line.title} {line.key}"


def _columns(question: RegisterPageQuestion) -> list[Field[InstrumentLine]]:
    def page(line: InstrumentLine) -> Link:
        return Link(line.title, question.here("treaties:instrument-detail", line.key))

    return [
        Field("number", _("Number"), lambda line: line.number, Kind.NUMBER, lambda line: line.number),
        Field("instrument", _("Key"), lambda line: line.key),
        Field("title", _("Instrument"), page, Kind.LINK, lambda line: line.title.casefold()),
        Field("adopted_on", _("Adopted"), lambda line: line.adopted_on, Kind.DAY, lambda line: line.adopted_on),
        Field(
            "in_force_on",
            _("In force on"),
            lambda line: line.in_force_on,
            Kind.DAY,
            lambda line: day_order(line.in_force_on),
        ),
        Field("parties", _("Parties on the day"), lambda line: line.parties, Kind.NUMBER, lambda line: line.parties),
        Field("begun", _("Signed or consented"), lambda line: line.begun, Kind.NUMBER, lambda line: line.begun),
        Field("not_known", _("Not known"), lambda line: line.not_known, Kind.NUMBER, lambda line: line.not_known),
    ]
