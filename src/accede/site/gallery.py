"""What the gallery of components shows: each part's name, what it is for, and facts to fill it with.

The facts are samples about invented States; they say so on the page.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.access import PUBLIC
from accede.foundation.calendar.entries import Entry, EntryKind, Placed, Status
from accede.foundation.calendar.months import Month
from accede.foundation.calendar.shown import ShownCalendar, shown_calendar


@dataclass(frozen=True, slots=True)
class Part:
    """One component: the name of its tag and of its sample, and what it is for."""

    name: str
    purpose: str | Promise

    @property
    def tag(self) -> str:
        """How a template writes it."""
        return f"<c-{self.name}>"

    @property
    def template(self) -> str:
        """The sample that shows it in each state."""
        return f"design/samples/{self.name.replace('-', '_')}.html"


PARTS = (
    Part("breadcrumb", lazy("Where a page stands.")),
    Part("calendar", lazy("Days and what falls on them: a month, a quarter, a list.")),
    Part("checkboxes", lazy("Any of several.")),
    Part("cite", lazy("How the page is cited, with the address that goes on giving its answer.")),
    Part("conversations", lazy("Conversations about what a page shows.")),
    Part("day-note", lazy("Of which day a page speaks.")),
    Part("day-slider", lazy("The page on another day.")),
    Part("embed", lazy("How others put a picture into pages of their own.")),
    Part("empty", lazy("Nothing to show: what would appear, and how.")),
    Part("error-summary", lazy("Everything that is wrong with what came in; takes the focus.")),
    Part("exports", lazy("What is shown, as files.")),
    Part("facts", lazy("A few facts, each under its name.")),
    Part("field", lazy("One line to write in.")),
    Part("figure", lazy("A picture, its words, and the way to the same facts as a table.")),
    Part("filters", lazy("A form above a table; keeps the day.")),
    Part("hatches", lazy("The hatchings that pictures share with the standings.")),
    Part("notice", lazy("A few words that concern the whole page.")),
    Part("pager", lazy("Ways through a long list.")),
    Part("row-filters", lazy("The filters of one table among others, behind a line that opens.")),
    Part("select", lazy("One of several.")),
    Part("sort-header", lazy("The header of a column that can be sorted.")),
    Part("source", lazy("Where a fact comes from, in small print.")),
    Part("standing", lazy("A standing: words, with a fill or hatching that survives print.")),
    Part("steps", lazy("A story in steps.")),
    Part("table", lazy("A table; on a phone each row becomes a short list.")),
    Part("tabs", lazy("Parts of one thing, each a page of its own.")),
    Part("text-area", lazy("Several lines to write in.")),
    Part("texts", lazy("A text in several languages.")),
    Part("workflow", lazy("The steps that a thing offers, and what keeps the others shut.")),
    Part("why", lazy("The reasons of a finding, behind a line that opens.")),
)


def samples() -> dict[str, Any]:
    """Return the facts that the samples are filled with, in the reader's language."""
    return {**_forms(), **_ways(), **_facts(), "days": {"month": _days("month"), "list": _days("list")}}


def _days(view: str) -> ShownCalendar:
    """Return a month with one entry of each status, as weeks or as a list."""
    kind = EntryKind("sample", _("Samples"), PUBLIC, ())
    found = [
        Placed(
            kind,
            Entry(
                key=status.value,
                first=date(2027, 2, 10 + number),
                last=date(2027, 2, 10 + 2 * number),
                title=_("Sample report to the Sample State"),
                words=_("Sample State"),
                address="#calendar",
                status=status,
                changed_at=datetime(2026, 11, 23, tzinfo=UTC),
            ),
        )
        for number, status in enumerate(Status)
    ]
    months = (Month(2027, 2),) if view == "month" else ()
    return shown_calendar(view, months, found, on=date(2027, 2, 9), list_of="#calendar")


def _forms() -> dict[str, Any]:
    return {
        "options": [
            SimpleNamespace(value="party", label=_("Party")),
            SimpleNamespace(value="signed", label=_("Signed")),
            SimpleNamespace(value="none", label=_("Invited to join")),
        ],
        "chosen": ["party", "signed"],
        "lines": {
            side: [
                SimpleNamespace(
                    name=f"{side}-name-{code}",
                    language=code,
                    label=name,
                    value=value,
                    direction="rtl" if code == "ar" else "ltr",
                )
                for code, name, value in (("ar", "العربية", "وزارة العدل (عيّنة)"), ("fr", "Français", ""))
            ]
            for side in ("ltr", "rtl")
        },
        "row_filters": {side: (_row_filters(side, ""), _row_filters(side, "Atlantis")) for side in ("ltr", "rtl")},
        "wrong": [
            _("“%(text)s” is not a day. Write it as year-month-day, for example 2007-07-26.") % {"text": "2026-02-30"},
            SimpleNamespace(field="ltr-since", words=_("The first day lies after the last.")),
        ],
    }


