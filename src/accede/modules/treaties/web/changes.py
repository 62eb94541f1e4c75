"""What changed since a day: of how States stand, or of what this record knows."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.core.values import months_later
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.access.tabs import Tab
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import LISTED, Listing, ShownTable, answer, day_order
from accede.foundation.pages import public_page
from accede.modules.treaties.queries.changes import ChangesOf, changes_since
from accede.modules.treaties.web.choices import instrument_options, state_names
from accede.modules.treaties.words.changes import ChangeLine, change_lines
from accede.modules.treaties.words.page_question import RegisterPageQuestion

WORDS = {ChangesOf.STATES: lazy("How States stand"), ChangesOf.RECORD: lazy("What this record knows")}
A_YEAR = 12


@opens_to(PUBLIC)
@public_page
def change_list(request: HttpRequest) -> HttpResponseBase:
    """List what is otherwise on the day of the page than on an earlier one; without one, than a year before."""
    question = RegisterPageQuestion(request, knows=("since", "of", "state", "instrument", *LISTED))
    listing = Listing(request, question, _columns(question))
    of = ChangesOf(question.choice("of", list(ChangesOf)) or ChangesOf.STATES)
    states = question.states([question.text("state")])
    instruments = question.instruments([question.text("instrument")])
    since = _since(question, of)
    question.done()
    asked = question.day_asked
    rows = [
        line
        for line in change_lines(
            question.register, changes_since(since, of=of, on=asked.on, known=asked.known), question.language
        )
        if (not states or line.state in states) and (not instruments or line.instrument in instruments)
    ]
    title = _("What changed")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "table": table,
            "of": of.value,
            "since": since,
            "filtered": bool(states or instruments),
            "state": question.state_name(states[0]) if states else "",
            "names": state_names(question),
            "instrument": instruments[0] if instruments else "",
            "instruments": instrument_options(question),
            "tabs": [Tab(str(words), _address(request, one), one is of) for one, words in WORDS.items()],
        }
        return render(request, "treaties/change_list.html", context)

    return answer(listing, rows, name="changes", title=title, page=page)


def _since(question: RegisterPageQuestion, of: ChangesOf) -> date:
    """Return the earlier day; what is wrong with it is kept for `done`."""
    asked = question.day_asked
    last = (asked.known or asked.today) if of is ChangesOf.RECORD else asked.on
    since = question.day(question.text("since")) or months_later(last, -A_YEAR)
    if since > last:
        question.problems.append(_("“since” is later than the day it is held against: no day lies between them."))
    return since


def _address(request: HttpRequest, of: ChangesOf) -> str:
    query = request.GET.copy()
    for name in ("page", "sort", "of"):
        query.pop(name, None)
    if of is not ChangesOf.STATES:
        query["of"] = of.value
    address = reverse("treaties:change-list")
    return f"{address}?{query.urlencode()}" if query else address


def _columns(question: RegisterPageQuestion) -> list[Field[ChangeLine]]:
    def state(line: ChangeLine) -> Link:
        return Link(line.name, question.here("treaties:record-detail", line.state, line.instrument))

    return [
        Field("name", _("State"), state, Kind.LINK, lambda line: line.order),
        Field("title", _("Instrument"), lambda line: line.title, order=lambda line: line.number),
        Field("before", _("Before"), lambda line: line.before, order=lambda line: line.before),
        Field("after", _("After"), lambda line: line.after, order=lambda line: line.after),
        Field("on", _("Since"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
    ]
