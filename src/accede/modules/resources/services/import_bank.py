"""Bring lines of the bank in: statements as CAMT.053 or MT940. A line is known by what tells it from every other one.

A statement whose lines do not lead from its opening balance to its closing one is told; pending money is left out, and
that is told too. Nothing is posted: a person says to which contribution a line belongs.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from accede.core.finance.money import NotAnAmount, read_amount
from accede.foundation.access import ALL, Actor, Level, require
from accede.foundation.files.checking import Kind
from accede.foundation.imports import Bringing, FileRefused, Outcome, Problem, carry_out, refused_whole, rehearse
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.whole import ReadRow, outcome_of
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.models import BankLine
from accede.modules.resources.queries.rates import currency_of
from accede.modules.resources.services.bank_files import FileLine, FileStatement, read_statements
from accede.modules.resources.services.brought import keep_brought

_SHOWN = ("booked_on", "payer", "remittance", "currency", "amount")
WORDS: Words = {
    **FILE_WORDS,
    "bank.other_kind": _("This is no statement of a bank as CAMT.053 or MT940."),
    "bank.damaged": _("This statement cannot be read to its end. Ask the bank for it again."),
    "bank.no_day": _("“%(text)s” is no day that there is (year, month, day): ask the bank for the right one."),
    "bank.no_currency": _("“%(text)s” is not the code of a currency. Codes are those of ISO 4217, such as EUR."),
    "bank.no_amount": _("“%(text)s” has more decimals than its currency has."),
    "bank.does_not_add_up": _(
        "Statement %(name)s: opening balance %(opening)s and lines of together %(lines)s do not make the closing "
        "balance %(closing)s."
    ),
    "bank.pending": _("Statement %(name)s: lines that are only pending were left out: %(count)s."),
    "bank.no_balances": _("Statement %(name)s does not tell both balances, so it could not be checked."),
    "bank.return": _("Money that came back, or a payment taken back: say which receipt it returns."),
}
"""Every sentence that an import of bank lines can give."""


def check_bank(path: Path, *, by: Actor) -> Outcome:
    """Return what `import_bank` would do, and change nothing."""
    return rehearse(lambda: _judge(path), size=size_of(path), by=by)


def import_bank(path: Path, brought: Bringing, *, good_rows: bool = False) -> Outcome:
    """Record the lines of a file: all of them, or, with `good_rows`, those that have no problem; keep the file.

    Raises:
        Refused: the actor may not.
    """
    require(brought.by, MONEY_RECORD)

    def write(outcome: Outcome, rows: Sequence[ReadRow]) -> Wrote:
        fresh = [row for row in rows if row.standing == "new"]
        BankLine.objects.bulk_create(_rows(fresh, at=brought.at), batch_size=2000)
        about = events.bank_file_subject(outcome.file_digest)
        keep_brought(path, brought, Kind.TEXT, event=events.BANK_BROUGHT, about=about, count=len(fresh))
        return Wrote()

    return carry_out(
        lambda: _judge(path),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=BankLine.objects.count,
    )


def _judge(path: Path) -> tuple[Outcome, Sequence[ReadRow] | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    try:
        statements = read_statements(path)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    problems = [problem for one in statements for problem in _balances(one)]
    rows: list[ReadRow] = []
    alike: Counter[str] = Counter()
    for statement in statements:
        for line in statement.lines:
            row, wrong = _row(statement, line, alike)
            rows.append(row)
            problems += wrong
    if not rows:
        return refused_whole(digest, [*problems, Problem("file.no_rows")]), None
    wrong_rows = {problem.row for problem in problems}
    good = [row for row in rows if row.number not in wrong_rows]
    there = set(
        BankLine.objects.filter(reference__in=[row.cells["reference"] for row in good]).values_list(
            "reference", flat=True
        )
    )
    for row in good:
        row.standing = "known" if row.cells["reference"] in there else "new"
    return outcome_of(digest, good, problems, len(rows), shown=_SHOWN, remarks=_remarks(statements)), good


def _balances(statement: FileStatement) -> Iterator[Problem]:
    if not statement.adds_up:
        lines = sum((line.amount for line in statement.lines), Decimal(0))
        told = {"opening": statement.opening, "lines": lines, "closing": statement.closing}
        params = {"name": statement.name, **{key: format(value or 0, "f") for key, value in told.items()}}
        yield Problem("bank.does_not_add_up", params=params)


def _remarks(statements: Sequence[FileStatement]) -> Iterator[Problem]:
    for one in statements:
        if one.pending:
            yield Problem("bank.pending", params={"name": one.name, "count": str(one.pending)})
        if one.opening is None or one.closing is None:
            yield Problem("bank.no_balances", params={"name": one.name})
        yield from (Problem("bank.return", line.number) for line in one.lines if line.is_return)


def _row(statement: FileStatement, line: FileLine, alike: Counter[str]) -> tuple[ReadRow, list[Problem]]:
    """Return a line as a row, and what is wrong with it."""
    amount, problems = _smallest(line.currency, line.amount, line.number)
    given, wrong = ("", ""), list[Problem]()
    if line.instructed is not None:
        units, wrong = _smallest(*line.instructed, line.number)
        given = (line.instructed[0], str(units))
    said = (statement.account, line.booked_on.isoformat(), line.currency, str(line.amount), line.reference, line.payer)
    same = hashlib.sha256("\x1f".join((*said, line.remittance)).encode()).hexdigest()[:12]
    # Two that are alike in all of this are two payments of one day, told apart by their order.
    alike[same] += 1
    name = "-".join(filter(None, (line.reference[:80], line.booked_on.isoformat(), same)))
    cells = {
        "reference": name if alike[same] == 1 else f"{name}-{alike[same]}",
        "account": statement.account,
        "statement": statement.name,
        "booked_on": line.booked_on.isoformat(),
        "currency": line.currency,
        "amount": format(line.amount, "f"),
        "units": str(amount),
        "payer": line.payer,
        "remittance": line.remittance,
        "instructed_currency": given[0],
        "instructed_amount": given[1],
        "is_return": "yes" if line.is_return else "",
    }
    return ReadRow(line.number, cells), [*problems, *wrong]


def _smallest(code: str, amount: Decimal, row: int) -> tuple[int, list[Problem]]:
    currency = currency_of(code)
    if currency is None:
        return 0, [Problem("bank.no_currency", row, "currency", {"text": code[:20]})]
    try:
        return read_amount(format(amount, "f"), currency), []
    except NotAnAmount:
        return 0, [Problem("bank.no_amount", row, "amount", {"text": format(amount, "f")[:40]})]


def _rows(rows: Sequence[ReadRow], *, at: datetime) -> Iterator[BankLine]:
    for row in rows:
        cells = row.cells
        yield BankLine(
            level=Level.PROGRAMME,
            owner=str(ALL),
            reference=cells["reference"],
            account=cells["account"],
            statement=cells["statement"],
            booked_on=cells["booked_on"],
            currency=cells["currency"],
            amount=int(cells["units"]),
            payer=cells["payer"][:300],
            remittance=cells["remittance"][:2000],
            instructed_currency=cells["instructed_currency"],
            instructed_amount=int(cells["instructed_amount"]) if cells["instructed_amount"] else None,
            is_return=bool(cells["is_return"]),
            recorded_at=at,
        )
