"""Bring nominations for an event in from a table: read, check, preview, and, if asked, apply; good rows can go alone.

A row is known where its State has nominated somebody of the same names and year for the event. Names are shown to
whoever brings the file, since they stand in it, and are kept nowhere but in the nominations: the file is not kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accede.core.training.nominations import birth_year, is_possible_year, key_of_name, problem_of_name
from accede.foundation.access import Actor
from accede.foundation.audit.recording import record
from accede.foundation.fields import Words as Label
from accede.foundation.imports import (
    Bringing,
    CellRefused,
    Column,
    FileRefused,
    Options,
    Outcome,
    Problem,
    carry_out,
    open_table,
    plain_text,
    refused_whole,
    rehearse,
)
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.whole import ReadRow, outcome_of, read_whole
from accede.foundation.texts import folded
from accede.modules.training import events
from accede.modules.training.fields.codes import FUNCTIONS, LANGUAGES, SEXES
from accede.modules.training.fields.people import Nomination
from accede.modules.training.models import Call, Participant
from accede.modules.training.services.nominating import held_call, is_email, is_open, names_there, write_nomination

MOST_ROWS = 2000
COLUMNS = ("given_name", "family_name", "sex", "birth_year", "organisation", "post", "function", "language", "email")
_SHOWN = ("given_name", "family_name", "birth_year", "organisation", "function")

WORDS: Words = {
    **FILE_WORDS,
    "training.two": _("Two persons seem to stand in one cell: “%(text)s”. Give each a row."),
    "training.figures": _("A name has no figures: “%(text)s”."),
    "training.no_letters": _("A name has letters: “%(text)s”."),
    "training.year": _(
        "“%(text)s” is no year of birth of an official. Write the year alone, in the Gregorian calendar."
    ),
    "training.no_sex": _("“%(text)s” is none of: %(known)s. It may be left empty."),
    "training.no_function": _("“%(text)s” is no function. Functions: %(known)s."),
    "training.no_language": _("“%(text)s” is none of the six languages: %(known)s."),
    "training.email": _("“%(text)s” is no e-mail address."),
    "training.twice": _("This official stands in the file twice."),
    "training.closed": _("Nominations for this event are closed."),
}
"""Every sentence that an import of nominations can give."""


def check_nominations(path: Path, options: Options, call: UUID, *, by: Actor, at: datetime) -> Outcome:
    """Return what `import_nominations` would do, and change nothing.

    Raises:
        Refused: there is no such call for the actor, or they may not nominate for its State.
    """
    return rehearse(lambda: _judge(path, options, held_call(call, by=by), at=at), size=size_of(path), by=by)


def import_nominations(
    path: Path, options: Options, call: UUID, brought: Bringing, *, good_rows: bool = False
) -> Outcome:
    """Nominate the officials of a file: all of them, or, with `good_rows`, those that have no problem.

    Raises:
        Refused: there is no such call for the actor, or they may not nominate for its State.
    """

    def write(_outcome: Outcome, rows: Sequence[ReadRow]) -> Wrote:
        row = held_call(call, by=brought.by)
        new = [one for one in rows if one.standing == "new"]
        for one in new:
            write_nomination(row, _nomination(one), by=brought.by, at=brought.at)
        about = events.event_subject(row.event_id, row.belongs_to)
        by, at, face = brought.by, brought.at, brought.face
        if new:
            count = len(new)
            what = events.NOMINATIONS_BROUGHT
            record(what, about=about, by=by, at=at, face=face, training=row.title, count=count)
        return Wrote()

    return carry_out(
        lambda: _judge(path, options, held_call(call, by=brought.by), at=brought.at),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=Participant.objects.count,
    )


def _judge(path: Path, options: Options, call: Call, *, at: datetime) -> tuple[Outcome, Sequence[ReadRow] | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    if not is_open(call, on=at.date()):
        return refused_whole(digest, [Problem("training.closed")]), None
    try:
        columns = _columns(in_year=call.first_day.year)
        rows, problems, count = read_whole(open_table(path, options), columns, most_rows=MOST_ROWS)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    whole = [row for row in rows if not row.unread]
    problems.extend(_compare(whole, call))
    wrong = {problem.row for problem in problems}
    good = [row for row in whole if row.number not in wrong]
    return outcome_of(digest, good, problems, count, shown=_SHOWN), good


def _columns(*, in_year: int) -> tuple[Column, ...]:
    def year(text: str) -> str:
        found = birth_year(text)
        if found is None or not is_possible_year(found, in_year=in_year):
            raise CellRefused("training.year", text=text[:60])
        return str(found)

    sex, function = _Reads("training.no_sex", SEXES), _Reads("training.no_function", FUNCTIONS)
    language = _Reads("training.no_language", LANGUAGES)
    return (
        Column("given_name", ("given names", "first name", "prénoms", "الاسم"), is_required=True, read=_given),
        Column("family_name", ("surname", "nom", "اللقب"), is_required=True, needs_value=True, read=_family),
        Column("sex", ("gender", "sexe"), read=sex),
        Column("birth_year", ("year of birth", "année de naissance"), read=year),
        Column("organisation", ("authority", "institution"), is_required=True, needs_value=True, read=plain_text(200)),
        Column("post", ("title", "position", "poste"), read=plain_text(200)),
        Column("function", ("fonction",), is_required=True, needs_value=True, read=function),
        Column("language", ("langue",), is_required=True, needs_value=True, read=language),
        Column("email", ("e-mail",), read=_email),
    )


def _given(text: str) -> str:
    return _name(text, is_given=True)


def _family(text: str) -> str:
    return _name(text, is_given=False)


def _name(text: str, *, is_given: bool) -> str:
    name = " ".join(text.split()) if "\n" not in text else text
    if wrong := problem_of_name(name, is_given=is_given):
        raise CellRefused(f"training.{wrong}", text=text[:60])
    return plain_text(100)(name) or ""


def _email(text: str) -> str:
    if not is_email(text):
        raise CellRefused("training.email", text=text[:60])
    return text


class _Reads:
    """Reads a code, or its words in whichever of the six languages."""

    def __init__(self, code: str, known: Mapping[str, Label]) -> None:
        self.code = code
        self.known = [key for key in known if key]
        self.meant = {folded(key): key for key in self.known}
        for language in LANGUAGES:
            with override(language):
                self.meant |= {folded(str(known[key])): key for key in self.known}

    def __call__(self, text: str) -> str:
        found = self.meant.get(folded(text))
        if found is None:
            raise CellRefused(self.code, text=text[:60], known=", ".join(self.known))
        return found


def _compare(rows: Sequence[ReadRow], call: Call) -> Iterator[Problem]:
    """Say of each row whether its official is nominated already, and yield those that stand in the file twice."""
    there, met = names_there(call.event_id, call.state_code), set()
    for row in rows:
        year = int(row.cells["birth_year"]) if row.cells["birth_year"] else None
        key = (key_of_name(row.cells["given_name"], row.cells["family_name"]), year)
        if key in met:
            yield Problem("training.twice", row.number, "family_name")
        met.add(key)
        row.standing = "known" if key in there else "new"


def _nomination(row: ReadRow) -> Nomination:
    cells = row.cells
    return Nomination(
        given=cells["given_name"],
        family=cells["family_name"],
        sex=cells["sex"],
        birth_year=cells["birth_year"],
        organisation=cells["organisation"],
        post=cells["post"],
        function=cells["function"],
        language=cells["language"],
        email=cells["email"],
    )
