"""The fields of a report that people draft, and of its masthead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.reports.clearance import ReportState
from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Words
from accede.modules.reporting.models import Report

STATES: Mapping[str, Words] = {
    ReportState.DRAFT: pgettext_lazy("report", "Draft"),
    ReportState.REVIEWED: pgettext_lazy("report", "Reviewed"),
    ReportState.CLEARED: pgettext_lazy("report", "Cleared"),
    ReportState.ISSUED: pgettext_lazy("report", "Issued"),
}
DISTRIBUTIONS: Mapping[str, Words] = {
    "general": pgettext_lazy("distribution", "General"),
    "limited": pgettext_lazy("distribution", "Limited"),
    "restricted": pgettext_lazy("distribution", "Restricted"),
}
LANGUAGES: Mapping[str, Words] = {code: str(name) for code, name in settings.LANGUAGES}
WORD_LIMIT = 8500
"""What a report begins with; its drafters write how many words theirs may have."""
MOST_WORDS = 200_000


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """A report as somebody begins it."""

    template: str
    first_day: date | None
    last_day: date | None
    cut_off: date | None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class HeadDetails:
    """The masthead of a report, the languages in which it is to be issued, and how long it may be, as written."""

    symbol: str = ""
    distribution: str = "general"
    body: str = ""
    session: str = ""
    agenda_item: str = ""
    dated: date | None = None
    languages: tuple[str, ...] = ()
    word_limit: str = str(WORD_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """A report as the product shows it."""

    number: int
    owner: Scope
    title: str
    titles: Mapping[str, str]
    mandate: str
    first_day: date
    last_day: date
    cut_off: date
    language: str
    stage: str
    reason: str
    head: HeadDetails
    word_limit: int
    frozen_at: datetime | None
    freeze: int


TEMPLATE = Field[ReportDetails](
    "template",
    _("Template"),
    lambda one: one.template,
    entry=Entry(needed=_("Choose the template.")),
)
FIRST_DAY = Field[ReportDetails | ReportFacts](
    "first_day",
    _("From"),
    lambda one: one.first_day,
    Kind.DAY,
    column=Report.first_day,
    entry=Entry(needed=_("Write the first day of which the report tells.")),
)
LAST_DAY = Field[ReportDetails | ReportFacts](
    "last_day",
    _("Until"),
    lambda one: one.last_day,
    Kind.DAY,
    column=Report.last_day,
    entry=Entry(needed=_("Write the last day of which the report tells.")),
)
CUT_OFF = Field[ReportDetails | ReportFacts](
    "cut_off",
    _("Cut-off day"),
    lambda one: one.cut_off,
    Kind.DAY,
    column=Report.cut_off,
    entry=Entry(
        needed=_("Write the day from which the figures can be frozen."),
        hint=_("After the last day of the period. Until then the figures follow the records."),
    ),
)
ORIGINAL = Field[ReportDetails | ReportFacts](
    "language",
    _("Original language"),
    lambda one: one.language,
    column=Report.language,
    choices=LANGUAGES,
    entry=Entry(needed=_("Choose the language in which it is drafted.")),
)
STATED = (TEMPLATE, FIRST_DAY, LAST_DAY, CUT_OFF, ORIGINAL)
"""What is stated of a report when it is begun."""

SYMBOL = Field[HeadDetails](
    "symbol",
    _("Symbol"),
    lambda one: one.symbol,
    entry=Entry(hint=_("As it will be printed; empty where there is none."), most=40),
)
DISTRIBUTION = Field[HeadDetails](
    "distribution",
    _("Distribution"),
    lambda one: one.distribution,
    choices=DISTRIBUTIONS,
    entry=Entry(needed=_("Choose the distribution.")),
)
BODY = Field[HeadDetails](
    "body", _("Organ"), lambda one: one.body, entry=Entry(hint=_("To which it is submitted, in full."), most=120)
)
SESSION = Field[HeadDetails](
    "session",
    _("Session"),
    lambda one: one.session,
    entry=Entry(hint=_("With its place and days, as they are printed."), most=120),
)
AGENDA_ITEM = Field[HeadDetails](
    "agenda_item", _("Item of the agenda"), lambda one: one.agenda_item, entry=Entry(most=300, lines=2)
)
DATED = Field[HeadDetails](
    "dated",
    _("Date of the document"),
    lambda one: one.dated,
    Kind.DAY,
    entry=Entry(hint=_("Left empty, the day on which it is issued.")),
)
ISSUED_IN = Field[HeadDetails](
    "languages",
    _("Languages"),
    lambda one: one.languages,
    choices=LANGUAGES,
    several=True,
    entry=Entry(needed=_("Choose in which languages it is to be issued.")),
)
LIMIT = Field[HeadDetails](
    "word_limit",
    _("Words at most"),
    lambda one: one.word_limit,
    entry=Entry(needed=_("Write how many words the report may have."), most=9),
)
HEAD = (SYMBOL, DISTRIBUTION, BODY, SESSION, AGENDA_ITEM, DATED, ISSUED_IN, LIMIT)
"""What is stated of the masthead of a report."""

NUMBER = Field[ReportFacts]("number", _("Number"), lambda one: one.number, Kind.NUMBER)
TITLE = Field[ReportFacts]("title", _("Title"), lambda one: one.title, column=Report.title)
MANDATE = Field[ReportFacts]("mandate", _("Mandate"), lambda one: one.mandate, column=Report.mandate)
STAGE = Field[ReportFacts](
    "stage", _("Where it stands"), lambda one: one.stage, column=Report.state, choices=STATES, is_filter=True
)
STAGE_IN_RECORD = Field[ReportFacts]("state", _("Where it stands"), lambda one: one.stage, choices=STATES).named
FROZEN_AT = Field[ReportFacts](
    "frozen_at", _("Figures frozen on"), lambda one: one.frozen_at, Kind.DAY, column=Report.frozen_at
)
PRINTED_SYMBOL = Field[ReportFacts]("symbol", _("Symbol"), lambda one: one.head.symbol, column=Report.symbol)
SHOWN = (TITLE, PRINTED_SYMBOL, MANDATE, FIRST_DAY, LAST_DAY, CUT_OFF, FROZEN_AT, STAGE, ORIGINAL, NUMBER)
"""What lists, files and the API show of reports."""


def report_of(given: Given) -> ReportDetails:
    """Return a report as somebody begins it."""
    return ReportDetails(
        template=given.text(TEMPLATE),
        first_day=given.day(FIRST_DAY),
        last_day=given.day(LAST_DAY),
        cut_off=given.day(CUT_OFF),
        language=given.text(ORIGINAL),
    )


def head_of(given: Given) -> HeadDetails:
    """Return a masthead as somebody states it."""
    return HeadDetails(
        symbol=given.text(SYMBOL),
        distribution=given.text(DISTRIBUTION),
        body=given.text(BODY),
        session=given.text(SESSION),
        agenda_item=given.text(AGENDA_ITEM),
        dated=given.day(DATED),
        languages=given.texts(ISSUED_IN),
        word_limit=given.text(LIMIT),
    )
