"""The acts of a State and what it declared, as tables of other pages: filtered, sorted, and as files of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind
from accede.foundation.exports import Kind, Link
from accede.foundation.listings import FurtherTable, Listed, Listing, Option, day_order, further
from accede.modules.treaties.queries.chronology import ActLine
from accede.modules.treaties.queries.page_asking import Question
from accede.modules.treaties.queries.statements import StatementLine
from accede.modules.treaties.queries.words import act_words
from accede.modules.treaties.web.explaining import WhyStep, explained, source_links

ACTS, STATEMENTS = "acts", "statements"
PARAMETERS = (*further(ACTS, STATEMENTS), "acts-instrument", "acts-kind", "statements-instrument")


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
        self, request: HttpRequest, question: Question, *, one: bool = False, beside: tuple[str, ...] = ()
    ) -> None:
        self._question = question
        question.choice("table", (ACTS, STATEMENTS, *beside))
        self._acts = Listing(request, question, _act_columns(question, one=one), table=ACTS)
        self._statements = Listing(request, question, _statement_columns(question, one=one), table=STATEMENTS)
        self._act_instrument = _first(question.instruments([question.text("acts-instrument")]))
        self._act_kind = question.choice("acts-kind", [kind.value for kind in ActKind])
        self._statement_instrument = _first(question.instruments([question.text("statements-instrument")]))

    def file(
        self, acts: Iterable[ActLine], statements: Iterable[StatementLine], *, subject: str, of: str
    ) -> HttpResponseBase | None:
        """Return the file of one of the tables, if the address asks for it; `of` names whose they are."""
        if chosen := self._acts.format:
            rows = self._acts.ordered(self._chosen_acts(acts))
            title = _("Acts: %(subject)s") % {"subject": subject}
            return self._acts.file(rows, name=f"acts-{of}", title=title, chosen=chosen)
        if chosen := self._statements.format:
            lines = self._statements.ordered(self._chosen_statements(statements))
            title = _("Declarations and reservations: %(subject)s") % {"subject": subject}
            return self._statements.file(lines, name=f"declarations-{of}", title=title, chosen=chosen)
        return None

    def shown(self, acts: tuple[ActLine, ...], statements: tuple[StatementLine, ...]) -> dict[str, object]:
        """Return what templates show of both."""
        found = self._acts.further(self._chosen_acts(acts))
        return {
            "acts": acts,
            "acts_table": found,
            "act_rows": [(line, self._question.here("treaties:act-detail", line.key)) for line in found.rows],
            "acts_instrument": self._act_instrument,
            "acts_kind": self._act_kind,
            "acts_instruments": self._instruments(line.instrument for line in acts),
            "acts_kinds": [
                Option(kind, act_words(ActKind(kind))) for kind in dict.fromkeys(line.kind for line in acts)
            ],
            "acts_filtered": bool(self._act_instrument or self._act_kind),
            "acts_kept": self.kept("acts-instrument", "acts-kind"),
            "statements": statements,
            "statements_table": self._of_statements(statements),
            "statements_instrument": self._statement_instrument,
            "statements_instruments": self._instruments(line.instrument for line in statements),
            "statements_kept": self.kept("statements-instrument"),
        }

    def kept(self, *own: str) -> list[tuple[str, str]]:
        """Return the parameters of the page that the form of one table leaves as they are."""
        asked = self._question
        return [(name, asked.text(name)) for name in asked.query if name not in {*own, "on", "known"}]

    def _of_statements(self, statements: tuple[StatementLine, ...]) -> FurtherTable[StatementRow]:
        found = self._statements.further(self._chosen_statements(statements))
        rows = tuple(statement_row(self._question, line) for line in found.rows)
        return FurtherTable(name=found.name, headings=found.headings, rows=rows, exports=found.exports)

    def _chosen_acts(self, acts: Iterable[ActLine]) -> list[ActLine]:
        return [
            line
            for line in acts
            if (not self._act_instrument or line.instrument == self._act_instrument)
            and (not self._act_kind or line.kind == self._act_kind)
        ]

    def _chosen_statements(self, statements: Iterable[StatementLine]) -> list[StatementLine]:
        wanted = self._statement_instrument
        return [line for line in statements if not wanted or line.instrument == wanted]

    def _instruments(self, keys: Iterable[str]) -> list[Option]:
        return [Option(key, self._question.instrument_title(key)) for key in dict.fromkeys(keys)]


def statement_row(question: Question, line: StatementLine) -> StatementRow:
    """Return a statement as a page shows it."""
    return StatementRow(
        line=line,
        address=question.here("treaties:act-detail", line.key),
        why=explained(question, line.why),
        sources=source_links(question, line.sources),
    )


def _first(found: list[str]) -> str:
    return found[0] if found else ""


def _act_columns(question: Question, *, one: bool) -> list[Listed[ActLine]]:
    return [
        Listed("on", _("Day of the act"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Listed("act", _("Act"), lambda line: line.words, order=lambda line: line.words),
        Listed("kind", _("Kind of act (code)"), lambda line: line.kind, in_files_only=True),
        Listed("state", _("Code"), lambda line: line.state, in_files_only=True),
        Listed("name", _("State"), lambda line: line.state_name, in_files_only=True),
        Listed("instrument", _("Key"), lambda line: line.instrument, in_files_only=True),
        Listed(
            "title",
            _("Instrument"),
            lambda line: Link(line.title, question.here("treaties:instrument-detail", line.instrument)),
            Kind.LINK,
            lambda line: line.number,
            in_files_only=one,
        ),
        Listed(
            "in_force_on",
            _("In force on"),
            lambda line: line.in_force_on,
            Kind.DAY,
            lambda line: day_order(line.in_force_on),
        ),
        Listed("subject", _("About"), lambda line: line.subject),
        Listed("sources", _("Sources"), lambda line: " ".join(line.sources), in_files_only=True),
    ]


def _statement_columns(question: Question, *, one: bool) -> list[Listed[StatementLine]]:
    return [
        Listed("key", _("Key"), lambda line: line.instrument, in_files_only=True),
        Listed(
            "instrument",
            _("Instrument"),
            lambda line: line.title,
            order=lambda line: question.register.instruments[line.instrument].core.number,
            in_files_only=one,
        ),
        Listed("statement", _("Statement"), lambda line: line.kind, order=lambda line: line.kind),
        Listed("subject", _("About"), lambda line: line.subject, in_files_only=True),
        Listed("on", _("Made on"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Listed("effect", _("Effect on the day"), lambda line: line.words, order=lambda line: line.words),
        Listed("since", _("Since"), lambda line: line.since, Kind.DAY, in_files_only=True),
        Listed("why", _("Why"), lambda line: " ".join(reason.in_full for reason in line.why), in_files_only=True),
        Listed("sources", _("Sources"), lambda line: " ".join(line.sources), in_files_only=True),
    ]
