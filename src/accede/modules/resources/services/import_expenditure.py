"""Bring expenditure in, as an extract of the accounts of the organisation lists it, against what is committed for it.

A line of the accounts is known by its document, the commitment and the object: the same file again changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Max, Min, Sum
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accede.core.finance.accounts import Account
from accede.core.finance.facts import SUPPORT
from accede.core.finance.money import DOLLAR, NotAnAmount, read_amount, written
from accede.foundation.access import Actor, require
from accede.foundation.files.checking import table_kind
from accede.foundation.imports import (
    Bringing,
    CellRefused,
    Column,
    FileRefused,
    Options,
    Outcome,
    Problem,
    carry_out,
    day_reader,
    open_table,
    plain_text,
    refused_whole,
    rehearse,
)
from accede.foundation.imports.cells import CellReader
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.whole import ReadRow, outcome_of, read_whole
from accede.foundation.problems import UnableTo
from accede.foundation.texts import folded
from accede.modules.identity.queries.scopes import state_names
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.models import Fund, LedgerLine
from accede.modules.resources.services.brought import keep_brought
from accede.modules.resources.services.commitments import Paper, Part, spend

MOST_ROWS = 5_000
FIRST_DAY = date(1945, 10, 24)
LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh-hans")
COLUMNS = ("document", "day", "commitment", "object", "amount", "currency", "state", "partner", "note")
_SHOWN = ("document", "day", "commitment", "object", "amount", "partner")

WORDS: Words = {
    **FILE_WORDS,
    "expenditure.no_amount": _(
        "“%(text)s” is no amount in dollars: write figures, a point before at most two decimals."
    ),
    "expenditure.below": _("“%(text)s” is not above nought. An error is taken back at the entry that has it."),
    "expenditure.currency": _("“%(text)s”: money is held in dollars. Write in USD what was paid."),
    "expenditure.no_commitment": _("Nothing is committed for “%(commitment)s”."),
    "expenditure.other_object": _("For “%(commitment)s” nothing is committed on this object."),
    "expenditure.too_much": _("For “%(commitment)s” and this object %(there)s US$ are left, the rows above deducted."),
    "expenditure.too_early": _("The commitment “%(commitment)s” is of %(first)s, after this day."),
    "expenditure.no_state": _("“%(text)s” is no code of a State."),
    "expenditure.other_state": _("The commitment “%(commitment)s” is for %(state)s."),
    "expenditure.twice": _("Row %(other)s has the same document, commitment and object."),
    "expenditure.recorded": _("The books have %(amount)s US$ of this document, commitment and object."),
    "expenditure.changed": _("The books have changed at this moment. Nothing of the file was taken; give it again."),
    "expenditure.late": _("A period is closed until %(closed)s: this row is booked on the first day after it."),
}
"""Every sentence that an import of expenditure can give."""


@dataclass(frozen=True, slots=True)
class ExpenditureGiven:
    """What the person who brings the file says about all of its rows."""

    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)


def check_expenditure(path: Path, given: ExpenditureGiven, *, by: Actor, at: datetime) -> Outcome:
    """Return what `import_expenditure` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given, by=by, at=at), size=size_of(path), by=by)


def import_expenditure(path: Path, given: ExpenditureGiven, brought: Bringing, *, good_rows: bool = False) -> Outcome:
    """Record the expenditure of a file: all rows, or, with `good_rows`, those that have no problem; keep the file.

    Raises:
        Refused: the actor may not.
    """
    require(brought.by, MONEY_RECORD)

    def write(outcome: Outcome, rows: Sequence[ReadRow]) -> Wrote:
        fresh = [row for row in rows if row.standing == "new"]
        for row in fresh:
            cells = row.cells
            paper = Paper(cells["document"], cells["partner"], cells["state"], cells["note"])
            day, cents = date.fromisoformat(cells["day"]), read_amount(cells["amount"], DOLLAR)
            part = Part(cells["commitment"], cells["object"], cents, day)
            spend(part, by=brought.by, at=brought.at, face=brought.face, paper=paper)
        with path.open("rb") as stream:
            kind = table_kind(stream, "")
        about = events.extract_subject(outcome.file_digest)
        keep_brought(path, brought, kind, event=events.EXPENDITURE_BROUGHT, about=about, count=len(fresh))
        return Wrote()

    try:
        return carry_out(
            lambda: _judge(path, given, by=brought.by, at=brought.at),
            write,
            size=size_of(path),
            by=brought.by,
            good_rows=good_rows,
            version=lambda: LedgerLine.objects.aggregate(Max("id"))["id__max"],
        )
    except UnableTo:
        # Somebody released or spent of the same commitment since the file was looked at.
        return refused_whole("", [Problem("expenditure.changed")])


