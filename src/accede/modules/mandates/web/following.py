"""What follows from mandates: what is due, as a page and as a calendar, and how a resolution is carried out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, PUBLIC, opens_to
from accede.foundation.listings import Listing, Option, export_links, other_parameters, words_filter
from accede.foundation.pages import public_page
from accede.foundation.texts import listed
from accede.modules.mandates.fields.codes import SECTIONS, in_words
from accede.modules.mandates.queries.duties import DutyLine, duties_due, duties_under
from accede.modules.mandates.queries.evidence import Found, evidence_of
from accede.modules.mandates.queries.mandates import MandateLine, mandate_lines
from accede.modules.mandates.web.question import MandatePageQuestion, tabs, trail
from accede.modules.mandates.web.showing import ShownDuty, duty_columns, shown_duty

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """Evidence of one kind with the address of its records."""

    found: Found
    address: str


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A part of the report: its duties, each with its evidence."""

    words: str
    duties: tuple[tuple[ShownDuty, tuple[ShownEvidence, ...]], ...]


@opens_to(PUBLIC)
@public_page
def due_list(request: HttpRequest) -> HttpResponseBase:
    """Show what is due when, for all mandates or one; what was due before the day is left out unless asked for."""
    question = MandatePageQuestion(request, knows=("mandate", "past", "words", "sort"))
    lines, chosen = _asked(question)
    with_past = question.choice("past", ["yes"]) == "yes"
    holding = words_filter(question, "words", _("Words of the duty"), _words)
    listing = Listing(request, question, duty_columns(question.language), filters=[holding])
    question.done()
    on = question.day_asked.on
    duties = [one for one in duties_due(lines, on=on) if with_past or one.due_until is None or one.due_until >= on]
    duties = listing.ordered(duties)
    title = _("What is due")
    feed = f"{reverse('mandates:due-feed')}{f'?mandate={chosen}' if chosen else ''}"
    if question.format:
        return listing.file(duties, name="due", title=title, chosen=question.format)
    context = {
        "title": title,
        "dated": [shown_duty(one, question) for one in duties if one.due_until is not None],
        "undated": [shown_duty(one, question) for one in duties if one.due_until is None],
        "mandates": [Option(one.reference, one.symbol) for one in mandate_lines()],
        "mandate": chosen,
        "with_past": "yes" if with_past else "",
        "past_options": [Option("yes", _("Yes"))],
        "on": on,
        "words": holding.value,
        "filtered": bool(chosen or with_past or holding.value),
        "kept": other_parameters(request, "mandate", "past", "words"),
        "headings": {heading.key: heading for heading in listing.headings()},
        "exports": export_links(request),
        "feed": feed,
        # Calendars of phones and desks subscribe to this scheme; the same address by HTTP is the file.
        "subscribe": f"webcal://{request.get_host()}{feed}",
    }
    return render(request, "mandates/due_list.html", context)


def _words(duty: DutyLine) -> str:
    return f"{duty.symbol} {duty.key} {' '.join(duty.owed_by)} {duty.what} {duty.due_words}"


def _asked(question: MandatePageQuestion) -> tuple[list[MandateLine], str]:
    reference = question.text("mandate")
    if not reference:
        return mandate_lines(), ""
    line = question.mandate(reference)
    return [line], line.reference


@opens_to(PUBLIC)
@public_page
def due_feed(request: HttpRequest) -> HttpResponse:
    """Send the due dates as a calendar (iCalendar, RFC 5545): one event for each duty whose days are known."""
    question = MandatePageQuestion(request, knows=("mandate",))
    lines, _chosen = _asked(question)
    question.done()
    from icalendar import Calendar  # noqa: PLC0415  (slow to load, and needed for this one address)

    calendar = Calendar()
    calendar.add("prodid", "-//Accede//Due dates of mandates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Due dates of mandates"))
    for duty in duties_due(lines, on=clock.today()):
        if duty.due_until is not None:
            calendar.add_component(_event(duty, request, question.language))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Language"] = question.language
    return response


