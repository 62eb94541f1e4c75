"""Bring a table of rates of exchange in: the monthly list of the United Nations, or any of the same columns.

A row of the list is a place, not a currency: rows of one currency and day that say the same are one rate. Each list is
taken as partial; a rate that is recorded stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from accede.core.finance.money import DOLLAR
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
    read_said,
    refused_whole,
    rehearse,
)
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.tables import TableFile, explained
from accede.foundation.imports.whole import ReadRow, outcome_of, read_whole
from accede.foundation.texts import folded
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.models import ExchangeRate
from accede.modules.resources.queries.rates import UNITS, currency_of
from accede.modules.resources.services.brought import keep_brought

MOST_ROWS = 50_000
FIRST_DAY = date(1945, 10, 24)
LONGEST_WITHOUT = timedelta(days=35)
"""From one monthly list to the next: lists take effect on the 1st, and on the last day of June and December."""
STRANGE = 20
"""So many times more or less than the rate before: noughts may have been taken off the currency."""
OWN_CODES = {"ZIG": "ZWG"}
"""Codes of the United Nations lists that ISO 4217 never had, with those that it has."""
COLUMNS = ("currency", "effective_from", "units_per_usd", "source", "source_address", "source_day", "place", "name")
_SHOWN = ("currency", "effective_from", "units_per_usd", "source")

WORDS: Words = {
    **FILE_WORDS,
    "rate.no_currency": _("“%(text)s” is not the code of a currency. Codes are those of ISO 4217, such as EUR."),
    "rate.no_rate": _("“%(text)s” is no rate: write figures above nought, a point before at most eight decimals."),
    "rate.no_source": _("Say where the rates are published: in a column “source”, or once for all rows."),
    "rate.of_dollar": _("The books are kept in dollars: a dollar is one dollar."),
    "rate.differs": _("Row %(other)s has another rate of %(currency)s from the same day: %(units)s."),
    "rate.recorded": _("The record has another rate of %(currency)s from this day, %(units)s. What was booked stays."),
    "rate.hole": _(
        "Between %(before)s and %(after)s there is no list with: %(currencies)s. What happens in between is booked at "
        "the rate of %(before)s."
    ),
    "rate.strange": _(
        "One dollar was %(before)s %(currency)s and is %(units)s: look whether the currency has lost noughts or there "
        "is a slip. What is owed in it is not converted."
    ),
}
"""Every sentence that an import of rates can give."""


@dataclass(frozen=True, slots=True)
class RatesGiven:
    """What the person who brings the file says about all of its rows; `source`: where they are published."""

    source: str = ""
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)


def check_rates(path: Path, given: RatesGiven, *, by: Actor) -> Outcome:
    """Return what `import_rates` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given), size=size_of(path), by=by)


def import_rates(path: Path, given: RatesGiven, brought: Bringing, *, good_rows: bool = False) -> Outcome:
    """Record the rates of a file: all of them, or, with `good_rows`, those that have no problem; keep the file.

    Raises:
        Refused: the actor may not.
    """
    require(brought.by, MONEY_RECORD)

    def write(outcome: Outcome, rows: Sequence[ReadRow]) -> Wrote:
        fresh = [row for row in rows if row.standing == "new"]
        # A rate that somebody records by hand at this moment stays.
        ExchangeRate.objects.bulk_create(_rows(fresh, at=brought.at), batch_size=2000, ignore_conflicts=True)
        with path.open("rb") as stream:
            kind = table_kind(stream, "")
        about = events.list_subject(outcome.file_digest)
        keep_brought(path, brought, kind, event=events.RATES_BROUGHT, about=about, count=len(fresh))
        return Wrote()

    return carry_out(
        lambda: _judge(path, given),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=ExchangeRate.objects.count,
    )


