"""Commands that record what the pages of money record: funds, rates, pledges, agreements, receipts, closed periods."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import Refused, say, startup
from accede.foundation.console.fields import field_options
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.problems import UnableTo
from accede.modules.resources.fields.contributions import AGREED, DONOR, FUND, STATED, agreement_of, pledge_of
from accede.modules.resources.fields.funds import CLOSES_ON, RATE_STATED, fund_of, rate_of
from accede.modules.resources.fields.funds import STATED as FUND_STATED
from accede.modules.resources.fields.money import BECAUSE, money_of
from accede.modules.resources.fields.money import STATED as MONEY_STATED
from accede.modules.resources.queries.contributions import key_of_contribution
from accede.modules.resources.queries.funds import fund_of_code
from accede.modules.resources.services.contributions import agree, change_pledge, donors_for, record_pledge
from accede.modules.resources.services.funds import close_period, record_fund, record_rate
from accede.modules.resources.services.money import record_money, take_back


@click.command(name="record")
@field_options(STATED)
@language_option
def record_contribution(*, given: Given, language: str) -> None:  # noqa: ARG001  (it is spoken while this runs)
    """Record a pledge. The donor by its name or key, the fund by its code or key."""
    with as_operator():
        record_pledge(pledge_of(_meant(given)), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="change")
@click.argument("contribution", metavar="REFERENCE")
@field_options(STATED)
@language_option
def change_contribution(*, contribution: str, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Correct the pledge REFERENCE, on which nothing is agreed; what is given replaces all that was stated."""
    with as_operator():
        wanted = pledge_of(_meant(given))
        wanted = replace(wanted, reference=wanted.reference or contribution)
        change_pledge(_contribution(contribution), wanted, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="agree")
@click.argument("contribution", metavar="REFERENCE")
@field_options(AGREED)
@language_option
def agree_contribution(*, contribution: str, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Record the agreement on the pledge REFERENCE; instalments as “DAY AMOUNT”, a line each."""
    with as_operator():
        agree(_contribution(contribution), agreement_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="money")
@click.argument("contribution", metavar="REFERENCE")
@field_options(MONEY_STATED)
@language_option
def contribution_money(*, contribution: str, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Record a receipt, a refund or a write-off of the contribution REFERENCE."""
    with as_operator():
        record_money(_contribution(contribution), money_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="take-back")
@click.argument("entry", type=click.UUID)
@field_options((BECAUSE,))
@language_option
def take_entry_back(*, entry: UUID, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Take ENTRY back, by its key, by an entry with its signs turned; “accede ledger lines” prints the keys."""
    with as_operator():
        take_back(entry, because=given.text(BECAUSE), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="fund")
@field_options(FUND_STATED)
@language_option
def new_fund(*, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Record a fund."""
    with as_operator():
        record_fund(fund_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="rate")
@field_options(RATE_STATED)
@language_option
def new_rate(*, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Record a rate of exchange; “accede import rates” brings whole lists in."""
    with as_operator():
        record_rate(rate_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="close")
@click.argument("fund")
@field_options((CLOSES_ON,))
@language_option
def close_fund(*, fund: str, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Close the books of FUND, by its code, up to a day; a closed period is not opened again."""
    with as_operator():
        found = fund_of_code(fund)
        if found is None:
            raise MayNot
        close_period(found.id, until=given.day(CLOSES_ON), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@contextmanager
def as_operator() -> Iterator[None]:
    """Act as the operator, and tell what is wrong in words."""
    startup.reach_database()
    try:
        with acting(SYSTEM):
            yield
    except UnableTo as error:
        raise Refused("\n".join(error.problems.values())) from error
    except MayNot as error:
        raise Refused(_("There is none of that name. “list” shows those that there are.")) from error


def _contribution(reference: str) -> UUID:
    found = key_of_contribution(SYSTEM, reference)
    if found is None:
        raise MayNot
    return found


def _meant(given: Given) -> Given:
    """Return what was given with the donor and the fund by their keys."""
    donors = {name.casefold(): key for key, name in donors_for(SYSTEM, on=clock.today()).items()}
    donor, fund = given.text(DONOR), fund_of_code(given.text(FUND))
    meant = {
        DONOR.key: donors.get(donor.casefold(), donor),
        FUND.key: str(fund.id) if fund else given.text(FUND),
    }
    return Given({**given.values, **meant})
