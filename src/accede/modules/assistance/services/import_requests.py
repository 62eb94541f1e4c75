"""Bring an existing register of requests in from a table: read, check, preview, and, if asked, apply.

Each row comes in as a request that was received on its day; what has become of it since is recorded by its steps, with
their gates. A row is known where its owner has a request of the same day, subject and reference of the letter.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accede.foundation.access import ALL, Actor, require
from accede.foundation.fields import Words as Label
from accede.foundation.files.checking import table_kind
from accede.foundation.files.storing import store_original
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
from accede.foundation.imports.whole import ReadRow, outcome_of, read_whole
from accede.foundation.texts import folded
from accede.modules.assistance.access import REQUESTS_HANDLE
from accede.modules.assistance.fields.codes import KINDS, LANGUAGES, PAPERS
from accede.modules.assistance.fields.requests import PaperDetails, RequestDetails
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.services.filing import register_request
from accede.modules.assistance.services.stating import problems_with
from accede.modules.identity.queries.scopes import state_names
from accede.modules.treaties.queries.register import Register, current_register

MOST_ROWS = 5000
FIRST_DAY = date(1945, 10, 24)
COLUMNS = (
    "state", "received_on", "channel", "subject", "kinds", "beneficiary", "language", "text", "instruments", "paper",
    "dated_on", "wished_from", "wished_until",
)  # fmt: skip
_SHOWN = ("state", "received_on", "subject", "kinds")
_LISTED = ", ".join

WORDS: Words = {
    **FILE_WORDS,
    "request.no_state": _("No State is known as “%(text)s”. Write its code, such as MLI, or its name."),
    "request.no_state_then": _("There was no State %(state)s on %(day)s."),
    "request.no_kind": _("“%(text)s” is no kind of assistance. Kinds: %(known)s."),
    "request.no_channel": _("A request does not come by “%(text)s”. It comes by: %(known)s."),
    "request.no_language": _("“%(text)s” is none of the six languages: %(known)s."),
    "request.no_instrument": _("No instrument has the key “%(text)s”. Keys are such as FINANCING-1999."),
    "request.wished_until": _("The last day that is wished lies before the first, or before the request came."),
    "request.dated_on": _("The letter would be dated later than it came."),
}
"""Every sentence that an import of requests can give."""


@dataclass(frozen=True, slots=True)
class RequestsGiven:
    """What the person who brings the file says about all of its rows; `language`: of rows that do not say theirs."""

    language: str = ""
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)


def check_requests(path: Path, given: RequestsGiven, *, by: Actor, at: datetime) -> Outcome:
    """Return what `import_requests` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given, at=at), size=size_of(path), by=by)


def import_requests(path: Path, given: RequestsGiven, brought: Bringing, *, good_rows: bool = False) -> Outcome:
    """Register the requests of a file: all of them, or, with `good_rows`, those that have no problem; keep the file.

    Raises:
        Refused: the actor may not register requests of every State.
    """
    require(brought.by, REQUESTS_HANDLE, on=ALL)

    def write(outcome: Outcome, rows: Sequence[ReadRow]) -> Wrote:
        for row in rows:
            if row.standing == "new":
                paper, stated = _paper(row), _stated(row)
                register_request(paper, stated, by=brought.by, at=brought.at, face=brought.face)
        with path.open("rb") as stream:
            kind = table_kind(stream, "")
        about = f"requests:{outcome.file_digest}"
        store_original(path, name=brought.name or path.name, kind=kind, about=about, by=brought.by, at=brought.at)
        return Wrote()

    return carry_out(
        lambda: _judge(path, given, at=brought.at),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=AssistanceRequest.objects.count,
    )


