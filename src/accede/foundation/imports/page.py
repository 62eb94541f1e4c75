"""A page that brings a table into the record: give a file, see what it would change, then say so.

The file is kept for who brought it between the two, and what was said of it stands in a sealed form field: what
is brought in is what was shown. One way for all tables; a module says which one, and where to go afterwards.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.apart.limits import Limits
from accede.foundation.audit import Face
from accede.foundation.imports import checking_apart, choosing
from accede.foundation.imports.bringing import Bringing, Brought
from accede.foundation.imports.checking_apart import Done, Work
from accede.foundation.imports.encodings import ENCODINGS
from accede.foundation.imports.form import (
    COMMON,
    MOST_BYTES,
    Wrong,
    day_orders,
    encodings,
    name_of,
    read_form,
    separators,
    taken,
)
from accede.foundation.imports.problem_file import write_problems
from accede.foundation.imports.problems import Problem, Words, explain, told_once
from accede.foundation.imports.results import Outcome, Sample, refused_whole
from accede.foundation.listings import Option
from accede.foundation.problems import listed_problems

SHOWN_PROBLEMS = 100
_VALID_SECONDS = 24 * 3600
_WAIT_SECONDS = 4
_turns = threading.BoundedSemaphore(2)
"""Of the threads that answer, some are always left to those who only read."""
_ONLY_LOOKS = frozenset({"encoding", "again"})


@dataclass(frozen=True, slots=True)
class SaidField:
    """Something that a table of this kind lets one say of all rows: a text, or one of `options`."""

    name: str
    label: str
    hint: str = ""
    options: Sequence[Option] = ()
    any_words: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one such page, in the reader's language; without `authorities`, no source is asked for.

    `files`: what is said of the file, where it is no table of columns.
    """

    title: str
    lede: str
    columns: str
    fields: Sequence[SaidField]
    authorities: Sequence[Option] = ()
    authority: str = ""
    files: str = ""


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One page that brings in tables of a kind.

    Attributes:
        key: of the sealed form field; stays for ever.
        words: every sentence that the import can give.
        wording: asked for with each request, since it depends on the language.
        check, carry_out: functions of a module: what the services of the kind do.
        onwards: the address of what the table has become part of.
        waiting: the address of a file that waits for a second person, where some do.
        columns: what headings can be taken for, where the program does not know them.
        fixed: what the page itself says of all rows; `form`, `outcome`: its templates.
        more: what else the templates need.
    """

    key: str
    words: Words
    wording: Callable[[], Wording]
    check: Work
    carry_out: Work
    onwards: Callable[[], str]
    waiting: Callable[[int], str] = str
    columns: Sequence[str] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    form: str = "importing/form.html"
    outcome: str = "importing/outcome.html"
    more: Mapping[str, object] = field(default_factory=dict)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Show the form, what a file would change, or lead on to what it has changed."""
        if request.method != "POST":
            return self._form(request, {}, {})
        if "kept" in request.POST:
            return self._go_on(request)
        values = {name: request.POST.get(name, "").replace("\x00", "").strip()[:2000] for name in self._names()}
        values |= self.fixed
        values["columns"] = choosing.written(choosing.remembered(request, self.key))
        problems: Wrong = {}
        file = taken(request, problems)
        brought = self._read(request, file, values, problems)
        if brought is None:
            return self._form(request, values, problems)
        name = name_of(request)
        found = self._in_turn(self.check, brought, self._bringing(request, name))
        return self._shown(request, found, brought, {"file": file, "name": name, "values": values})

    def _go_on(self, request: HttpRequest) -> HttpResponse:
        """Bring in what was shown, or give its problems as a file."""
        problems: Wrong = {}
        try:
            kept = signing.loads(request.POST["kept"], salt=self.key, max_age=_VALID_SECONDS)
        except signing.BadSignature:
            kept = {"file": "", "name": "", "values": {}}
        if request.POST.get("do") == "encoding":
            # Anything else that was said stays; only how the file is written is said anew.
            kept["values"]["encoding"] = request.POST.get("encoding", "")[:40]
        if request.POST.get("do") == "columns":
            return self._choose(request, kept)
        brought = self._read(request, kept["file"], kept["values"], problems) if kept.get("file") else None
        if brought is None:
            problems["file"] = _("What was shown is no longer here. Give the file again.")
            return self._form(request, kept["values"], problems)
        bringing = self._bringing(request, kept["name"])
        if request.POST.get("do") == "problems":
            return self._problem_file(self._in_turn(self.check, brought, bringing)[0])
        if request.POST.get("do") in _ONLY_LOOKS:
            return self._shown(request, self._in_turn(self.check, brought, bringing), brought, kept)
        good = replace(brought, good_rows="good_rows" in request.POST)
        found = self._in_turn(self.carry_out, good, bringing, checking_apart.TO_BRING_IN)
        outcome, _guessed = found
        if outcome.proposed is not None:
            messages.success(request, _("%(file)s waits for a second person.") % {"file": kept["name"]})
            return HttpResponseRedirect(self.waiting(outcome.proposed))
        if not outcome.applied:
            return self._shown(request, found, brought, kept)
        messages.success(
            request,
            _("%(file)s is in the record. New: %(new)s; changed: %(changed)s.")
            % {"file": kept["name"], "new": outcome.new, "changed": outcome.changed},
        )
        return HttpResponseRedirect(request.path)

    def _choose(self, request: HttpRequest, kept: dict[str, Any]) -> HttpResponse:
        """Read the file again with what its headings were said to mean, and remember that for the next one."""
        problems: Wrong = {}
        brought = self._read(request, kept["file"], kept["values"], problems) if kept.get("file") else None
        if brought is None:
            problems["file"] = _("What was shown is no longer here. Give the file again.")
            return self._form(request, kept["values"], problems)
        said = choosing.chosen(request.POST, choosing.headings_of(brought.path, brought.options), self.columns)
        kept["values"]["columns"] = choosing.written(said)
        brought = replace(brought, options=replace(brought.options, columns=tuple(said.items())))
        found = self._in_turn(self.check, brought, self._bringing(request, kept["name"]))
        response = self._shown(request, found, brought, kept)
        choosing.remember(request, response, self.key, said)
        return response

    def _in_turn(
        self, work: Work, brought: Brought, bringing: Bringing, limits: Limits = checking_apart.TO_CHECK
    ) -> Done:
        """Check or bring in a file, few at once: whoever only reads pages is to be answered as ever."""
        if not _turns.acquire(timeout=_WAIT_SECONDS):
            return refused_whole("", [Problem("file.busy")]), None
        try:
            return checking_apart.done(work, brought, bringing, limits)
        finally:
            _turns.release()

    def _read(self, request: HttpRequest, file: str, values: Mapping[str, str], problems: Wrong) -> Brought | None:
        authorities = {one.value for one in self.wording().authorities}
        return read_form(file, values, problems, by=actor_of(request), authorities=authorities)

    def _bringing(self, request: HttpRequest, name: str) -> Bringing:
        return Bringing(actor_of(request), Face.WEB, clock.now(), name)

    def _names(self) -> tuple[str, ...]:
        return (*COMMON, *(one.name for one in self.wording().fields))

    def _form(self, request: HttpRequest, values: Mapping[str, str], problems: Wrong) -> HttpResponse:
        wording = self.wording()
        context = {
            "wording": wording,
            "values": {"source_authority": wording.authority, **values},
            "fields": [(one, values.get(one.name, ""), problems.get(one.name, "")) for one in wording.fields],
            "summary": listed_problems(problems),
            "wrong": problems,
            "separators": separators(),
            "day_orders": day_orders(),
            "encodings": encodings(),
            "most": MOST_BYTES >> 20,
            "onwards": self.onwards(),
            **self.more,
        }
        status = HTTPStatus.BAD_REQUEST if problems else HTTPStatus.OK
        return render(request, self.form, context, status=status)

    def _shown(self, request: HttpRequest, found: Done, brought: Brought, kept: Mapping[str, object]) -> HttpResponse:
        outcome, guessed = found
        good, told = outcome.new + outcome.changed, told_once(outcome.problems)
        context = {
            "wording": self.wording(),
            "outcome": outcome,
            "name": kept["name"],
            "kept": signing.dumps(kept, salt=self.key, compress=True),
            "problems": [(one, explain(one.problem, self.words)) for one in told[:SHOWN_PROBLEMS]],
            "shown": SHOWN_PROBLEMS,
            "is_cut": len(told) > SHOWN_PROBLEMS or outcome.problem_count > len(outcome.problems),
            "remarks": [(one, explain(one, self.words)) for one in outcome.remarks[:SHOWN_PROBLEMS]],
            "told": [explain(one, self.words) for one in outcome.told],
            "samples": samples_of(outcome),
            "can_go_on": good > 0,
            "leaves_out": not outcome.is_clean,
            "is_busy": "file.busy" in outcome.by_code,
            "guessed": ENCODINGS.get(guessed or ""),
            "encoding": brought.options.encoding or guessed or "",
            "encodings": encodings(),
            "headings": self._headings(outcome, brought),
            "columns": choosing.options_of(self.columns),
            "address": request.path,
            **self.more,
        }
        return render(request, self.outcome, context)

    def _headings(self, outcome: Outcome, brought: Brought) -> list[choosing.HeadingChoice]:
        """Return the headings to choose columns for: where some are not known, or were chosen before."""
        said = dict(brought.options.columns)
        is_needed = any(code.startswith("columns.") for code in outcome.by_code)
        if not is_needed and not said:
            return []
        found = choosing.choices(choosing.headings_of(brought.path, brought.options), said)
        return found if is_needed or any(one.chosen != choosing.AS_IT_SAYS for one in found) else []

    def _problem_file(self, outcome: Outcome) -> HttpResponse:
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="accede-problems.csv"'
        response.write("\ufeff")
        write_problems(outcome, response, self.words)
        return response


def samples_of(outcome: Outcome) -> list[tuple[str, list[tuple[Sample, str, str]]]]:
    """Return some of the rows that are new and that change, each as what it says and what was said before."""
    titles = {"new": _("New, for example:"), "changed": _("Changed, for example:")}
    return [(titles[status], [_line(one) for one in rows]) for status, rows in outcome.samples.items()]


def _line(sample: Sample) -> tuple[Sample, str, str]:
    before = [value for key, value in sample.before.items() if sample.cells.get(key) != value]
    return sample, " · ".join(sample.cells.values()), " · ".join(before)
