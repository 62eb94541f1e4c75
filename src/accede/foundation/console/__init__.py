"""The base of the command line: lazy groups, exit codes, languages, tables that know how wide a letter is.

Exit codes: 0 fine · 1 the answer is no, or problems were found · 2 wrong usage · 3 the database or the machine.
Nothing here may know a word of the programme.
"""

from accede.foundation.console import startup
from accede.foundation.console.completion import completion
from accede.foundation.console.errors import EXIT_ENVIRONMENT, EXIT_FINE, EXIT_NO, EXIT_USAGE, NoAnswer, Refused
from accede.foundation.console.groups import OPERATOR, Command, LazyGroup, version_option
from accede.foundation.console.options import Reading, reading_options
from accede.foundation.console.output import print_json, print_table, say, tell
from accede.foundation.console.progress import progress_line
from accede.foundation.console.running import run

__all__ = [
    "EXIT_ENVIRONMENT",
    "EXIT_FINE",
    "EXIT_NO",
    "EXIT_USAGE",
    "OPERATOR",
    "Command",
    "LazyGroup",
    "NoAnswer",
    "Reading",
    "Refused",
    "completion",
    "print_json",
    "print_table",
    "progress_line",
    "reading_options",
    "run",
    "say",
    "startup",
    "tell",
    "version_option",
]
