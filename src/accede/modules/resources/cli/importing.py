"""Bring rates of exchange, expenditure and lines of the bank in from the command line."""

import click

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.modules.resources.services import import_bank, import_expenditure, import_rates
from accede.modules.resources.services.import_expenditure import ExpenditureGiven, check_expenditure
from accede.modules.resources.services.import_rates import RatesGiven, check_rates


@click.command(name="rates")
@importing_options
@click.option("--published", default="", help="Where the rates are published, for rows that do not say it.")
def import_rates_command(*, importing: Importing, published: str) -> None:
    """Record the rates of exchange of FILE, a CSV or XLSX table.

    Columns: currency, effective_from, units_per_usd (units for one United States dollar), source.
    """
    given = RatesGiven(published, importing.day_order, importing.options)

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if not importing.applies:
                return check_rates(importing.file, given, by=SYSTEM)
            bringing = importing.bringing()
            return import_rates.import_rates(importing.file, given, bringing, good_rows=importing.good_rows)

    importing.run(work, import_rates.WORDS)


@click.command(name="expenditure")
@importing_options
def import_expenditure_command(*, importing: Importing) -> None:
    """Record the expenditure of FILE, a CSV or XLSX extract of the accounts, against what is committed for it.

    Columns: document, day, commitment, object, amount (US$, without programme support cost), state, partner, note.
    """
    given = ExpenditureGiven(importing.day_order, importing.options)

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if not importing.applies:
                return check_expenditure(importing.file, given, by=SYSTEM, at=clock.now())
            bringing = importing.bringing()
            return import_expenditure.import_expenditure(importing.file, given, bringing, good_rows=importing.good_rows)

    importing.run(work, import_expenditure.WORDS)


@click.command(name="bank")
@importing_options
def import_bank_command(*, importing: Importing) -> None:
    """Record the lines of FILE, a statement of the bank as CAMT.053 or MT940.

    Nothing is posted by this: on the site a person says to which contribution a line belongs.
    """

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if not importing.applies:
                return import_bank.check_bank(importing.file, by=SYSTEM)
            return import_bank.import_bank(importing.file, importing.bringing(), good_rows=importing.good_rows)

    importing.run(work, import_bank.WORDS)
