"""Bring acts into the record from the command line."""

import click

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.source_options import source_options
from accede.modules.reference.services.sources import AUTHORITIES
from accede.modules.treaties.services.import_acts import WORDS, Given, check_acts, import_acts


@click.command(name="acts")
@importing_options
@click.option("--instrument", help="The instrument of rows that name none.")
@source_options(authorities=AUTHORITIES, authority="secondary")
def import_acts_command(
    *, importing: Importing, instrument: str | None, source: str | None, new_source: NewSource | None
) -> None:
    """Bring acts into the record from FILE, a CSV or XLSX table.

    Columns: instrument, state, kind, on, in_force_on, reservation_noted, source, subject, effective_on, depositary,
    withdraws, note. A depositary's own participant table (Participant, Signature, Accession(a) …) is read as well:
    say --instrument and --source.
    """
    given = Given(instrument, source, new_source, importing.day_order, importing.options)

    def work(progress: Progress) -> Outcome:
        if not importing.applies:
            return check_acts(importing.file, given, by=SYSTEM, at=clock.now(), progress=progress)
        return import_acts(
            importing.file, given, importing.bringing(), good_rows=importing.good_rows, progress=progress
        )

    importing.run(work, WORDS)
