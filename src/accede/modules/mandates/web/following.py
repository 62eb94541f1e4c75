"""What follows from mandates: what is due, and how a resolution is carried out."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import ANONYMOUS, PUBLIC, SIGNED_IN, Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.listings import Listing, Option, export_links, other_parameters, words_filter
from accede.foundation.pages import public_page
from accede.modules.mandates.queries.duties import DutyLine, duties_due, duties_under
from accede.modules.mandates.queries.evidence import Found, evidence_of
from accede.modules.mandates.queries.mandates import MandateLine, mandate_lines
from accede.modules.mandates.web.question import MandatePageQuestion, tabs, trail
from accede.modules.mandates.web.showing import ShownDuty, duty_columns, shown_duty

_PUBLIC_PAGE, _OWN_PAGE = "mandate-implementation", "mandate-implementation-own"
CALENDAR_KIND = "duty"
"""The kind of entries of the calendar that duties are; the site lists it by this key."""


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
    entries = urlencode({"kind": CALENDAR_KIND} | ({"about": chosen} if chosen else {}))
    feed = f"{reverse('calendar:feed')}?{entries}"
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
        "calendar": f"{reverse('calendar:calendar')}?{entries}",
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
def implementation(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show how a resolution is carried out: its duties by part of the report, with what the records show everybody."""
    # The page is kept for everybody: it counts what everybody may see, whoever reads it.
    return _implementation(request, reference, ANONYMOUS)


@opens_to(SIGNED_IN)
def own_implementation(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show the same with what the records show the reader."""
    return _implementation(request, reference, actor_of(request))


def _implementation(request: HttpRequest, reference: str, reader: Actor) -> HttpResponseBase:
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    on = question.day_asked.on
    duties = duties_under(line)
    if question.format:
        listing = Listing(request, question, duty_columns(question.language))
        name = f"implementation-{line.reference}"
        return listing.file(duties, name=name, title=line.symbol, chosen=question.format)
    shown = [(one, _evidence(one, line, question, reader)) for one in (shown_duty(d, question) for d in duties)]
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
        "is_own": reader.is_signed_in,
        "other": question.here(f"mandates:{_PUBLIC_PAGE if reader.is_signed_in else _OWN_PAGE}", line.reference),
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


def _evidence(
    duty: ShownDuty, line: MandateLine, question: MandatePageQuestion, reader: Actor
) -> tuple[ShownEvidence, ...]:
    on = question.day_asked.on
    found = evidence_of(duty.line, since=line.binds_from, until=on, reader=reader)
    shown = []
    for one in found:
        address = ""
        if one.evidence is not None:
            day = question.day_asked.parameters() if one.evidence.keeps_day else {}
            asked = urlencode([*day.items(), *one.evidence.parameters])
            address = f"{reverse(one.evidence.url_name)}{f'?{asked}' if asked else ''}"
        shown.append(ShownEvidence(one, address))
    return tuple(shown)
