"""Record pledges, correct them while nothing is agreed, and record the agreements that bind."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.finance.facts import of_agreement
from accede.core.finance.money import DOLLAR, Currency, NotAnAmount, read_amount, written
from accede.core.finance.support_cost import STANDARD
from accede.foundation.access import Actor, Level, Scope, require
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.foundation.saving import save_once
from accede.foundation.search.writing import keep_found
from accede.foundation.texts import listed
from accede.modules.identity.queries.organisations import organisations_visible_to
from accede.modules.identity.queries.scopes import state_names
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.contributions import AGREED, STATED, AgreementDetails, PledgeDetails
from accede.modules.resources.models import Contribution, Fund, Instalment
from accede.modules.resources.queries.rates import currency_of, rate_for
from accede.modules.resources.services.funds import unknown_currency
from accede.modules.resources.services.posting import Fact, locked, place_of, post

_PER_CENT = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)
Problems = dict[str, str]


def donors_for(actor: Actor, *, on: date) -> dict[str, str]:
    """Return the organisations that are donors on a day: keys and names."""
    found = organisations_visible_to(actor, on=on).all()
    return {str(one.id): one.name for one in found if "donor" in one.roles and one.ended_on is None}


@transaction.atomic
def record_pledge(new: PledgeDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Record a pledge, which is no money yet: nothing is posted. Return its key.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or its reference is another one's.
    """
    require(by, MONEY_RECORD)
    row = Contribution(recorded_at=at, level=Level.PROGRAMME)
    _write(row, new, by=by, at=at)
    _tell(events.PLEDGE_RECORDED, row, {}, _stated(new), by=by, at=at, face=face)
    return row.id


