"""The pages of the calendar: the page itself, the feed of what is public, each person's own feed and its address."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, PUBLIC, SIGNED_IN, Actor, Refused, opens_to
from accede.foundation.access.acting import acting, actor_of
from accede.foundation.audit import Face
from accede.foundation.calendar.addresses import address_of, make_address, owner_of, take_address_back
from accede.foundation.calendar.entries import Asked, Placed, calendar_facets, entries, in_order, kinds_for
from accede.foundation.calendar.icalendar import event_of, icalendar
from accede.foundation.calendar.months import FIRST_YEAR, LAST_YEAR, Month
from accede.foundation.calendar.parameters import (
    AS_CALENDAR,
    LIST,
    MONTH,
    QUARTER,
    CalendarPageQuestion,
    chosen_kinds,
    chosen_marks,
)
from accede.foundation.calendar.shown import columns, shown_calendar
from accede.foundation.exports import Link
from accede.foundation.listings import Listing, Option, export_links
from accede.foundation.outbox.things import mailbox_of
from accede.foundation.pages import BadInput, public_page
from accede.foundation.pages.parameters import takes, unknown_parameters
from accede.foundation.problems import Overtaken
from accede.foundation.texts import format_day, format_month

BEFORE, AFTER = timedelta(days=400), timedelta(days=1200)
"""What a feed holds, from the day on which it is asked for: somewhat more than a year back, three years ahead."""
_NEAR = timedelta(days=3650)
"""How far an empty page looks for the entries before and after it."""
_TYPE = "text/calendar; charset=utf-8"


@opens_to(PUBLIC)
@require_safe
def calendar(request: HttpRequest) -> HttpResponseBase:
    """Show the calendar as far as the reader may see it: as a month, a quarter or a list."""
    actor = actor_of(request)
    question = CalendarPageQuestion(request, actor)
    listing = Listing(request, question, columns())
    question.done()
    asked = Asked(actor, question.first, question.last, question.day_asked.on)
    unmarked = entries(asked, kinds=question.kinds, about=question.about)
    found = [one for one in unmarked if one.entry.marks.issuperset(question.marks)]
    title = _("Calendar")
    if question.format:
        return listing.file(found, name="calendar", title=title, chosen=question.format)
    if question.as_calendar:
        response = _answer(request, found, name=title)
        response.headers["Content-Disposition"] = f'attachment; filename="calendar-{question.first}.ics"'
        return response
    shown = shown_calendar(
        question.view, question.months, found, on=asked.on, list_of=_with(question, view=LIST, month="")
    )
    context = {
        "title": title,
        "shown": shown,
        "question": question,
        "heading": _heading(question),
        "tabs": _tabs(question),
        "previous": _step(question, -1),
        "next": _step(question, 1),
        "near": _near(asked, question) if shown.is_empty else (),
        "kinds": [Option(kind.key, str(kind.label)) for kind in question.open_kinds],
        "facets": _facets(unmarked, question),
        "on": asked.on,
        "exports": (*export_links(request), Link("iCalendar", _as_calendar(request))),
        "subscribe": _webcal(request, _feed(question)),
        "own": _own(request, question),
        "is_known": actor.is_signed_in,
    }
    return render(request, "calendar/page.html", context)


@opens_to(PUBLIC)
@public_page
@require_safe
def public_feed(request: HttpRequest) -> HttpResponse:
    """Send what everybody may see as a calendar for programs."""
    kinds, about = _wanted(request, ANONYMOUS)
    today, marks = clock.today(), chosen_marks(request.GET)
    found = entries(Asked(ANONYMOUS, today - BEFORE, today + AFTER, today), kinds=kinds, about=about, marks=marks)
    return _answer(request, found, name=_("Accede: calendar"))


@opens_to(PUBLIC, is_secret=True)
@require_safe
def own_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Send whoever has the private address what its person may see, for whichever of their bodies they act.

    Raises:
        Refused: the address never was, or opens nothing any more: both are told alike.
    """
    owner = owner_of(token)
    mailbox = mailbox_of(owner) if owner else None
    if mailbox is None:
        raise Refused
    today, marks = clock.today(), chosen_marks(request.GET)
    found: list[Placed] = []
    # Each of a person's bodies is asked for by itself: the database is told of one body at a time.
    for actor in mailbox.actors:
        kinds, about = _wanted(request, actor, lenient=True)
        with acting(actor):
            asked = Asked(actor, today - BEFORE, today + AFTER, today)
            found += entries(asked, kinds=kinds, about=about, marks=marks)
    response = _answer(request, in_order(found), name=_("My calendar in Accede"))
    response.headers["Cache-Control"] = "private, no-cache"
    etag = quote_etag(hashlib.blake2b(response.content, digest_size=12).hexdigest())
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


