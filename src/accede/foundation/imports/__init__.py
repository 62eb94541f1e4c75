"""Read → check → preview → apply, for every table that comes in.

A file is opened (`open_table`), its headings are matched (`match_headings`), its rows stream into a temporary table
(`Staging`), each different cell text is read once (`Column.read`), checks between rows are set-based SQL, and what is
wrong becomes `Problem`s: data, with row and column, all of them at once. Nothing here may know a word of the programme.
"""

from accede.foundation.imports.bringing import Bringing
from accede.foundation.imports.cells import CellRefused, day_reader, plain_text
from accede.foundation.imports.columns import Column, match_headings, read_said
from accede.foundation.imports.deciding import carry_out, rehearse
from accede.foundation.imports.opening import open_table
from accede.foundation.imports.problems import FileRefused, Problem, explain
from accede.foundation.imports.progress import Progress, silent
from accede.foundation.imports.results import Outcome, Sample, refused_whole
from accede.foundation.imports.staging import Staging, stage_file
from accede.foundation.imports.tables import Options, TableFile

__all__ = [
    "Bringing",
    "CellRefused",
    "Column",
    "FileRefused",
    "Options",
    "Outcome",
    "Problem",
    "Progress",
    "Sample",
    "Staging",
    "TableFile",
    "carry_out",
    "day_reader",
    "explain",
    "match_headings",
    "open_table",
    "plain_text",
    "read_said",
    "refused_whole",
    "rehearse",
    "silent",
    "stage_file",
]