def _judge(path: Path, given: RequestsGiven, *, at: datetime) -> tuple[Outcome, Sequence[ReadRow] | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    try:
        said = read_said([("language", given.language, _reader("request.no_language", LANGUAGES))])
        columns = _columns(needs_language="language" not in said, order=given.day_order, today=at.date())
        rows, problems, count = read_whole(open_table(path, given.options), columns, most_rows=MOST_ROWS, said=said)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    whole = [row for row in rows if not row.unread]
    problems.extend(_compare(whole))
    wrong = {problem.row for problem in problems}
    good = [row for row in whole if row.number not in wrong]
    return outcome_of(digest, good, problems, count, shown=_SHOWN), good


def _columns(*, needs_language: bool, order: DayOrder | None, today: date) -> tuple[Column, ...]:
    past = day_reader(latest=today, earliest=FIRST_DAY, order=order)
    any_day = day_reader(latest=None, earliest=FIRST_DAY, order=order)
    kinds = _several(_reader("request.no_kind", KINDS))
    channel, language = _reader("request.no_channel", PAPERS), _reader("request.no_language", LANGUAGES)
    register = current_register()
    state = _state(register, frozenset(state_names(on=date.max)))
    return (
        Column("state", ("country", "requesting state"), is_required=True, needs_value=True, read=state),
        Column("received_on", ("received", "date received"), is_required=True, needs_value=True, read=past),
        Column("channel", ("how it came", "form"), is_required=True, needs_value=True, read=channel),
        Column("subject", ("title",), is_required=True, needs_value=True, read=plain_text(200)),
        Column("kinds", ("kind", "type of assistance"), is_required=True, needs_value=True, read=kinds),
        Column("beneficiary", ("authority",), is_required=True, needs_value=True, read=plain_text(300)),
        Column("language", is_required=needs_language, needs_value=needs_language, read=language),
        Column("text", ("what is asked", "request"), read=plain_text(20_000)),
        Column("instruments", ("instrument",), read=_several(_instrument(register))),
        Column("paper", ("reference", "letter"), read=plain_text(100)),
        Column("dated_on", ("dated", "date of letter"), read=past),
        Column("wished_from", read=any_day),
        Column("wished_until", read=any_day),
    )


def _reader(code: str, known: Mapping[str, Label]) -> Callable[[str], str]:
    """Return what reads a code, or its words in whichever of the six languages."""
    meant = {folded(key): key for key in known}
    for language in LANGUAGES:
        with override(language):
            meant |= {folded(str(words)): key for key, words in known.items()}

    def read(text: str) -> str:
        found = meant.get(folded(text))
        if found is None:
            raise CellRefused(code, text=text[:60], known=_LISTED(known))
        return found

    return read


def _several(read: Callable[[str], str]) -> Callable[[str], str]:
    """Return what reads several in one cell, with a semicolon between them."""
    return lambda text: ";".join(dict.fromkeys(read(one.strip()) for one in text.split(";") if one.strip()))


def _instrument(register: Register) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.upper() not in register.instruments:
            raise CellRefused("request.no_instrument", text=text[:60])
        return text.upper()

    return read


def _state(register: Register, states: frozenset[str]) -> Callable[[str], str]:
    """Return what reads a State's code or name, from what was looked up once for the whole file."""

    def read(text: str) -> str:
        code = text.upper() if len(text) == 3 else None
        found = code if code in states else register.finder.state(text)
        if found is None:
            raise CellRefused("request.no_state", text=text[:60])
        return found

    return read


def _compare(rows: Sequence[ReadRow]) -> Iterator[Problem]:
    """Say of each row whether the record has it, and yield what is wrong with it as a whole."""
    there = set(
        AssistanceRequest.objects.exclude(reference="").values_list("state_code", "received_on", "subject", "paper")
    )
    known = current_register().states
    for row in rows:
        day = date.fromisoformat(row.cells["received_on"])
        key = (row.cells["state"], day, row.cells["subject"], row.cells["paper"])
        row.standing = "known" if key in there else "new"
        there.add(key)
        state = known.get(row.cells["state"])  # None for an invented one
        if state is not None and not state.is_state_on(day):
            told = {"state": row.cells["state"], "day": day.isoformat()}
            yield Problem("request.no_state_then", row.number, "state", told)
        wrong = problems_with(_stated(row), received_on=day)
        yield from (Problem(f"request.{column}", row.number, column) for column in wrong)


def _paper(row: ReadRow) -> PaperDetails:
    received_on = date.fromisoformat(row.cells["received_on"])
    return PaperDetails(row.cells["state"], None, row.cells["channel"], received_on)


def _stated(row: ReadRow) -> RequestDetails:
    cells = row.cells

    def day(name: str) -> date | None:
        return date.fromisoformat(cells[name]) if cells[name] else None

    return RequestDetails(
        subject=cells["subject"],
        kinds=tuple(cells["kinds"].split(";")),
        beneficiary=cells["beneficiary"],
        language=cells["language"],
        text=cells["text"] or cells["subject"],
        instruments=tuple(filter(None, cells["instruments"].split(";"))),
        wished_from=day("wished_from"),
        wished_until=day("wished_until"),
        paper=cells["paper"],
        dated_on=day("dated_on"),
    )