@opens_to(SIGNED_IN)
@require_POST
@takes()
def own_address(request: HttpRequest) -> HttpResponse:
    """Make one's private address, make another one in its place, or take it back."""
    actor, at = actor_of(request), clock.now()
    if request.POST.get("do") == "take-back":
        try:
            take_address_back(by=actor, at=at, face=Face.WEB)
        except Overtaken as overtaken:
            messages.info(request, " ".join(overtaken.problems.values()))
        else:
            messages.success(request, _("The private address opens nothing any more."))
    else:
        make_address(by=actor, at=at, face=Face.WEB)
        messages.success(request, _("This is your private address. The one before, if there was one, opens nothing."))
    return HttpResponseRedirect(f"{reverse('calendar:calendar')}#own-address")


@dataclass(frozen=True, slots=True)
class Tab:
    """A form of the calendar, as a link beside the others."""

    label: str
    address: str
    is_current: bool


def _with(question: CalendarPageQuestion, **changed: str) -> str:
    """Return the address of the same entries in another form or time."""
    kept = {"view": question.view, "month": str(question.month), "about": question.about}
    kept |= {"on": "" if question.day_asked.is_today else question.day_asked.on.isoformat(), **changed}
    pairs = [*((name, value) for name, value in kept.items() if value), *question.marks]
    return f"{reverse('calendar:calendar')}?{urlencode([*pairs, *(('kind', kind) for kind in question.kinds)])}"


def _tabs(question: CalendarPageQuestion) -> list[Tab]:
    words = {
        MONTH: pgettext("calendar", "Month"),
        QUARTER: pgettext("calendar", "Quarter"),
        LIST: pgettext("calendar", "List"),
    }
    return [
        Tab(label, _with(question, view=view, month="" if view == LIST else str(question.month)), view == question.view)
        for view, label in words.items()
    ]


def _heading(question: CalendarPageQuestion) -> str:
    if question.view == MONTH:
        return ""
    first, last = format_day(question.first, question.language), format_day(question.last, question.language)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _step(question: CalendarPageQuestion, direction: int) -> Link | None:
    """Return the way to the month or the quarter before or after; None beyond the calendar, and beside a list."""
    if question.view == LIST:
        return None
    by = direction * len(question.months)
    there = question.months[0].later(by)
    if there is None:
        return None
    last = there.later(len(question.months) - 1) or there
    label = format_month(there.first, question.language)
    if last != there:
        label = f"{label} – {format_month(last.first, question.language)}"
    return Link(label, _with(question, month=str(there)))


def _near(asked: Asked, question: CalendarPageQuestion) -> list[Link]:
    """Return the ways to the last entries before and the first after days on which nothing falls."""
    first = max(asked.first - _NEAR, date(FIRST_YEAR, 1, 1))
    last = min(asked.last + _NEAR, date(LAST_YEAR, 12, 31))
    there = Asked(asked.reader, first, last, asked.on)
    around = entries(there, kinds=question.kinds, about=question.about, marks=question.marks)
    before = [one.entry.last for one in around if one.entry.last < asked.first]
    after = [one.entry.first for one in around if one.entry.first > asked.last]
    ways = []
    if before:
        words = _("The last before: %(day)s")
        ways.append((words, max(before)))
    if after:
        words = _("The next: %(day)s")
        ways.append((words, min(after)))
    view = MONTH if question.view == LIST else question.view
    return [
        Link(words % {"day": format_day(day, question.language)}, _with(question, view=view, month=str(Month.of(day))))
        for words, day in ways
    ]