@transaction.atomic
def change_pledge(contribution: UUID, wanted: PledgeDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Correct a pledge on which nothing is agreed.

    Raises:
        Refused: the actor may not, or there is no such contribution.
        UnableTo: it is not described whole, its reference is another one's, or it is agreed.
    """
    row = locked(contribution, by=by)
    if row.agreed_on is not None:
        raise UnableTo({"": _("This contribution is agreed; what was pledged stays as it is.")})
    before = _as_recorded(row)
    _write(row, wanted, by=by, at=at)
    _tell(events.PLEDGE_CHANGED, row, before, _stated(wanted), by=by, at=at, face=face)


@transaction.atomic
def agree(contribution: UUID, wanted: AgreementDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record the agreement that binds the donor without conditions, and post what it owes from then on.

    Raises:
        Refused: the actor may not, or there is no such contribution.
        UnableTo: it is not described whole, its instalments are not the amount, its day has no rate, or it is agreed.
    """
    row = locked(contribution, by=by)
    if row.agreed_on is not None:
        raise UnableTo({"": _("This contribution is agreed already.")})
    currency = currency_of(row.currency)
    problems = problems_of(AGREED, wanted)
    instalments: dict[date, int] = {}
    if currency is not None and "instalments" not in problems:
        instalments = _instalments(wanted.instalments, currency, row.amount, problems)
    rate = _support_rate(wanted, problems)
    day = wanted.agreed_on
    if day is not None and day < row.pledged_on:
        problems["agreed_on"] = _("This day lies before the day of the pledge.")
    elif day is not None and day > at.date():
        problems["agreed_on"] = _("This day lies ahead. Write the day when it has come.")
    exchange = rate_for(row.currency, day) if day is not None else None
    if day is not None and exchange is None:
        problems.setdefault("agreed_on", no_rate(row.currency, day))
    if problems or day is None or currency is None or exchange is None:
        raise UnableTo(problems)
    row.agreed_on, row.agreement = day, wanted.agreement
    row.support_rate, row.support_exception = rate, wanted.support_exception
    row.save(update_fields=["agreed_on", "agreement", "support_rate", "support_exception"])
    keep_found("contribution", [row.id])
    Instalment.objects.bulk_create(
        Instalment(contribution=row, donor=row.donor_id, due_on=due_on, amount=amount)
        for due_on, amount in sorted(instalments.items())
    )
    post(row, Fact("agreement", day), of_agreement(place_of(row), row.amount, currency, exchange), at=at)
    stated = values_of(AGREED, wanted)
    _tell(events.AGREED, row, {}, stated, by=by, at=at, face=face)


def amount_in(text: str, currency: Currency, problems: Problems, field: str) -> int:
    """Return an amount above nought in smallest units; 0 where it is none, which is added to the problems."""
    try:
        amount = read_amount(text, currency)
    except NotAnAmount as wrong:
        problems[field] = _not_an_amount(wrong)
        return 0
    if amount <= 0 or amount >= 10**17:
        problems[field] = _("Write an amount above nought, of at most fifteen figures.")
        return 0
    return amount


def no_rate(currency: str, day: date) -> str:
    """Return what to say where a currency has no rate on a day."""
    words = _("There is no rate of exchange for %(currency)s on %(day)s. Record the rate first.")
    return words % {"currency": currency, "day": day}


def _not_an_amount(wrong: NotAnAmount) -> str:
    words = {"text": wrong.text, "currency": wrong.currency.code, "decimals": wrong.currency.decimals}
    if wrong.decimals is not None:
        return _("“%(text)s” has more decimals than %(currency)s has, which is %(decimals)s.") % words
    return _("“%(text)s” is no amount. Write it in figures, a point before the decimals.") % words


def _write(row: Contribution, wanted: PledgeDetails, *, by: Actor, at: datetime) -> None:
    problems = problems_of(STATED, wanted)
    currency = currency_of(wanted.currency)
    if "currency" not in problems and currency is None:
        problems["currency"] = unknown_currency(wanted.currency)
    amount = 0
    if currency is not None and "amount" not in problems:
        amount = amount_in(wanted.amount, currency, problems, "amount")
    if wanted.donor is not None and str(wanted.donor) not in donors_for(by, on=at.date()):
        problems["donor"] = _("Choose the donor, an organisation recorded as one.")
    if wanted.fund is not None and not Fund.objects.filter(id=wanted.fund).exists():
        problems["fund"] = _("Choose the fund.")
    _look_at_states(wanted, problems, on=wanted.pledged_on or at.date())
    if wanted.pledged_on is not None and wanted.pledged_on > at.date():
        problems["pledged_on"] = _("This day lies ahead. Write the day when it has come.")
    if wanted.spend_from and wanted.spend_until and wanted.spend_until < wanted.spend_from:
        problems["spend_until"] = _("This day lies before the first day on which it may be spent.")
    if problems or wanted.donor is None or wanted.fund is None or wanted.pledged_on is None:
        raise UnableTo(problems)
    row.reference, row.donor_id, row.fund_id = wanted.reference, wanted.donor, wanted.fund
    row.owner = str(Scope(ORGANISATION, str(wanted.donor)))
    row.pledged_on, row.currency, row.amount, row.purpose = wanted.pledged_on, wanted.currency, amount, wanted.purpose
    row.states, row.not_states, row.regions = [*wanted.states], [*wanted.not_states], [*wanted.regions]
    row.themes, row.kinds = [*wanted.themes], [*wanted.kinds]
    row.spend_from, row.spend_until = wanted.spend_from, wanted.spend_until
    save_once(row, {"reference": _("A contribution with this reference is recorded already.")})
    keep_found("contribution", [row.id])


def _look_at_states(wanted: PledgeDetails, problems: Problems, *, on: date) -> None:
    if not wanted.states and not wanted.not_states:
        return
    known = state_names(on=on)
    for key, codes in (("states", wanted.states), ("not_states", wanted.not_states)):
        if unknown := [code for code in codes if code not in known]:
            problems[key] = _("No State of that day has the code: %(codes)s.") % {"codes": listed(unknown)}
    if twice := [code for code in wanted.states if code in wanted.not_states]:
        problems["not_states"] = _("Both for and not for: %(codes)s.") % {"codes": listed(twice)}


def _instalments(text: str, currency: Currency, total: int, problems: Problems) -> dict[date, int]:
    found: dict[date, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        day_text, _space, amount_text = line.strip().partition(" ")
        if not day_text:
            continue
        wrong: Problems = {}
        try:
            day = date.fromisoformat(day_text)
        except ValueError:
            wrong["day"] = _("“%(text)s” is not a day. Write it as year-month-day.") % {"text": day_text}
        amount = amount_in(amount_text, currency, wrong, "amount")
        if not wrong and day in found:
            wrong["day"] = _("There are two instalments of one day.")
        if wrong:
            words = _("Line %(number)s: %(problem)s") % {"number": number, "problem": " ".join(wrong.values())}
            problems["instalments"] = f"{problems.get('instalments', '')} {words}".strip()
        else:
            found[day] = amount
    if "instalments" not in problems and sum(found.values()) != total:
        problems["instalments"] = _("Together the instalments are not the amount of the pledge.")
    return found


def _support_rate(wanted: AgreementDetails, problems: Problems) -> Decimal:
    if "support_rate" in problems:
        return STANDARD
    if _PER_CENT.fullmatch(wanted.support_rate) is None:
        problems["support_rate"] = _("Write a number of per cent from 0 to 99, with at most two decimals.")
        return STANDARD
    rate = Decimal(wanted.support_rate).scaleb(-2)
    if rate != STANDARD and not wanted.support_exception:
        problems["support_exception"] = _("Write who allowed another rate than the standard.")
    return rate


def _stated(details: PledgeDetails) -> dict[str, object]:
    stated = values_of(STATED, details)
    return stated | {"donor": NameOf(details.donor) if details.donor else None}


def _as_recorded(row: Contribution) -> dict[str, object]:
    return _stated(
        PledgeDetails(
            row.reference, row.donor_id, row.fund_id, row.pledged_on, row.currency,
            str(written(row.amount, currency_of(row.currency) or DOLLAR)), row.purpose, tuple(row.states),
            tuple(row.not_states), tuple(row.regions), tuple(row.themes), tuple(row.kinds), row.spend_from,
            row.spend_until,
        )
    )  # fmt: skip


def _tell(
    event: EventType,
    row: Contribution,
    before: Mapping[str, object],
    after: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
    face: Face,
) -> None:
    about = events.contribution_subject(row.id, donor=row.donor_id)
    record(event, about=about, by=by, at=at, face=face, before=before, after=after, contribution=row.reference)
