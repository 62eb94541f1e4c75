"""Statements: of a donor, of a fund, of a biennium, and the trial balance; as page, DOCX, PDF and XLSX."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.finance.statements import Biennium
from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.tree import Document
from accede.foundation.documents.workbook import workbook_response
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.pages import BadInput
from accede.foundation.pages.asat import read_day
from accede.foundation.pages.parameters import shortened, takes
from accede.modules.reference.queries.states import all_states
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ
from accede.modules.resources.queries.contributions import contributions_visible_to
from accede.modules.resources.queries.funds import fund_of_key, recorded_funds
from accede.modules.resources.queries.statements import free_at, fund_statement_of, sums_between
from accede.modules.resources.queries.sums import trial_balance_of
from accede.modules.resources.web.parts import section
from accede.modules.resources.words.biennium import BienniumFacts, biennium_document
from accede.modules.resources.words.statements import donor_document, fund_document, trial_document

_FORMATS = ("docx", "pdf", "xlsx")
FIRST_YEAR = 1946


@opens_to(CONTRIBUTIONS_READ)
@takes()
def statements(request: HttpRequest) -> HttpResponse:
    """List the statements that the reader may have."""
    actor, today = actor_of(request), clock.today()
    donors = {one.donor: one.donor_name for one in contributions_visible_to(actor, on=today).all()}
    may_all = can(actor, LEDGER_READ)
    bienniums = [Biennium(year) for year in (2008, *range(Biennium.of(today).year - 2, today.year + 1, 2))]
    context = {
        **section(request, "statements"),
        "title": _("Statements"),
        "bienniums": [
            Link(f"{one.year}–{one.year + 1}", f"{reverse('resources:statement-of-biennium')}?year={one.year}")
            for one in (bienniums if may_all else [])
        ],
        "funds": [
            (one.name, reverse("resources:statement-of-fund", args=[one.id]), reverse("resources:trial", args=[one.id]))
            for one in (recorded_funds().all() if may_all else [])
        ],
        "donors": [
            Link(name, reverse("resources:statement-of-donor", args=[key]))
            for key, name in sorted(donors.items(), key=lambda one: one[1])
        ],
    }
    return render(request, "resources/statements.html", context)


@opens_to(CONTRIBUTIONS_READ)
@takes("on", "format")
def statement_of_donor(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Show what a donor gave and what became of it, to its own people and to those who keep the money."""
    actor, language = actor_of(request), get_language() or "en"
    asked = _Asked(request.GET)
    on = asked.day("on") or clock.today()
    asked.done()
    seen = contributions_visible_to(actor, on=on, donor=organisation).all()
    if not seen and not contributions_visible_to(actor, on=clock.today(), donor=organisation).count().number:
        raise Refused
    sums = sums_between(actor, None, on, donor=organisation, by=("contribution", "spent_on", "purpose"))
    name = seen[0].donor_name if seen else "–"
    document = donor_document(name, sorted(seen, key=lambda one: one.reference), sums, on, language)
    return _answer(request, document, f"statement-{on}", {"on": on})