def _facets(found: Sequence[Placed], question: CalendarPageQuestion) -> list[dict[str, object]]:
    """Return by what the entries shown can be asked for, with the codes that they have, as the reader sees them."""
    chosen = dict(question.marks)
    shown: list[dict[str, object]] = []
    for facet in calendar_facets():
        codes = {code for one in found for key, code in one.entry.marks if key == facet.key}
        codes |= {chosen[facet.key]} if facet.key in chosen else set()
        names = facet.names(codes) if codes else {}
        options = sorted((Option(code, names.get(code, code)) for code in codes), key=lambda one: one.label)
        if options:
            shown.append(
                {"name": facet.key, "label": facet.label, "options": options, "chosen": chosen.get(facet.key, "")}
            )
    return shown


def _as_calendar(request: HttpRequest) -> str:
    """Return the address of the same entries as programs read them."""
    query = request.GET.copy()
    query["format"] = AS_CALENDAR
    return f"{request.path}?{query.urlencode()}"


def _feed(question: CalendarPageQuestion) -> str:
    """Return the address of the feed of what everybody may see of the kinds chosen."""
    public = [kind.key for kind in kinds_for(ANONYMOUS) if kind.key in question.kinds]
    pairs = [
        *(("kind", key) for key in public),
        *([("about", question.about)] if question.about else []),
        *question.marks,
    ]
    return f"{reverse('calendar:feed')}{f'?{urlencode(pairs)}' if pairs else ''}"


def _webcal(request: HttpRequest, address: str) -> str:
    # Calendars of phones and desks subscribe to this scheme; the same address by HTTP is the file.
    return f"webcal://{request.get_host()}{address}"


def _own(request: HttpRequest, question: CalendarPageQuestion) -> dict[str, object] | None:
    """Return the reader's private address: of their calendar as it is asked for here, of one State or body alone."""
    found = address_of(actor_of(request))
    if found is None:
        return None
    address = reverse("calendar:own-feed", args=[found.token])
    address += f"?{urlencode(question.marks)}" if question.marks else ""
    return {
        "webcal": _webcal(request, address),
        "address": request.build_absolute_uri(address),
        "made_on": found.made_at.date(),
    }


def _wanted(request: HttpRequest, reader: Actor, *, lenient: bool = False) -> tuple[tuple[str, ...], str]:
    """Return which kinds, about which thing, the address of a feed asks for.

    Raises:
        BadInput: parameters or, unless `lenient`, kinds that there are not.
    """
    problems = unknown_parameters(request.GET, {"kind", "about", *(facet.key for facet in calendar_facets())})
    asked = request.GET.getlist("kind")
    told: list[str] = []
    kinds = chosen_kinds(asked, kinds_for(reader), problems=told)
    problems += [] if lenient else told
    if problems:
        raise BadInput(problems)
    # Kinds that are none of the reader's leave nothing, not all.
    return (kinds or tuple(asked)), request.GET.get("about", "").replace("\x00", "")[:200]


def _answer(request: HttpRequest, found: Sequence[Placed], *, name: str) -> HttpResponse:
    language = get_language() or "en"
    site = request.build_absolute_uri("/").rstrip("/")
    body = icalendar((event_of(one, site=site, language=language) for one in found), name=name, language=language)
    response = HttpResponse(body, content_type=_TYPE)
    response.headers["Content-Disposition"] = 'inline; filename="accede.ics"'
    response.headers["Content-Language"] = language
    return response


app_name = "calendar"
urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar/address/", own_address, name="own-address"),
    path("calendar.ics", public_feed, name="feed"),
    path("calendar/<str:token>.ics", own_feed, name="own-feed"),
]
