"""What is wrong with a file: data first, sentences when somebody reads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.texts import isolated, listed

Words = Mapping[str, str | Promise]
Param = str | Sequence[str]
"""What a sentence about a problem needs: a text, or several that it lists."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `row` is the row as a spreadsheet counts it, None for the file as a whole."""

    code: str
    row: int | None = None
    column: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


class FileRefused(Exception):  # noqa: N818  (a judgement on the file, no fault of the program)
    """The file as a whole cannot be read; `problems` says all that is known to be wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(problem.code for problem in self.problems[:50]))

    def __reduce__(self) -> tuple[type["FileRefused"], tuple[tuple[Problem, ...]]]:
        """Let the refusal be told from one process to another."""
        return FileRefused, (self.problems,)


WORDS: Words = {
    "file.absent": _("There is no file “%(name)s”."),
    "file.empty": _("The file is empty."),
    "file.no_rows": _("The file has headings and no rows."),
    "file.old_excel": _(
        "This is a workbook in the old Excel format, or one with a password. Save it as .xlsx without a password."
    ),
    "file.macros": _("This workbook holds macros. Save it as a workbook without macros (.xlsx)."),
    "file.other_kind": _(
        "This file holds no table that can be read (it looks like %(kind)s). Save it as CSV or XLSX; web pages, XML "
        "and PDF files with text are read as well."
    ),
    "file.printed_no_table": _(
        "No table with days was found in this document. Copy the table alone and paste it, or save it as CSV."
    ),
    "file.printed_no_text": _(
        "This PDF file holds pictures of pages and no text. Take the file as its publisher gives it, or copy the table "
        "into a CSV file."
    ),
    "file.printed_locked": _("This PDF file is locked with a password. Save it without one."),
    "file.printed_damaged": _("This document is damaged: it cannot be read. Save it again."),
    "file.printed_entities": _(
        "This document defines entities of its own, which are not opened. Save the web page instead, or copy the table "
        "and paste it."
    ),
    "file.printed_too_many_pages": _(
        "This file has %(pages)s pages, and at most %(most)s are read. Say on which pages the table stands."
    ),
    "file.printed_no_such_pages": _("This file has %(pages)s pages. Say on which of them the table stands."),
    "file.printed_too_many_rows": _("This table has more than %(most)s rows. Save it as CSV."),
    "file.printed_too_many_columns": _("This table has more than %(most)s columns. Save those that are known as CSV."),
    "file.pages": _("“%(text)s” names no pages. Write them as 411-418."),
    "file.damaged": _("This workbook is damaged: it cannot be opened. Save it again."),
    "file.too_big": _("This workbook unpacks to more than %(most)s MB. Save it as CSV."),
    "file.too_many_problems": _(
        "More than %(most)s problems were found, so the file was not read to its end. Correct what is told here, "
        "then give it again."
    ),
    "file.too_many_rows": _("The file has more than %(most)s rows. Split it."),
    "file.too_many_cells": _("This workbook has more than %(most)s cells. Save it as CSV, or split it."),
    "file.too_heavy": _(
        "Reading this file takes more time or memory than one file may take here. "
        "Save the table alone as CSV, or split it into several files."
    ),
    "file.encoding": _("This file is not written in that way. Say how it is written, or save it as CSV UTF-8."),
    "file.busy": _("Other files are being read at this moment. Wait a little, then send this again."),
    "file.sheets": _("This workbook has several sheets: %(sheets)s. Say which one is meant."),
    "file.sheet_unknown": _("This workbook has no sheet “%(sheet)s”. It has: %(sheets)s."),
    "file.separator": _(
        "The columns of this file are separated by %(found)s, expected was %(expected)s. "
        "Save it with the other separator, or say which one it uses."
    ),
    "columns.unknown": _("The column “%(name)s” is not known. Known columns: %(known)s."),
    "columns.unknown_near": _("The column “%(name)s” is not known. Perhaps %(nearest)s is meant."),
    "columns.missing": _("The column “%(name)s” is missing."),
    "columns.twice": _("The column “%(name)s” is there twice."),
    "columns.unnamed": _("Column %(position)s has values and no heading."),
    "columns.too_many": _("The file has %(found)s columns, and %(most)s are the most. Keep those that are known."),
    "columns.too_long": _("The heading of column %(position)s has more than %(most)s characters."),
    "row.too_many": _("This row has %(found)s cells, the headings are %(expected)s."),
    "row.too_few": _("This row has only %(found)s cells, the headings are %(expected)s."),
    "row.quotes": _("The quotation marks of this row do not match."),
    "row.unclosed": _(
        "Here begins a quotation mark that is not closed, or a text that is too long for a cell: "
        "lines %(first)s to %(last)s of the file were not read."
    ),
    "row.too_long": _("This row has more than %(most)s characters; it was not read."),
    "row.encoding": _("This row is not in UTF-8 (near “%(near)s”). Save the file as CSV UTF-8."),
    "row.not_text": _("This row holds characters that are no text."),
    "cell.blank": _("A value is needed here."),
    "cell.formula": _("“%(text)s” is a formula. Put its value here."),
    "cell.error": _("“%(text)s” is a calculation that failed. Put a value here."),
    "cell.too_long": _("This text has more than %(most)s characters."),
    "cell.choice": _("“%(text)s” is not one of: %(choices)s."),
    "day.not_a_day": _("“%(text)s” is not a day. Write it as year-month-day, for example 2007-07-26."),
    "day.ambiguous": _(
        "“%(text)s” can be read as two different days. Write it as year-month-day, for example 2007-07-26."
    ),
    "day.with_time": _("“%(text)s” holds a time of day. Write the day alone, for example 2007-07-26."),
    "day.future": _("%(day)s lies in the future; today is %(today)s."),
    "day.too_early": _("%(day)s is too early: nothing before %(first)s can be right here."),
}


def explain(problem: Problem, words: Words = WORDS) -> str:
    """Return the sentence that says what is wrong, in the reader's language; what it quotes keeps its own direction."""
    return str(words[problem.code]) % {name: _told(value) for name, value in problem.params.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as it is told: once, with all the rows that have it."""

    problem: Problem
    rows: tuple[int, ...]

    @property
    def first_rows(self) -> str:
        """The rows in figures: all of them, or the first and how many there are."""
        shown = ", ".join(str(row) for row in self.rows[:_ROWS_TOLD])
        return shown if len(self.rows) <= _ROWS_TOLD else f"{shown} … ({len(self.rows)})"


def told_once(problems: Iterable[Problem]) -> tuple[Told, ...]:
    """Return problems that say the same of the same column as one, in the order of their first rows."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    first: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        key = (problem.code, problem.column, repr(sorted(problem.params.items())))
        first.setdefault(key, problem)
        rows.setdefault(key, []).extend([problem.row] if problem.row is not None else [])
    return tuple(Told(problem, tuple(dict.fromkeys(rows[key]))) for key, problem in first.items())


_ROWS_TOLD = 5


def _told(value: Param) -> str:
    if isinstance(value, list | tuple):
        return listed(isolated(one) for one in value)
    return isolated(value)
