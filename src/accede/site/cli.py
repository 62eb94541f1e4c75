"""The command `accede`: composes the commands of all modules. Nothing is read before it is needed."""

import os
import sys

from accede.foundation.console import Command, LazyGroup, completion, run, version_option

_TREATIES = "accede.modules.treaties.cli"
_COOPERATION = "accede.modules.cooperation.cli"

IMPORTS = LazyGroup(
    "import",
    {
        "acts": Command(f"{_TREATIES}.importing:import_acts_command", "Bring acts into the record from CSV or XLSX."),
        "treaties": Command(
            f"{_COOPERATION}.importing:import_treaties_command", "Bring bilateral treaties in from CSV or XLSX."
        ),
    },
    summary="Bring tables into the record: check them first, then apply.",
)
EXPORTS = LazyGroup(
    "export",
    {
        "standing": Command(f"{_TREATIES}.exporting:standing", "Where a State stands under each instrument."),
        "parties": Command(f"{_TREATIES}.exporting:parties", "The parties to an instrument."),
        "acts": Command(f"{_TREATIES}.exporting:acts", "Acts by day."),
        "instruments": Command(f"{_TREATIES}.exporting:instruments", "The instruments."),
        "states": Command(f"{_TREATIES}.exporting:states", "The States and areas."),
    },
    summary="Write tables as CSV, XLSX or JSON.",
)
PLANS = LazyGroup(
    "plan",
    {"accessions": Command(f"{_COOPERATION}.plan:accessions", "Which accessions would open most.")},
    summary="Plan what would open most.",
)
CHECKS = LazyGroup(
    "check",
    {"data": Command(f"{_TREATIES}.checking:check_data", "Check that the record is consistent with itself.")},
    summary="Check what is there.",
)
LOADS = LazyGroup(
    "load",
    {"facts": Command("accede.site.commands:load_facts", "Load the facts that ship with the product.")},
    summary="Load what ships.",
)
DATABASE = LazyGroup(
    "database",
    {
        "status": Command(
            "accede.site.commands:database_status", "Say whether the database answers.", needs_django=False
        ),
        "stop": Command("accede.site.commands:database_stop", "Stop the database of this machine.", needs_django=False),
    },
    summary="The database of this installation.",
)
MESSAGES = LazyGroup(
    "messages",
    {"compile": Command("accede.site.commands:compile_messages", "Compile the translations.", needs_django=False)},
    summary="The translations.",
)

ROOT = LazyGroup(
    "accede",
    {
        "standing": Command(f"{_TREATIES}.reading:standing", "Where a State stands under the instruments on a day."),
        "parties": Command(f"{_TREATIES}.reading:parties", "The States bound by an instrument on a day."),
        "acts": Command(f"{_TREATIES}.reading:acts", "Acts by day, the latest first."),
        "instruments": Command(f"{_TREATIES}.reading:instruments", "The instruments."),
        "states": Command(f"{_TREATIES}.reading:states", "The States and areas."),
        "bases": Command(f"{_COOPERATION}.bases:bases", "On which legal bases one State can turn to another."),
        "network": Command(f"{_COOPERATION}.network:network", "The network of legal bases on a day."),
        "plan": Command("accede.site.cli:PLANS", "Plan what would open most.", needs_django=False),
        "import": Command("accede.site.cli:IMPORTS", "Bring tables into the record.", needs_django=False),
        "export": Command("accede.site.cli:EXPORTS", "Write tables as CSV, XLSX or JSON.", needs_django=False),
        "check": Command("accede.site.cli:CHECKS", "Check what is there.", needs_django=False),
        "load": Command("accede.site.cli:LOADS", "Load what ships.", needs_django=False),
        "serve": Command("accede.site.commands:serve", "Serve the site on this machine.", needs_django=False),
        "database": Command("accede.site.cli:DATABASE", "The database of this installation.", needs_django=False),
        "messages": Command("accede.site.cli:MESSAGES", "The translations.", needs_django=False),
    },
    summary="The treaty register on the command line.",
    epilogue=(
        "Exit codes: 0 fine; 1 the answer is no, or problems were found; 2 wrong usage; 3 the database or the machine."
    ),
)
ROOT.add_command(completion)
ROOT.params.append(version_option())


def main() -> None:
    """Run the command of this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    sys.exit(run(ROOT))


if __name__ == "__main__":
    main()
