"""Tables on their way out: one description, and CSV, XLSX and JSON of exactly what is shown.

Nothing here may know a word of the programme.
"""

from accede.foundation.exports.archives import undated
from accede.foundation.exports.formats import Format, named_format, write
from accede.foundation.exports.http import export_response, wanted_format
from accede.foundation.exports.table import Cell, Column, Kind, Link, Table

__all__ = [
    "Cell",
    "Column",
    "Format",
    "Kind",
    "Link",
    "Table",
    "export_response",
    "named_format",
    "undated",
    "wanted_format",
    "write",
]
