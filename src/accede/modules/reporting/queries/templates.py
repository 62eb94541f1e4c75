"""Templates of reports: sections bound to the clauses of a mandate, standing text with figures by name, annexes.

One ships; a drafter writes another as a YAML file of the same shape, over figures that exist, without code.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from accede import data
from accede.core.explain import Reason
from accede.core.indicators.definitions import Definition
from accede.core.indicators.inserting import Call, call_of, faults_in_call, faults_in_text
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.reporting.queries.definitions import definitions

ROWS = ("instrument", "kind", "object")
"""What a table can have a row for: each is the parameter of that name."""
_MOST_DEPTH_WORDS = 20_000
"""The longest standing text, in characters."""
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and where: “sections 2, paragraphs 1, fr, 14”."""

    place: str
    reason: Reason


class UnsoundTemplate(Exception):  # noqa: N818  (a judgement on what somebody wrote)
    """A template from which no report can be made; `faults` says why, all of it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{one.place}: {one.reason.code}" for one in faults))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: which clauses of the mandate it tells of, and its standing text by language."""

    heading: Texts
    clauses: tuple[str, ...]
    paragraphs: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of an annex: a figure, asked for each row."""

    title: Texts
    call: Call


@dataclass(frozen=True, slots=True)
class Annex:
    """A table: a row for each instrument, kind of assistance or object of expenditure."""

    title: Texts
    rows: str
    columns: tuple[TableColumn, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template, whole and without faults."""

    key: str
    mandate: str
    title: Texts
    introduction: tuple[Texts, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]

    def calls(self) -> Iterator[str]:
        """Yield the standing texts in every language, in order: a translation that is out of date may call others."""
        for texts in (*self.introduction, *(text for one in self.sections for text in one.paragraphs)):
            yield from texts.values()


@cache
def shipped_templates() -> Mapping[str, str]:
    """Return the templates that ship, as they are written, by key."""
    found = {}
    for name in data.names("reports", ".yaml"):
        document = data.document(f"reports/{name}")
        found[str(document["key"])] = f"reports/{name}"
    return found


def shipped_template(key: str) -> Template | None:
    """Return a template that ships; None for none of that key."""
    values = shipped_values(key)
    return template_of(values) if values is not None else None


def shipped_values(key: str) -> object | None:
    """Return the plain values of a template that ships, as a report keeps them; None for none of that key."""
    name = shipped_templates().get(key)
    return data.document(name) if name is not None else None


def template_in(text: str) -> Template:
    """Return the template that a file holds.

    Raises:
        UnsoundTemplate: it holds none, or one with faults.
    """
    return template_of(values_in(text))


def values_in(text: str) -> object:
    """Return the plain values that a file holds, which may be no template yet.

    Raises:
        UnsoundTemplate: it is no YAML.
    """
    try:
        document: object = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = str(mark.line + 1) if mark is not None else "1"
        raise UnsoundTemplate([Fault(place, Reason("template.no_yaml"))]) from error
    return document


def template_of(document: object) -> Template:
    """Return the template that plain values hold.

    Raises:
        UnsoundTemplate: it has faults: all of them, each with its place.
    """
    reading = _Reading()
    found = reading.template(document)
    if reading.faults:
        raise UnsoundTemplate(reading.faults)
    return found


class _Reading:
    """Reads a template and keeps all that is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._known: Mapping[str, Definition] = {code: one.definition for code, one in definitions().items()}
        self._clauses: frozenset[str] = frozenset()

    def template(self, document: object) -> Template:
        values = self._mapping(document, "1", {"key", "mandate", "title", "introduction", "sections", "annexes"})
        mandate = self._word(values.get("mandate"), "mandate")
        line = mandate_at(mandate)
        if line is None:
            self._fault("mandate", "template.no_mandate", text=mandate)
        else:
            self._clauses = frozenset(one.key for one in duties_under(line))
        return Template(
            key=self._word(values.get("key"), "key"),
            mandate=mandate,
            title=self._texts(values.get("title"), "title"),
            introduction=self._paragraphs(values.get("introduction"), "introduction"),
            sections=tuple(self._section(one, place) for place, one in self._each(values.get("sections"), "sections")),
            annexes=tuple(self._annex(one, place) for place, one in self._each(values.get("annexes"), "annexes")),
        )

    def _section(self, value: object, place: str) -> Section:
        values = self._mapping(value, place, {"heading", "clauses", "paragraphs"})
        clauses = []
        for at, clause in self._each(values.get("clauses"), f"{place}, clauses"):
            if str(clause) not in self._clauses:
                self._fault(at, "template.no_clause", text=str(clause)[:40])
            clauses.append(str(clause))
        heading = self._texts(values.get("heading"), f"{place}, heading")
        return Section(heading, tuple(clauses), self._paragraphs(values.get("paragraphs"), f"{place}, paragraphs"))

    def _annex(self, value: object, place: str) -> Annex:
        values = self._mapping(value, place, {"title", "rows", "columns"})
        rows = self._word(values.get("rows"), f"{place}, rows")
        if rows not in ROWS:
            self._fault(f"{place}, rows", "template.no_rows", text=rows)
        columns = tuple(
            self._column(one, at, rows) for at, one in self._each(values.get("columns"), f"{place}, columns")
        )
        return Annex(self._texts(values.get("title"), f"{place}, title"), rows, columns)

    def _column(self, value: object, place: str, rows: str) -> TableColumn:
        values = self._mapping(value, place, {"title", "figure"})
        written = self._word(values.get("figure"), f"{place}, figure")
        for reason in faults_in_call(written, self._known):
            self.faults.append(Fault(f"{place}, figure", reason))
        code = written.split()[0] if written.split() else ""
        if code in self._known and rows in ROWS and rows not in self._known[code].parameters:
            self._fault(f"{place}, figure", "call.parameter", code=code, text=rows)
        return TableColumn(self._texts(values.get("title"), f"{place}, title"), call_of(written or "-"))

    def _paragraphs(self, value: object, place: str) -> tuple[Texts, ...]:
        return tuple(self._texts(one, at) for at, one in self._each(value, place))

    def _texts(self, value: object, place: str) -> Texts:
        """Return a text by language; English is what the others fall back on, and all call the same figures."""
        values = self._mapping(value, place, None)
        found = {str(language): str(text)[:_MOST_DEPTH_WORDS] for language, text in values.items()}
        if not found.get("en", "").strip():
            self._fault(place, "template.no_english")
        for language, text in found.items():
            for at, reason in faults_in_text(text, self._known):
                self.faults.append(Fault(f"{place}, {language}, {at}", reason))
        return found

    def _each(self, value: object, place: str) -> Iterator[tuple[str, Any]]:
        if value is None:
            return
        if not isinstance(value, list):
            self._fault(place, "template.no_list")
            return
        for number, one in enumerate(value, 1):
            yield f"{place} {number}", one

    def _mapping(self, value: object, place: str, names: set[str] | None) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._fault(place, "template.no_mapping")
            return {}
        for name in value:
            if names is not None and name not in names:
                self._fault(place, "template.unknown", text=str(name)[:40])
        return value

    def _word(self, value: object, place: str) -> str:
        if not isinstance(value, str) or not value.strip():
            self._fault(place, "template.missing")
            return ""
        return value.strip()

    def _fault(self, place: str, code: str, /, **facts: str) -> None:
        self.faults.append(Fault(place, Reason(code, facts)))