@opens_to(LEDGER_READ)
@takes("from", "until", "format")
def statement_of_fund(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Show what came in and what was used of a fund over a period."""
    found = or_refuse(fund_of_key(fund))
    asked = _Asked(request.GET)
    until = asked.day("until") or clock.today()
    first = asked.day("from") or Biennium.of(until).first
    if first > until:
        asked.problems.append(_("The last day lies before the first one."))
    asked.done()
    statement = fund_statement_of(actor_of(request), fund, first, until)
    document = fund_document(found, statement, first, until, get_language() or "en")
    return _answer(request, document, f"fund-{found.code}-{until}", {"from": first, "until": until})


@opens_to(LEDGER_READ)
@takes("on", "format")
def trial(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Show the trial balance of a fund."""
    found = or_refuse(fund_of_key(fund))
    asked = _Asked(request.GET)
    on = asked.day("on") or clock.today()
    asked.done()
    balance = trial_balance_of(fund, on=on, reader=actor_of(request))
    document = trial_document(found, balance, on, get_language() or "en")
    return _answer(request, document, f"trial-balance-{found.code}-{on}", {"on": on})


@opens_to(LEDGER_READ)
@takes("year", "until", "format")
def statement_of_biennium(request: HttpRequest) -> HttpResponse:
    """Show the report on expenditure of a biennium."""
    actor, language, today = actor_of(request), get_language() or "en", clock.today()
    asked = _Asked(request.GET)
    biennium = asked.biennium("year")
    until = asked.day("until") or min(biennium.last, today)
    if not biennium.first <= until <= biennium.last:
        words = _("The cut-off lies in the biennium, from %(first)s to %(last)s.")
        asked.problems.append(words % {"first": biennium.first, "last": biennium.last})
    asked.done()
    known = all_states()
    facts = BienniumFacts(
        biennium=biennium,
        until=until,
        sums=sums_between(actor, biennium.first, until, by=("fund", "spent_on", "state")),
        free=free_at(actor, until),
        funds={str(one.id): (one.category, one.name) for one in recorded_funds().all()},
        states={code: one.name(language) for code, one in known.items()},
        regions={code: one.group_on(until) or "" for code, one in known.items()},
    )
    document = biennium_document(facts, language)
    return _answer(
        request, document, f"expenditure-{biennium.year}-{biennium.year + 1}", {"year": biennium.year, "until": until}
    )


class _Asked:
    """What the address of a statement asks; all that is wrong is told at once."""

    def __init__(self, query: QueryDict) -> None:
        self._query = query
        self.problems: list[str] = []
        self.format = query.get("format", "")
        if self.format not in {"", *_FORMATS}:
            words = _("There is no format “%(name)s”. Tables can be had as %(formats)s.")
            self.problems.append(words % {"name": shortened(self.format), "formats": ", ".join(_FORMATS)})

    def day(self, name: str) -> date | None:
        return read_day(self._query.get(name, ""), today=clock.today(), problems=self.problems)

    def biennium(self, name: str) -> Biennium:
        today = clock.today()
        text = self._query.get(name, "") or str(Biennium.of(today).year)
        if not (text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= today.year):
            words = _("“%(text)s” is no year from %(first)s to %(last)s.")
            self.problems.append(words % {"text": shortened(text), "first": FIRST_YEAR, "last": today.year})
            return Biennium.of(today)
        return Biennium.of(date(int(text), 1, 1))

    def done(self) -> None:
        if self.problems:
            raise BadInput(self.problems)


def _answer(request: HttpRequest, document: Document, name: str, asked: Mapping[str, date | int]) -> HttpResponse:
    chosen = request.GET.get("format", "")
    if chosen == "xlsx":
        return workbook_response(document, name=name)
    if chosen:
        return file_response(document, DocumentFormat(chosen), name=name)
    fields = [(key, value) for key, value in asked.items() if isinstance(value, date)]
    labels = {"on": _("At the end of the day"), "from": _("From"), "until": _("Until")}
    carried = {key: value for key, value in asked.items() if isinstance(value, int)}
    said = {key: str(value) for key, value in asked.items()}
    context = {
        **section(request, "statements"),
        "title": document.title,
        "body": html_of(document),
        "days": [(key, labels[key], value) for key, value in fields],
        "carried": carried,
        "files": [Link(one.upper(), f"{request.path}?{urlencode(said | {'format': one})}") for one in _FORMATS],
    }
    return render(request, "resources/statement.html", context)


urlpatterns = [
    path("statements/", statements, name="statements"),
    path("statements/biennium/", statement_of_biennium, name="statement-of-biennium"),
    path("statements/donors/<uuid:organisation>/", statement_of_donor, name="statement-of-donor"),
    path("statements/funds/<uuid:fund>/", statement_of_fund, name="statement-of-fund"),
    path("statements/funds/<uuid:fund>/trial-balance/", trial, name="trial"),
]
