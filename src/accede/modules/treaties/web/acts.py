"""Acts by day: a list with filters, its files, and what its feed shares with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind, SettledAct
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import LISTED, Listing, day_order, export_links
from accede.foundation.pages import page_of, public_page
from accede.modules.treaties.fields.codes import act_words, subject_words, words_of_acts
from accede.modules.treaties.queries.acts import ActFilter, acts_by_day
from accede.modules.treaties.web.explaining import source_links
from accede.modules.treaties.words.chronology import ActLine, act_line
from accede.modules.treaties.words.page_question import RegisterPageQuestion

FILTERS = ("state", "instrument", "kind", "since", "until")
PER_PAGE = 100
SHOWN_HEADINGS = frozenset({"on", "name", "title", "act", "in_force_on", "sources"})


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act in the list, with where its parts lead."""

    line: ActLine
    address: str
    state_address: str
    instrument_address: str
    sources: tuple[Link, ...]


@opens_to(PUBLIC)
@public_page
def act_list(request: HttpRequest) -> HttpResponseBase:
    """List acts by day, the latest first; acts whose day no source gives come last."""
    question = RegisterPageQuestion(request, knows=(*FILTERS, *LISTED))
    wanted = read_filter(question)
    listing = Listing(request, question, _columns(question))
    question.done()
    acts = listing.ordered(acts_by_day(question.register, wanted, on=question.day_asked.on))
    title = _("Acts")
    if question.format:
        return listing.file(acts, name="acts", title=title, chosen=question.format)
    page = page_of(acts, request=request, per_page=PER_PAGE)
    return render(
        request,
        "treaties/act_list.html",
        {
            "title": title,
            "headings": [heading for heading in listing.headings() if heading.key in SHOWN_HEADINGS],
            "rows": [_row(question, act) for act in page.items],
            "page": page,
            "exports": export_links(request),
            "feed": feed_address(request),
            "by_mail": _by_mail(wanted),
            "is_filtered": wanted != ActFilter(),
            **_form(question, wanted),
        },
    )


def read_filter(question: RegisterPageQuestion) -> ActFilter:
    """Return which acts an address asks for; what is wrong with it is kept for `done`."""
    query = question.query
    wanted = ActFilter(
        states=tuple(question.states(query.getlist("state"))),
        instruments=tuple(question.instruments(query.getlist("instrument"))),
        kinds=tuple(question.kinds(query.getlist("kind"))),
        since=question.day(question.text("since")),
        until=question.day(question.text("until")),
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        question.problems.append(_("“since” is later than “until”: no day lies between them."))
    return wanted


def feed_address(request: HttpRequest) -> str:
    """Return the address of the feed of the same acts: the filters are kept, day, order and page are not."""
    query = request.GET.copy()
    for name in request.GET:
        if name not in FILTERS or not query.get(name):
            del query[name]
    address = reverse("treaties:act-feed")
    return f"{address}?{query.urlencode()}" if query else address


def _by_mail(wanted: ActFilter) -> str:
    """Return where one is told of such acts by mail: of the first State and the first instrument asked for."""
    first = {"state": wanted.states[:1], "instrument": wanted.instruments[:1]}
    asked = {name: found[0] for name, found in first.items() if found}
    address = reverse("treaties:acts-followed")
    return f"{address}?{urlencode(asked)}" if asked else address


def _form(question: RegisterPageQuestion, wanted: ActFilter) -> dict[str, object]:
    """Return what the form above the list shows; of several States or instruments the first, the others stay."""
    return {
        "state": question.state_name(wanted.states[0]) if wanted.states else "",
        "instrument": wanted.instruments[0] if wanted.instruments else "",
        "kind": wanted.kinds[0].value if wanted.kinds else "",
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
        "kept": list(_kept(question, wanted)),
        "instruments": [
            {"value": key, "label": question.instrument_title(key)} for key in question.register.instruments
        ],
        "kinds": [{"value": kind.value, "label": act_words(kind)} for kind in ActKind],
    }


def _kept(question: RegisterPageQuestion, wanted: ActFilter) -> Iterator[tuple[str, str]]:
    yield from (("state", code) for code in wanted.states[1:])
    yield from (("instrument", key) for key in wanted.instruments[1:])
    yield from (("kind", kind.value) for kind in wanted.kinds[1:])
    if sort := question.text("sort"):
        yield ("sort", sort)


def _row(question: RegisterPageQuestion, act: SettledAct) -> ActRow:
    return ActRow(
        line=act_line(question.register, act, question.language),
        address=question.here("treaties:act-detail", act.key),
        state_address=question.here("treaties:state-detail", act.state),
        instrument_address=question.here("treaties:instrument-detail", act.instrument),
        sources=source_links(question, act.sources),
    )


def _columns(question: RegisterPageQuestion) -> list[Field[SettledAct]]:
    states, instruments, language = question.register.states, question.register.instruments, question.language
    words = words_of_acts()
    return [
        Field("on", _("Day of the act"), lambda act: act.on, Kind.DAY, lambda act: day_order(act.on)),
        Field("state", _("Code"), lambda act: act.state),
        Field(
            "name",
            _("State"),
            lambda act: states[act.state].name(language),
            order=lambda act: states[act.state].order(language),
        ),
        Field("instrument", _("Key"), lambda act: act.instrument),
        Field(
            "title",
            _("Instrument"),
            lambda act: instruments[act.instrument].title(language).short,
            order=lambda act: instruments[act.instrument].core.number,
        ),
        Field("act", _("Act"), lambda act: words[act.kind.value], order=lambda act: words[act.kind.value]),
        Field("kind", _("Kind of act (code)"), lambda act: act.kind.value),
        Field("in_force_on", _("In force on"), lambda act: act.in_force_on, Kind.DAY),
        Field("subject", _("About"), lambda act: subject_words(act.subject)),
        Field("sources", _("Sources"), lambda act: " ".join(act.sources)),
    ]