def _judge(path: Path, given: ExpenditureGiven, *, by: Actor, at: datetime) -> tuple[Outcome, Sequence[ReadRow] | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    try:
        columns = _columns(today=at.date(), order=given.day_order)
        rows, problems, count = read_whole(open_table(path, given.options), columns, most_rows=MOST_ROWS)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    whole = [row for row in rows if not row.unread]
    problems.extend(_compare(whole, by))
    wrong = {problem.row for problem in problems}
    fresh = [row for row in whole if row.number not in wrong]
    found = _committed(fresh, by)
    problems.extend(problem for row in fresh if row.standing == "new" for problem in _against(row, found))
    wrong = {problem.row for problem in problems}
    good = [row for row in whole if row.number not in wrong]
    return outcome_of(digest, good, problems, count, shown=_SHOWN, remarks=_remarks(good, found)), good


def _columns(*, today: date, order: DayOrder | None) -> tuple[Column, ...]:
    states = state_names(on=today)

    def state(text: str) -> str:
        if text.upper() not in states:
            raise CellRefused("expenditure.no_state", text=text[:60])
        return text.upper()

    day = day_reader(latest=today, earliest=FIRST_DAY, order=order)
    commitment = ("purpose", "funds commitment", "project", "wbse", "wbs element", "internal order")
    return (
        _needed("document", ("document number", "voucher", "reference"), plain_text(100)),
        _needed("day", ("date", "posting date", "posted on"), day),
        _needed("commitment", commitment, plain_text(100)),
        _needed("object", ("object of expenditure", "sponsored class", "class"), _object),
        _needed("amount", ("amount in usd", "usd", "us$", "amount usd"), _amount),
        Column("currency", read=_currency),
        Column("state", ("country", "state code"), read=state),
        Column("partner", ("implementing partner", "vendor", "supplier"), read=plain_text(200)),
        Column("note", ("text", "description", "remarks"), read=plain_text(500)),
    )


def _needed(name: str, also: tuple[str, ...], read: CellReader) -> Column:
    return Column(name, also, is_required=True, needs_value=True, read=read)


def _object(text: str) -> str:
    found = _words_of_objects().get(folded(text.replace("_", " "))[:200])
    if found is None:
        raise CellRefused("cell.choice", text=text[:60], choices=[code for code in OBJECTS if code != SUPPORT])
    return found


def _amount(text: str) -> str:
    try:
        cents = read_amount(text, DOLLAR)
    except NotAnAmount:
        raise CellRefused("expenditure.no_amount", text=text[:60]) from None
    if not 0 < cents < 10**17:
        raise CellRefused("expenditure.below", text=text[:60])
    return format(written(cents, DOLLAR), "f")


def _currency(text: str) -> str:
    if text.upper() not in {DOLLAR.code, "US$"}:
        raise CellRefused("expenditure.currency", text=text[:60])
    return DOLLAR.code


@cache
def _words_of_objects() -> Mapping[str, str]:
    codes = [code for code in OBJECTS if code != SUPPORT]
    names = {folded(code.replace("_", " ")): code for code in codes}
    for language in LANGUAGES:
        with translation.override(language):
            names |= {folded(str(OBJECTS[code])): code for code in codes}
    return names


def _line_of(row: ReadRow) -> tuple[str, str, str]:
    return row.cells["document"], row.cells["commitment"], row.cells["object"]


def _compare(rows: Sequence[ReadRow], by: Actor) -> Iterator[Problem]:
    """Say of each row whether the books have it, and yield what contradicts another row or the books."""
    lines = LedgerLine.objects.visible_to(by).filter(
        account=Account.EXPENSE,
        entry__kind="expenditure",
        entry__reversed_by__isnull=True,
        entry__document__in={row.cells["document"] for row in rows},
    )
    sums = lines.order_by().values_list("entry__document", "purpose", "spent_on").annotate(Sum("dollars"))
    there = {(document, purpose, spent_on): int(cents) for document, purpose, spent_on, cents in sums}
    seen: dict[tuple[str, str, str], ReadRow] = {}
    for row in rows:
        line = _line_of(row)
        first = seen.setdefault(line, row)
        row.standing = "known" if line in there else "new"
        if first is not row:
            yield Problem("expenditure.twice", row.number, "document", {"other": str(first.number)})
        elif line in there and there[line] != read_amount(row.cells["amount"], DOLLAR):
            amount = format(written(there[line], DOLLAR), "f")
            yield Problem("expenditure.recorded", row.number, "amount", {"amount": amount})


@dataclass(slots=True)
class _Committed:
    """What is left of commitments by purpose and object, in cents; and their first day, State and closed periods."""

    left: dict[str, dict[str, int]]
    since: dict[tuple[str, str], date]
    states: dict[str, str]
    closed: dict[str, date]


def _committed(rows: Sequence[ReadRow], by: Actor) -> _Committed:
    purposes = {row.cells["commitment"] for row in rows}
    lines = LedgerLine.objects.visible_to(by).filter(account=Account.COMMITTED, purpose__in=purposes).order_by()
    found = _Committed(defaultdict(dict), {}, {}, {})
    funds: dict[str, set[UUID]] = defaultdict(set)
    for purpose, spent_on, _contribution, fund, state, cents, first in lines.values_list(
        "purpose", "spent_on", "contribution", "fund", "state_code"
    ).annotate(Sum("dollars"), Min("booked_on")):
        found.left[purpose][spent_on] = found.left[purpose].get(spent_on, 0) + int(cents)
        if cents > 0:
            found.since[purpose, spent_on] = max(first, found.since.get((purpose, spent_on), first))
        found.states[purpose] = max(state, found.states.get(purpose, ""))
        funds[purpose].add(fund)
    closed = {key: day for key, day in Fund.objects.values_list("id", "closed_until") if day is not None}
    for purpose, keys in funds.items():
        if days := [closed[key] for key in keys if key in closed]:
            found.closed[purpose] = max(days)
    return found


def _against(row: ReadRow, found: _Committed) -> Iterator[Problem]:
    """Yield what keeps a row out of the books; where nothing does, what it spends is left no more."""
    purpose, spent_on = row.cells["commitment"], row.cells["object"]
    told = {"commitment": purpose[:60]}
    if purpose not in found.left:
        yield Problem("expenditure.no_commitment", row.number, "commitment", told)
        return
    if spent_on not in found.left[purpose]:
        yield Problem("expenditure.other_object", row.number, "object", told)
        return
    cents, there = read_amount(row.cells["amount"], DOLLAR), found.left[purpose][spent_on]
    first, state = found.since.get((purpose, spent_on)), found.states[purpose]
    wrong = False
    if cents > there:
        wrong = True
        amount = format(written(there, DOLLAR), "f")
        yield Problem("expenditure.too_much", row.number, "amount", told | {"there": amount})
    if first is not None and date.fromisoformat(row.cells["day"]) < first:
        wrong = True
        yield Problem("expenditure.too_early", row.number, "day", told | {"first": first.isoformat()})
    if state and row.cells["state"] not in {"", state}:
        wrong = True
        yield Problem("expenditure.other_state", row.number, "state", told | {"state": state})
    if not wrong:
        found.left[purpose][spent_on] = there - cents


def _remarks(rows: Sequence[ReadRow], found: _Committed) -> Iterator[Problem]:
    for row in rows:
        closed = found.closed.get(row.cells["commitment"])
        if row.standing == "new" and closed is not None and date.fromisoformat(row.cells["day"]) <= closed:
            yield Problem("expenditure.late", row.number, "day", {"closed": closed.isoformat()})
