"""A report made of a template for a period and a reader: which figures stand in it, each asked once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from accede.core.indicators.inserting import Call, parts_of
from accede.foundation.access import Actor
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.mandates import MandateLine, mandate_at
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.figures import Answer, answer_for, is_there_for
from accede.modules.reporting.queries.templates import Template
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.treaties.queries.register import current_register

FIGURES_FOR: Mapping[str, tuple[str, ...]] = {
    "treaty_acts": ("adherences-new", "states-party-to-all"),
    "requests": ("requests-received", "requests-accepted", "states-asking"),
    "consents": ("visits-made", "states-visited"),
    "contributions": ("contributions-pledged",),
    "funds_available": ("money-received",),
    "expenditure_reports": ("money-spent",),
    "activities": ("activities-delivered", "states-assisted"),
    "consultations": ("consultations-sent", "bodies-consulted"),
    "legislation": ("obligations-unanswered",),
}
"""The figures over each kind of evidence; of the other kinds a report says that there is none."""


@dataclass(frozen=True)
class Report:
    """What a report is made of.

    Attributes:
        days: the first day, the last, and the day before the first, by the names that templates give them.
        answers: the figures by what they were asked with; None for one of which the reader is told nothing.
        duties: the clauses of the mandate by key, in their order.
    """

    template: Template
    mandate: MandateLine
    days: Mapping[str, str]
    duties: Mapping[str, DutyLine]
    answers: Mapping[str, Answer | None]

    def answer(self, call: Call, **beside: str) -> Answer | None:
        """Return the figure that a call asks for."""
        return self.answers[key_of(call.code, {**call.asked(self.days), **beside})]

    @property
    def faults(self) -> list[Answer]:
        """The figures that the checks keep from being published."""
        return [one for one in self.answers.values() if one is not None and one.faults]


def key_of(code: str, parameters: Mapping[str, str]) -> str:
    """Return what a figure was asked with, as one word."""
    return " ".join((code, *(f"{name}={value}" for name, value in sorted(parameters.items()))))


def report_for(reader: Actor, template: Template, first: date, last: date, *, today: date) -> Report:
    """Return the report of a period as one reader gets it: each figure by the reader's rights."""
    line = mandate_at(template.mandate)
    if line is None:
        raise LookupError(template.mandate)
    before = first - timedelta(days=1)
    days = {"from": first.isoformat(), "until": last.isoformat(), "before": before.isoformat()}
    answers: dict[str, Answer | None] = {}
    for key, (code, parameters) in asked_in(template, days):
        if key not in answers:
            there = is_there_for(reader, SOURCES[code])
            answers[key] = answer_for(reader, definitions()[code], parameters, today=today) if there else None
    return Report(
        template=template,
        mandate=line,
        days=days,
        duties={one.key: one for one in duties_under(line)},
        answers=answers,
    )


def rows_of(kind: str) -> list[str]:
    """Return the codes that a table has a row for."""
    return {"kind": [*KINDS], "object": [*OBJECTS], "instrument": [*current_register().instruments]}[kind]


def asked_in(template: Template, days: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:
    """Yield what the texts and tables of a template ask for: as one word, and as code and parameters."""
    for code, parameters in _asked(template, days):
        yield key_of(code, parameters), (code, parameters)


def _asked(template: Template, days: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    for text in template.calls():
        for part in parts_of(text):
            if isinstance(part, Call):
                yield part.code, part.asked(days)
    for annex in template.annexes:
        for row in rows_of(annex.rows):
            for column in annex.columns:
                yield column.call.code, {**column.call.asked(days), annex.rows: row}