def _row_filters(side: str, words: str) -> SimpleNamespace:
    """Return filters of one field: without `words` closed, with them open, and none of the rows fits."""
    name = f"{side}-{'used' if words else 'unused'}"
    return SimpleNamespace(
        fields=[SimpleNamespace(name=name, label=_("Name or code"), type="search", value=words)],
        is_used=bool(words),
        leaves_nothing=bool(words),
        without="#row-filters",
        anchor="row-filters",
        kept=[],
    )


def _talk(side: str) -> SimpleNamespace:
    """Return an open conversation, a resolved one, and the form of a new one in which something is wrong."""

    def line(who: str, text: str, does: str = "", names: tuple[str, ...] = ()) -> SimpleNamespace:
        return SimpleNamespace(who=who, at=datetime(2026, 11, 23, tzinfo=UTC), text=text, does=does, names=names)

    first = line("Olga Sample", _("Is this paragraph two?"), names=("Pavel Sample",))
    opened = SimpleNamespace(quote=_("Deposits required: 22."), lines=[first], is_resolved=False)
    resolved = SimpleNamespace(quote="", lines=[first, line("Pavel Sample", "", "resolve")], is_resolved=True)
    forms = [SimpleNamespace(suffix=f"{side}-{one}", text="", quote="", chosen=(), wrong={}) for one in ("a", "b", "c")]
    forms[2].wrong = {"text": _("Write what you have to say.")}
    people = [SimpleNamespace(value="pavel", label="Pavel Sample")]
    return SimpleNamespace(threads=[(opened, forms[0]), (resolved, forms[1])], new=forms[2], people=people)


def _ways() -> dict[str, Any]:
    return {
        "trail": [
            SimpleNamespace(label=_("States"), address="#breadcrumb"),
            SimpleNamespace(label=_("Sample State"), address=""),
        ],
        "files": [SimpleNamespace(label=label, address="#exports") for label in ("CSV", "XLSX", "JSON")],
        "first_page": SimpleNamespace(number=1, pages=12, previous="", next="#pager"),
        "middle_page": SimpleNamespace(number=4, pages=12, previous="#pager", next="#pager"),
        "columns": [
            SimpleNamespace(label=_("State"), address="#sort-header", direction="ascending"),
            SimpleNamespace(label=_("Since"), address="#sort-header", direction=""),
            SimpleNamespace(label=_("Acts"), address="#sort-header", direction="descending"),
        ],
        "views": [
            SimpleNamespace(label=_("Parties"), address="#tabs", is_current=True),
            SimpleNamespace(label=_("Signatories"), address="#tabs", is_current=False),
        ],
    }


def _facts() -> dict[str, Any]:
    source = SimpleNamespace(
        title=_("Sample gazette, no. 12"),
        publisher=_("Sample State"),
        locator="https://example.org/gazette/12",
        authority_words="",
        as_of_note="",
        checked_on=date(2026, 11, 23),
    )
    return {
        "facts": [
            SimpleNamespace(label=_("Adopted"), value="1999-12-09", address=""),
            SimpleNamespace(label=_("Source"), value=source.title, address="#source"),
        ],
        "source": source,
        "book": SimpleNamespace(title=_("Sample gazette, no. 12"), locator="p. 4", checked_on=None),
        "story": [
            SimpleNamespace(title=_("Adopted"), day=date(1999, 12, 9), words="", is_reached=True),
            SimpleNamespace(title=_("Opened for signature"), day=date(2000, 1, 10), words="", is_reached=True),
            SimpleNamespace(title=_("In force"), day=None, words=_("Deposits required: 22."), is_reached=False),
        ],
        "talk": {side: _talk(side) for side in ("ltr", "rtl")},
        "offered": [
            SimpleNamespace(key="send", button=_("Send"), with_reason=False, is_open=True, shut=[]),
            SimpleNamespace(key="return", button=_("Send back"), with_reason=True, is_open=True, shut=[]),
            SimpleNamespace(
                key="accept",
                button=_("Accept"),
                with_reason=False,
                is_open=False,
                shut=[
                    SimpleNamespace(
                        words=_("The letter is not here."), remedy=_("Attach it."), clause=_("Sample rule, paragraph 1")
                    )
                ],
            ),
        ],
        "reasons": [
            SimpleNamespace(
                words=_("Consent to be bound: accession, on 4 March 2001."),
                authority="VCLT art. 2(1)(b)",
                sources=[SimpleNamespace(label=source.title, address="#source")],
            ),
            SimpleNamespace(words=_("In force for the State since 3 April 2002."), authority="", sources=[]),
        ],
        "standings": [
            SimpleNamespace(code="none", words=_("Invited to join")),
            SimpleNamespace(code="signed", words=_("Signed")),
            SimpleNamespace(code="contracting", words=_("Contracting State, not yet in force")),
            SimpleNamespace(code="party", words=_("Party")),
            SimpleNamespace(code="party_by_succession", words=_("Party by succession")),
            SimpleNamespace(code="withdrawn", words=_("Withdrawn")),
            SimpleNamespace(code="not_known", words=_("Not known to this record")),
            SimpleNamespace(code="state_absent", words=_("The State did not exist on this day")),
            SimpleNamespace(code="instrument_absent", words=_("Not yet adopted")),
        ],
    }
