"""The calendar of planned deposits: when each takes effect, what is then owed to whom; also as an iCalendar file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.core.cooperation.calendars import Entry
from accede.core.explain import Authority
from accede.core.treaties.joining import Invitation
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.calendar.icalendar import Event, icalendar
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, export_links
from accede.foundation.pages import public_page
from accede.foundation.problems import Problem
from accede.foundation.texts import listed
from accede.modules.cooperation.queries.plans import calendar
from accede.modules.cooperation.web.opinions import ShownLine
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.treaties.words.joining import INVITATION_WORDS, PAPER_WORDS
from accede.modules.treaties.words.reasons import speaker_of


@dataclass(frozen=True, slots=True)
class ShownOwed:
    """A declaration or notification that goes with a deposit."""

    words: str
    article: str
    is_required: bool
    to: str
    by: date | None


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One planned deposit."""

    on: date
    state: str
    title: str
    record: str
    takes_effect: date | None
    invitation: str
    why: tuple[ShownLine, ...]
    owed: tuple[ShownOwed, ...]
    waits_for: str


@opens_to(PUBLIC)
@public_page
def deposit_calendar(request: HttpRequest) -> HttpResponseBase:
    """Show planned deposits in order, with days of effect and notifications; without any, the form alone."""
    question = CooperationPageQuestion(request, knows=("deposits",))
    listing = Listing(request, question, _columns(question))
    known = len(question.problems)
    deposits = question.deposits(question.text("deposits"))
    wrong = question.problems[known:]
    if known or question.format:
        question.done()
    entries = calendar(question.snapshot, deposits)
    title = _("Calendar of deposits")
    if question.format:
        return listing.file(entries, name="deposits", title=title, chosen=question.format)
    context = {
        "title": title,
        "tabs": parts(question, "calendar"),
        "text": question.text("deposits")
        if wrong
        else "\n".join(f"{d.on.isoformat()} {d.state} {d.instrument}" for d in deposits),
        "error": " ".join(wrong),
        "summary": [Problem(words, "deposits") for words in wrong],
        "example": f"{question.day_asked.today + timedelta(days=90)} MAR SUA-PROT-2005",
        "entries": [_shown(question, entry) for entry in entries],
        "keys": [(key, question.instrument_title(key)) for key in question.register.instruments],
        "exports": (
            *export_links(request),
            Link("iCalendar", f"{reverse('cooperation:calendar-file')}?{request.META.get('QUERY_STRING', '')}"),
        ),
    }
    return render(request, "cooperation/calendar.html", context, status=400 if wrong else 200)


@opens_to(PUBLIC)
@public_page
def calendar_file(request: HttpRequest) -> HttpResponseBase:
    """Return the same as an iCalendar file (RFC 5545), a day for each deposit and each entry into force."""
    question = CooperationPageQuestion(request, knows=("deposits",))
    deposits = question.deposits(question.text("deposits"))
    question.done()
    entries = calendar(question.snapshot, deposits)
    events = [event for entry in entries for event in _events(entry, question)]
    body = icalendar(events, name=_("Calendar of deposits"), language=question.language)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="deposits.ics"'
    return response


def _shown(question: CooperationPageQuestion, entry: Entry) -> ShownEntry:
    deposit = entry.deposit
    speaker = speaker_of(question.register, question.language)
    owed = [
        ShownOwed(
            str(PAPER_WORDS[due.paper.paper]),
            question.speaker.authority(Authority(deposit.instrument, due.paper.article)),
            due.paper.is_required,
            listed(due.to),
            due.by,
        )
        for due in entry.owed
    ]
    if entry.lapse_owed is not None:
        depositaries = question.snapshot.facts.instruments[entry.lapse_owed.text].depositaries
        owed.append(
            ShownOwed(
                _("Say that the declaration which left this treaty out of the Financing Convention’s annex ceases."),
                question.speaker.authority(entry.lapse_owed),
                is_required=True,
                to=listed(depositaries),
                by=entry.takes_effect.answer,
            )
        )
    return ShownEntry(
        on=deposit.on,
        state=question.state_name(deposit.state),
        title=question.instrument_title(deposit.instrument),
        record=question.here("treaties:record-detail", deposit.state, deposit.instrument),
        takes_effect=entry.takes_effect.answer,
        invitation="" if entry.plan.invitation is Invitation.OPEN else str(INVITATION_WORDS[entry.plan.invitation]),
        why=tuple(ShownLine(line.words, line.authority, ()) for line in speaker.lines(entry.takes_effect.because)),
        owed=tuple(owed),
        waits_for=listed(question.instrument_title(key) for key in entry.waits_for),
    )


def _columns(question: CooperationPageQuestion) -> list[Field[Entry]]:
    language = question.language

    def papers(entry: Entry) -> str:
        return " ".join(str(PAPER_WORDS[owed.paper.paper]) for owed in entry.owed)

    return [
        Field("on", _("Day of deposit"), lambda entry: entry.deposit.on, Kind.DAY),
        Field("state", _("Code"), lambda entry: entry.deposit.state),
        Field("name", _("State"), lambda entry: question.state_name(entry.deposit.state)),
        Field("instrument", _("Key"), lambda entry: entry.deposit.instrument),
        Field("title", _("Instrument"), lambda entry: question.instrument_title(entry.deposit.instrument)),
        Field("takes_effect", _("In force for the State"), lambda entry: entry.takes_effect.answer, Kind.DAY),
        Field("owed", _("Declarations and notifications"), papers),
        Field(
            "to",
            pgettext("recipient", "To"),
            lambda entry: listed(dict.fromkeys(to for o in entry.owed for to in o.to), language, apart=True),
        ),
        Field("waits_for", _("Must come first"), lambda entry: " ".join(entry.waits_for)),
    ]


def _events(entry: Entry, question: CooperationPageQuestion) -> Iterator[Event]:
    """Yield the day of a deposit and that of its effect; both follow from the question and from the record of today."""
    deposit = entry.deposit
    names = {"state": question.state_name(deposit.state), "title": question.instrument_title(deposit.instrument)}
    key = f"{deposit.on:%Y%m%d}-{deposit.state}-{deposit.instrument}@accede"
    changed_at = datetime.combine(question.day_asked.today, time(), UTC)

    def event(kind: str, on: date, title: str) -> Event:
        return Event(
            uid=f"{kind}-{key}", first=on, last=on, title=title, changed_at=changed_at, language=question.language
        )

    yield event("deposit", deposit.on, _("Deposit: %(state)s, %(title)s") % names)
    if entry.takes_effect.answer:
        yield event("effect", entry.takes_effect.answer, _("In force: %(state)s, %(title)s") % names)
