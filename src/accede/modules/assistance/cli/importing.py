"""Bring a register of requests in from the command line."""

import click

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.modules.assistance.services import import_requests
from accede.modules.assistance.services.import_requests import RequestsGiven, check_requests


@click.command(name="requests")
@importing_options
@click.option("--written-in", default="", help="The language of rows that do not say theirs, such as fr.")
def import_requests_command(*, importing: Importing, written_in: str) -> None:
    """Register the requests of FILE, a CSV or XLSX table of requests that were kept elsewhere.

    Columns: state, received_on, channel, subject, kinds (several with “;”), beneficiary, language, text, instruments,
    paper, dated_on, wished_from, wished_until.
    """
    given = RequestsGiven(written_in, importing.day_order, importing.options)

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if not importing.applies:
                return check_requests(importing.file, given, by=SYSTEM, at=clock.now())
            return import_requests.import_requests(
                importing.file, given, importing.bringing(), good_rows=importing.good_rows
            )

    importing.run(work, import_requests.WORDS)
