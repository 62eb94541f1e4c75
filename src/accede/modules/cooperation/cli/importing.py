"""Bring a list of bilateral treaties into the record from the command line."""

import click

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.source_options import source_options
from accede.modules.cooperation.services.import_columns import WORDS
from accede.modules.cooperation.services.import_treaties import Given, check_treaties, import_treaties
from accede.modules.reference.services.sources import AUTHORITIES


@click.command(name="treaties")
@importing_options
@click.option("--state", help="Whose list it is, for files that name the partner only.")
@source_options(authorities=AUTHORITIES, authority="government")
def import_treaties_command(
    *, importing: Importing, state: str | None, source: str | None, new_source: NewSource | None
) -> None:
    """Bring bilateral treaties into the record from FILE, a CSV or XLSX table.

    Columns: state_a, state_b, kind (extradition, mla, both), status, signed_on, in_force_on, terminated_on, title,
    source, note.
    """
    given = Given(state, source, new_source, importing.day_order, importing.options)

    def work(progress: Progress) -> Outcome:
        if not importing.applies:
            return check_treaties(importing.file, given, by=SYSTEM, at=clock.now(), progress=progress)
        return import_treaties(
            importing.file, given, importing.bringing(), good_rows=importing.good_rows, progress=progress
        )

    importing.run(work, WORDS)