def _judge(path: Path, given: RatesGiven) -> tuple[Outcome, Sequence[ReadRow] | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    try:
        said = read_said([("source", given.source, plain_text(300))])
        columns = _columns(needs_source="source" not in said, order=given.day_order)
        rows, problems, count = read_whole(
            _as_rates(open_table(path, given.options)), columns, most_rows=MOST_ROWS, said=said
        )
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    whole = [row for row in rows if not row.unread]
    recorded = _recorded(whole)
    problems.extend(_compare(whole, recorded))
    wrong = {problem.row for problem in problems}
    good = [row for row in whole if row.number not in wrong]
    outcome = outcome_of(digest, good, problems, count, shown=_SHOWN, remarks=_remarks(good, recorded))
    return outcome, good


def _columns(*, needs_source: bool, order: DayOrder | None) -> tuple[Column, ...]:
    day = day_reader(latest=None, earliest=FIRST_DAY, order=order)
    return (
        Column("currency", ("code", "currency code", "f_curr_code"), is_required=True, needs_value=True, read=_code),
        Column(
            "effective_from",
            ("effective date", "effective", "date", "eff_date", "day"),
            is_required=True,
            needs_value=True,
            read=day,
        ),
        Column("units_per_usd", ("rate", "units", "exchange rate"), is_required=True, needs_value=True, read=_units),
        Column("source", ("source title",), is_required=needs_source, needs_value=needs_source, read=plain_text(200)),
        Column("source_address", read=plain_text(300)),
        Column("source_day", read=plain_text(40)),
        Column("place", ("country", "country name", "abbrv_name")),
        Column("name", ("currency name",)),
    )


def _as_rates(table: TableFile) -> TableFile:
    """Return the table with “currency” taken for the currency's name where another column has its code."""
    names = {folded(heading.replace("_", " ")) for heading in table.header}
    has_code = names & {"code", "currency code", "f curr code"}
    return explained(table, (("currency", "name"),)) if has_code and "currency" in names else table


def _code(text: str) -> str:
    code = text.upper()
    code = OWN_CODES.get(code, code)
    if currency_of(code) is None:
        raise CellRefused("rate.no_currency", text=text[:60])
    return code


def _units(text: str) -> str:
    if UNITS.fullmatch(text) is None or not Decimal(text):
        raise CellRefused("rate.no_rate", text=text[:60])
    return format(Decimal(text).normalize(), "f")


Recorded = Mapping[str, Mapping[str, Decimal]]
"""By currency and day, as ISO text, the units of one dollar."""


def _recorded(rows: Sequence[ReadRow]) -> Recorded:
    found: dict[str, dict[str, Decimal]] = defaultdict(dict)
    codes = {row.cells["currency"] for row in rows}
    there = ExchangeRate.objects.filter(currency__in=codes).values_list("currency", "effective_on", "units")
    for currency, day, units in there:
        found[currency][day.isoformat()] = units
    return found


def _compare(rows: Sequence[ReadRow], recorded: Recorded) -> Iterator[Problem]:
    """Say of each row whether the record has it, and yield what contradicts another row or the record."""
    seen: dict[tuple[str, str], ReadRow] = {}
    for row in rows:
        currency, day, units = (row.cells[name] for name in ("currency", "effective_from", "units_per_usd"))
        there = recorded.get(currency, {}).get(day)
        first = seen.setdefault((currency, day), row)
        row.standing = "known" if first is not row or there is not None or currency == DOLLAR.code else "new"
        told = {"currency": currency}
        if currency == DOLLAR.code and Decimal(units) != 1:
            yield Problem("rate.of_dollar", row.number, "units_per_usd")
        elif first.cells["units_per_usd"] != units:
            other = {"other": str(first.number), "units": first.cells["units_per_usd"]}
            yield Problem("rate.differs", row.number, "units_per_usd", told | other)
        elif there is not None and there != Decimal(units):
            yield Problem(
                "rate.recorded", row.number, "units_per_usd", told | {"units": format(there.normalize(), "f")}
            )


def _remarks(rows: Sequence[ReadRow], recorded: Recorded) -> Iterator[Problem]:
    """Yield the holes, one for all currencies that have the same, and rates that are of another order than before."""
    series: dict[str, dict[str, tuple[Decimal, int]]] = defaultdict(dict)
    for currency, known in recorded.items():
        series[currency] |= {day: (units, 0) for day, units in known.items()}
    for row in rows:
        if row.standing == "new":
            units = Decimal(row.cells["units_per_usd"])
            series[row.cells["currency"]][row.cells["effective_from"]] = (units, row.number)
    holes: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for currency, days in series.items():
        ordered = sorted(days.items())
        for (before, (was, old)), (after, (now, new)) in pairwise(ordered):
            if not (old or new):
                continue
            if date.fromisoformat(after) - date.fromisoformat(before) > LONGEST_WITHOUT:
                holes[before, after].append((new or old, currency))
            if not was < now * STRANGE or not now < was * STRANGE:
                told = {"before": format(was.normalize(), "f"), "units": format(now.normalize(), "f")}
                yield Problem("rate.strange", new or old, "units_per_usd", told | {"currency": currency})
    for (before, after), found in sorted(holes.items()):
        currencies = sorted(currency for _row, currency in found)
        told_of = {"before": before, "after": after, "currencies": currencies}
        yield Problem("rate.hole", min(number for number, _currency in found), "effective_from", told_of)


def _rows(rows: Sequence[ReadRow], *, at: datetime) -> Iterator[ExchangeRate]:
    for row in rows:
        source = ", ".join(filter(None, (row.cells[name] for name in ("source", "source_address", "source_day"))))
        yield ExchangeRate(
            currency=row.cells["currency"],
            effective_on=date.fromisoformat(row.cells["effective_from"]),
            units=Decimal(row.cells["units_per_usd"]),
            source=source[:300],
            recorded_at=at,
        )
