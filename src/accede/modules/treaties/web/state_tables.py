"""The acts of a State and what it declared, as tables of other pages: filtered, sorted, and as files of their own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, choice_filter, chosen_filter, day_order, further, words_filter
from accede.modules.treaties.fields.codes import words_of_acts
from accede.modules.treaties.web.explaining import WhyStep, explained, source_links
from accede.modules.treaties.words.chronology import ActLine
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.statements import StatementLine

Row = TypeVar("Row")
ACTS, STATEMENTS = "acts", "statements"
PARAMETERS = (*further(ACTS, STATEMENTS), "acts-kind", "statements-words")
OF_SEVERAL = ("acts-instrument", "statements-instrument")
"""What is asked beside that where the tables are of several instruments."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A declaration with its effect and its reasons."""

    line: StatementLine
    address: str
    why: tuple[WhyStep, ...]
    sources: tuple[Link, ...]


class StateTables:
    """Reads what an address wants of both tables; `one`: of one instrument only; `beside`: names of further tables."""

    def __init__(
        self, request: HttpRequest, question: RegisterPageQuestion, *, one: bool = False, beside: tuple[str, ...] = ()
    ) -> None:
        self._question = question
        question.choice("table", (ACTS, STATEMENTS, *beside))
        self._acts = Listing(
            request,
            question,
            _act_columns(question, one=one),
            table=ACTS,
            filters=_act_filters(question, one=one),
        )
        self._statements = Listing(
            request,
            question,
            _statement_columns(question, one=one),
            table=STATEMENTS,
            filters=_statement_filters(question, one=one),
        )

    def file(
        self, acts: Iterable[ActLine], statements: Iterable[StatementLine], *, subject: str, of: str
    ) -> HttpResponseBase | None:
        """Return the file of one of the tables, if the address asks for it; `of` names whose they are."""
        if chosen := self._acts.format:
            rows = self._acts.ordered(acts)
            title = _("Acts: %(subject)s") % {"subject": subject}
            return self._acts.file(rows, name=f"acts-{of}", title=title, chosen=chosen)
        if chosen := self._statements.format:
            lines = self._statements.ordered(statements)
            title = _("Declarations and reservations: %(subject)s") % {"subject": subject}
            return self._statements.file(lines, name=f"declarations-{of}", title=title, chosen=chosen)
        return None

    def shown(self, acts: tuple[ActLine, ...], statements: tuple[StatementLine, ...]) -> dict[str, object]:
        """Return what templates show of both."""
        found, said = self._acts.further(acts), self._statements.further(statements)
        return {
            "acts": acts,
            "acts_table": found,
            "act_rows": [(line, self._question.here("treaties:act-detail", line.key)) for line in found.rows],
            "statements": statements,
            "statements_table": said,
            "statement_rows": [statement_row(self._question, line) for line in said.rows],
        }


def statement_row(question: RegisterPageQuestion, line: StatementLine) -> StatementRow:
    """Return a statement as a page shows it."""
    return StatementRow(
        line=line,
        address=question.here("treaties:act-detail", line.key),
        why=explained(question, line.why),
        sources=source_links(question, line.sources),
    )


def _act_filters(question: RegisterPageQuestion, *, one: bool) -> list[Filter[ActLine]]:
    found: list[Filter[ActLine]] = [
        choice_filter(question, "acts-kind", _("Act"), words_of_acts(), lambda line: line.kind)
    ]
    if not one:
        found.insert(0, instrument_filter(question, "acts-instrument", lambda line: line.instrument))
    return found


def _statement_filters(question: RegisterPageQuestion, *, one: bool) -> list[Filter[StatementLine]]:
    found: list[Filter[StatementLine]] = [
        words_filter(
            question, "statements-words", _("Statement"), lambda line: f"{line.kind} {line.subject} {line.words}"
        )
    ]
    if not one:
        found.insert(0, instrument_filter(question, "statements-instrument", lambda line: line.instrument))
    return found


def instrument_filter(question: RegisterPageQuestion, name: str, instrument: Callable[[Row], str]) -> Filter[Row]:
    """Return a field for one instrument, by its key or by a name of it."""
    wanted = (question.instruments([question.text(name)]) or [""])[0]
    return chosen_filter(name, _("Instrument"), wanted, instrument, question.instrument_title)


def _act_columns(question: RegisterPageQuestion, *, one: bool) -> list[Field[ActLine]]:
    return [
        Field("on", _("Day of the act"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Field("act", _("Act"), lambda line: line.words, order=lambda line: line.words),
        Field("kind", _("Kind of act (code)"), lambda line: line.kind, in_files_only=True),
        Field("state", _("Code"), lambda line: line.state, in_files_only=True),
        Field("name", _("State"), lambda line: line.state_name, in_files_only=True),
        Field("instrument", _("Key"), lambda line: line.instrument, in_files_only=True),
        Field(
            "title",
            _("Instrument"),
            lambda line: Link(line.title, question.here("treaties:instrument-detail", line.instrument)),
            Kind.LINK,
            lambda line: line.number,
            in_files_only=one,
        ),
        Field(
            "in_force_on",
            _("In force on"),
            lambda line: line.in_force_on,
            Kind.DAY,
            lambda line: day_order(line.in_force_on),
        ),
        Field("subject", _("About"), lambda line: line.subject),
        Field("sources", _("Sources"), lambda line: " ".join(line.sources), in_files_only=True),
    ]


def _statement_columns(question: RegisterPageQuestion, *, one: bool) -> list[Field[StatementLine]]:
    return [
        Field("key", _("Key"), lambda line: line.instrument, in_files_only=True),
        Field(
            "instrument",
            _("Instrument"),
            lambda line: line.title,
            order=lambda line: question.register.instruments[line.instrument].core.number,
            in_files_only=one,
        ),
        Field("statement", _("Statement"), lambda line: line.kind, order=lambda line: line.kind),
        Field("subject", _("About"), lambda line: line.subject, in_files_only=True),
        Field("on", _("Made on"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Field("effect", _("Effect on the day"), lambda line: line.words, order=lambda line: line.words),
        Field("since", _("Since"), lambda line: line.since, Kind.DAY, in_files_only=True),
        Field("why", _("Why"), lambda line: " ".join(reason.in_full for reason in line.why), in_files_only=True),
        Field("sources", _("Sources"), lambda line: " ".join(line.sources), in_files_only=True),
    ]
