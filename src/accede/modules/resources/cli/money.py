"""`accede contributions list` and `accede ledger`: what was given, what the books say, and the books as a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import Reading, Refused, reading_options, say
from accede.foundation.console.fields import print_things
from accede.foundation.console.output import print_json, print_table
from accede.foundation.texts import format_amount, listed
from accede.foundation.writing import write_whole
from accede.modules.resources.cli.beancount import beancount
from accede.modules.resources.fields.codes import ACCOUNTS
from accede.modules.resources.fields.contributions import (
    COMMITTED,
    CURRENCY,
    DONOR_NAME,
    DUE,
    FREE,
    FUND_CODE,
    PLEDGED,
    RECEIVED,
    REFERENCE,
    SHOWN,
    SPENT,
    STAGE,
)
from accede.modules.resources.fields.funds import FundFacts
from accede.modules.resources.fields.money import LINE_SHOWN
from accede.modules.resources.queries.contributions import contributions_visible_to
from accede.modules.resources.queries.funds import fund_of_code, recorded_funds
from accede.modules.resources.queries.ledger import lines_visible_to
from accede.modules.resources.queries.sums import dollars, trial_balance_of

_IN_BRIEF = (REFERENCE, DONOR_NAME, FUND_CODE, STAGE, PLEDGED, CURRENCY, DUE, RECEIVED, SPENT, COMMITTED, FREE)


@click.command(name="list")
@reading_options
def contributions(*, reading: Reading) -> None:
    """List the contributions as they stand at the end of a day; what is pledged is not money."""
    _no_knowledge(reading)
    with acting(SYSTEM):
        found = contributions_visible_to(SYSTEM, on=reading.on).all()
        print_things(SHOWN if reading.as_json else _IN_BRIEF, found, as_json=reading.as_json)


@click.command(name="balance")
@click.argument("fund")
@reading_options
def balance(fund: str, *, reading: Reading) -> None:
    """Print the trial balance of FUND, by its code, at the end of a day."""
    _no_knowledge(reading)
    with _fund(fund) as found:
        sums = trial_balance_of(found.id, on=reading.on, reader=SYSTEM)
    if reading.as_json:
        print_json({account.value: format(dollars(cents), "f") for account, cents in sums.items()})
        return
    rows = [[str(ACCOUNTS[account]), *_sides(cents)] for account, cents in sums.items()]
    debits = sum(cents for cents in sums.values() if cents > 0)
    credits_ = -sum(cents for cents in sums.values() if cents < 0)
    rows.append([_("Total"), format_amount(dollars(debits)), format_amount(dollars(credits_))])
    print_table([_("Account"), _("Debit, US$"), _("Credit, US$")], rows)


@click.command(name="lines")
@click.argument("fund")
@reading_options
def lines(fund: str, *, reading: Reading) -> None:
    """Print the lines of FUND booked by the end of a day; debits are above nought, credits below."""
    _no_knowledge(reading)
    with _fund(fund) as found:
        print_things(LINE_SHOWN, lines_visible_to(SYSTEM, on=reading.on, fund=found.id).all(), as_json=reading.as_json)


@click.command(name="beancount")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@reading_options
def beancount_file(file: Path, *, reading: Reading) -> None:
    """Write the books as FILE for beancount, so that “bean-check FILE” confirms that they add up."""
    _no_knowledge(reading)
    with acting(SYSTEM):
        found = lines_visible_to(SYSTEM, on=reading.on).all()
    text = "\n".join(beancount(found, title="Accede", on=reading.on))
    try:
        write_whole(file, f"{text}\n".encode())
    except OSError as error:
        words = _("%(file)s cannot be written: %(problem)s.")
        raise Refused(words % {"file": file, "problem": error.strerror}) from error
    say(_("Lines written: %(count)s.") % {"count": len(found)})


@contextmanager
def _fund(code: str) -> Iterator[FundFacts]:
    with acting(SYSTEM):
        found = fund_of_code(code)
        if found is None:
            codes = listed(one.code for one in recorded_funds().all())
            words = _("There is no fund “%(code)s”. The funds are: %(codes)s.")
            raise Refused(words % {"code": code, "codes": codes or "–"})
        yield found


def _no_knowledge(reading: Reading) -> None:
    if reading.known is not None:
        raise Refused(_("The books have no --known: what is booked by a day is asked with --on."))


def _sides(cents: int) -> tuple[str, str]:
    amount = format_amount(dollars(abs(cents)))
    return (amount, "") if cents >= 0 else ("", amount)