def _event(duty: DutyLine, request: HttpRequest, language: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415  (as above)

    until = duty.due_until or date.max
    start = until if duty.due_from is None or (until - duty.due_from).days > _LONGEST_SHOWN else duty.due_from
    event = Event()
    occasion = f"-{duty.occasion}" if duty.occasion > 1 else ""
    event.add("uid", f"{duty.reference}-{duty.key}{occasion}@accede")
    event.add("dtstamp", clock.now())
    event.add("dtstart", start)
    event.add("dtend", until + timedelta(days=1))
    if duty.every_months:
        event.add("rrule", {"freq": "monthly", "interval": duty.every_months})
    event.add("summary", f"{duty.symbol} {duty.key}: {duty.what[:120]}")
    event.add("description", f"{listed(duty.owed_by, language)}. {duty.due_words}.")
    event.add("categories", [in_words(SECTIONS, duty.section)])
    event.add("url", request.build_absolute_uri(reverse("mandates:mandate-detail", args=[duty.reference])))
    return event


_LONGEST_SHOWN = 45
"""Longer times (a session of a year, a biennium) stand in a calendar on their last day, not as a bar over all of it."""


@opens_to(PUBLIC)
@public_page
def implementation(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show how a resolution is carried out: its duties by part of the report, with what the records show."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    on = question.day_asked.on
    duties = duties_under(line)
    if question.format:
        listing = Listing(request, question, duty_columns(question.language))
        name = f"implementation-{line.reference}"
        return listing.file(duties, name=name, title=line.symbol, chosen=question.format)
    shown = [(one, _evidence(one, line, on, question)) for one in (shown_duty(d, question) for d in duties)]
    sections = dict.fromkeys(one.section for one, _found in shown)
    context = {
        "title": _("Implementation of %(symbol)s") % {"symbol": line.symbol},
        "line": line,
        "is_draft": line.is_draft and not (line.adoption is not None and line.adoption.is_verified),
        "on": on,
        "trail": trail(question, line),
        "tabs": tabs(question, line, "mandate-implementation"),
        "sections": [
            ShownSection(words, tuple(pair for pair in shown if pair[0].section == words)) for words in sections
        ],
        "told": _told(shown, on),
        "exports": export_links(request),
    }
    return render(request, "mandates/implementation.html", context)


def _told(
    shown: list[tuple[ShownDuty, tuple[ShownEvidence, ...]]], on: date
) -> list[tuple[str, tuple[ShownDuty, ...]]]:
    """Return in a line each: what is due, whose day has passed, of what the records are silent, what none records."""

    def dated(duty: ShownDuty, *, is_past: bool) -> bool:
        until = duty.line.due_until
        return until is not None and (until < on) is is_past

    def all_are(found: tuple[ShownEvidence, ...], *, silent: bool) -> bool:
        return bool(found) and all(one.found.is_silent if silent else one.found.evidence is None for one in found)

    return [
        (_("Still due"), tuple(one for one, _found in shown if dated(one, is_past=False))),
        (_("Days that have passed"), tuple(one for one, _found in shown if dated(one, is_past=True))),
        (
            _("Duties of which the records show nothing"),
            tuple(one for one, found in shown if all_are(found, silent=True)),
        ),
        (
            _("Duties whose evidence is not recorded yet"),
            tuple(one for one, found in shown if all_are(found, silent=False)),
        ),
    ]


def _evidence(duty: ShownDuty, line: MandateLine, on: date, question: MandatePageQuestion) -> tuple[ShownEvidence, ...]:
    # The page is public and kept for everybody: it counts what everybody may see, whoever reads it.
    found = evidence_of(duty.line, since=line.binds_from, until=on, reader=ANONYMOUS)
    shown = []
    for one in found:
        address = ""
        if one.evidence is not None:
            joiner = "&" if question.day_asked.query else "?"
            parameters = "&".join(f"{name}={value}" for name, value in one.evidence.parameters)
            base = question.here(one.evidence.url_name)
            address = f"{base}{joiner}{parameters}" if parameters else base
        shown.append(ShownEvidence(one, address))
    return tuple(shown)
