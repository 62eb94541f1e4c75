"""The command `accede`: composes the commands of all modules. Nothing is read before it is needed."""

import gc
import os
import sys

from accede.foundation.console import OPERATOR, Command, LazyGroup, completion, run, version_option

_TREATIES = "accede.modules.treaties.cli"
_PEOPLE = "accede.modules.identity.cli.people"
_ORGANISATIONS = "accede.modules.identity.cli.organisations"
_MANDATES = "accede.modules.mandates.cli"
_SEARCH = "accede.foundation.search.cli"
_BACKUP = "accede.foundation.backup.cli"
_COOPERATION_APP = "accede.modules.cooperation"
_COOPERATION = f"{_COOPERATION_APP}.cli"
_RESOURCES = "accede.modules.resources.cli"
_REGISTER_APPS = ("accede.modules.reference", "accede.modules.treaties")


def _of_register(place: str, summary: str) -> Command:
    """Return a command that reads the register and nothing else."""
    return Command(f"{_TREATIES}.{place}", summary, apps=_REGISTER_APPS, opens_to=OPERATOR)


def _of_cooperation(place: str, summary: str) -> Command:
    """Return a command that reads the register and what stands beside it."""
    return Command(f"{_COOPERATION}.{place}", summary, apps=(*_REGISTER_APPS, _COOPERATION_APP), opens_to=OPERATOR)


IMPORTS = LazyGroup(
    "import",
    {
        "acts": Command(
            f"{_TREATIES}.importing:import_acts_command",
            "Bring acts into the record from CSV or XLSX.",
            opens_to=OPERATOR,
        ),
        "treaties": Command(
            f"{_COOPERATION}.importing:import_treaties_command",
            "Bring bilateral treaties in from CSV or XLSX.",
            opens_to=OPERATOR,
        ),
        "rates": Command(
            f"{_RESOURCES}.importing:import_rates_command",
            "Record rates of exchange from CSV or XLSX.",
            opens_to=OPERATOR,
        ),
        "expenditure": Command(
            f"{_RESOURCES}.importing:import_expenditure_command",
            "Record expenditure from CSV or XLSX.",
            opens_to=OPERATOR,
        ),
        "requests": Command(
            "accede.modules.assistance.cli.importing:import_requests_command",
            "Register requests that were kept elsewhere.",
            opens_to=OPERATOR,
        ),
        "plans": Command(
            "accede.modules.coordination.cli.plans:import_plans_command",
            "Bring in what a body plans.",
            opens_to=OPERATOR,
        ),
        "bank": Command(
            f"{_RESOURCES}.importing:import_bank_command",
            "Record lines of the bank, CAMT.053 or MT940.",
            opens_to=OPERATOR,
        ),
        "list": Command("accede.site.imports:list_imports", "List what was imported.", opens_to=OPERATOR),
        "proposed": Command(
            "accede.site.imports:list_proposed", "List what waits for a second person.", opens_to=OPERATOR
        ),
        "confirm": Command("accede.site.imports:confirm_import", "Confirm what a person proposed.", opens_to=OPERATOR),
        "decline": Command("accede.site.imports:decline_import", "Decline what was proposed.", opens_to=OPERATOR),
        "take-back": Command("accede.site.imports:take_import_back", "Take an import back.", opens_to=OPERATOR),
    },
    summary="Bring tables into the record: check them first, then apply; take them back.",
)
EXPORTS = LazyGroup(
    "export",
    {
        "standing": _of_register("exporting:standing", "Where a State stands under each instrument."),
        "parties": _of_register("exporting:parties", "The parties to an instrument."),
        "acts": _of_register("exporting:acts", "Acts by day."),
        "instruments": _of_register("exporting:instruments", "The instruments."),
        "states": _of_register("exporting:states", "The States and areas."),
    },
    summary="Write tables as CSV, XLSX or JSON.",
)
PLANS = LazyGroup(
    "plan",
    {"accessions": _of_cooperation("plan:accessions", "Which accessions would open most.")},
    summary="Plan what would open most.",
)
CHECKS = LazyGroup(
    "check",
    {
        "data": Command(
            f"{_TREATIES}.checking:check_data", "Check that the record is consistent with itself.", opens_to=OPERATOR
        )
    },
    summary="Check what is there.",
)
LOADS = LazyGroup(
    "load",
    {
        "facts": Command(
            "accede.site.commands:load_facts", "Load the facts that ship with the product.", opens_to=OPERATOR
        ),
        "index": Command(f"{_SEARCH}:index_command", "Make the index of the search anew.", opens_to=OPERATOR),
    },
    summary="Load what ships.",
)
LETTERS = LazyGroup(
    "letters",
    {
        "list": Command("accede.foundation.outbox.cli:list_letters", "What became of letters.", opens_to=OPERATOR),
        "bounced": Command(
            "accede.foundation.outbox.cli:bounced", "Note that letters to an address came back.", opens_to=OPERATOR
        ),
    },
    summary="Letters: sent, not delivered, came back.",
)
_TEMPLATES = "accede.foundation.documents.templates.cli"
TEMPLATES = LazyGroup(
    "templates",
    {
        "list": Command(f"{_TEMPLATES}:list_templates", "Fields, and the templates in use.", opens_to=OPERATOR),
        "check": Command(f"{_TEMPLATES}:check_template", "Say what is wrong with a template.", opens_to=OPERATOR),
        "keep": Command(f"{_TEMPLATES}:keep_command", "Put a template into use.", opens_to=OPERATOR),
        "save": Command(f"{_TEMPLATES}:save_template", "Save the template in use.", opens_to=OPERATOR),
    },
    summary="Templates of the office, edited in Word.",
)
AUDIT = LazyGroup(
    "audit",
    {
        "verify": Command(
            "accede.foundation.audit.cli:verify",
            "Walk the chain of the record and name a broken link.",
            opens_to=OPERATOR,
        ),
        "checkpoint": Command(
            "accede.foundation.audit.cli:checkpoint", "Sign where the chain of the record stands.", opens_to=OPERATOR
        ),
    },
    summary="The record of who did what.",
)
BACKUP = LazyGroup(
    "backup",
    {
        "make": Command(
            f"{_BACKUP}:make",
            "Write the database and the kept files into one archive.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "check": Command(
            f"{_BACKUP}:check",
            "Say whether an archive is whole and can be restored.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "restore": Command(
            f"{_BACKUP}:restore", "Restore an archive into an empty database.", needs_django=False, opens_to=OPERATOR
        ),
        "list": Command(f"{_BACKUP}:list_archives", "List archives.", needs_django=False, opens_to=OPERATOR),
    },
    summary="Back-ups: the database, the kept files, and, apart, the keys.",
)
PEOPLE = LazyGroup(
    "people",
    {
        "invite": Command(
            f"{_PEOPLE}:invite_person", "Invite a person; the first administrator comes in this way.", opens_to=OPERATOR
        ),
        "list": Command(f"{_PEOPLE}:list_people", "List people and open invitations.", opens_to=OPERATOR),
        "revoke": Command(f"{_PEOPLE}:revoke", "Take an invitation back.", opens_to=OPERATOR),
        "links": Command(f"{_PEOPLE}:sample_links", "Print sign-in links for the sample people.", opens_to=OPERATOR),
    },
    summary="People: the first administrator, invitations, samples.",
)
ORGANISATIONS = LazyGroup(
    "organisations",
    {
        "list": Command(f"{_ORGANISATIONS}:list_organisations", "List the organisations.", opens_to=OPERATOR),
        "record": Command(f"{_ORGANISATIONS}:record", "Record an organisation.", opens_to=OPERATOR),
        "change": Command(f"{_ORGANISATIONS}:change", "Correct an organisation.", opens_to=OPERATOR),
        "end": Command(
            f"{_ORGANISATIONS}:end", "Record that an organisation has ended or was joined.", opens_to=OPERATOR
        ),
    },
    summary="Organisations for which people act.",
)
DATABASE = LazyGroup(
    "database",
    {
        "status": Command(
            "accede.site.commands:database_status",
            "Say whether the database answers.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "start": Command(
            "accede.site.commands:database_start",
            "Start the database of this machine and leave it up.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "stop": Command(
            "accede.site.commands:database_stop",
            "Stop the database of this machine.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
    },
    summary="The database of this installation.",
)
MANDATES = LazyGroup(
    "mandates",
    {
        "read": Command(f"{_MANDATES}.read:read_command", "Read resolutions without storing them.", opens_to=OPERATOR),
        "import": Command(
            f"{_MANDATES}.importing:import_command", "Bring resolutions into the record.", opens_to=OPERATOR
        ),
        "show": Command(f"{_MANDATES}.showing:show_command", "One mandate with its duties.", opens_to=OPERATOR),
        "due": Command(f"{_MANDATES}.showing:due_command", "What is due when.", opens_to=OPERATOR),
        "adopted": Command(
            f"{_MANDATES}.adopting:adopted_command", "Record what became of a draft.", opens_to=OPERATOR
        ),
        "review": Command(
            f"{_MANDATES}.adopting:review_command", "Keep, update or end a mandate, and why.", opens_to=OPERATOR
        ),
        "diff": Command(f"{_MANDATES}.showing:diff_command", "Two resolutions compared.", opens_to=OPERATOR),
        "lint": Command(
            f"{_MANDATES}.showing:lint_command", "Dates that cannot be, duties nobody owes.", opens_to=OPERATOR
        ),
    },
    summary="Resolutions read as paragraphs, duties, conditions and dates.",
)
MESSAGES = LazyGroup(
    "messages",
    {
        "compile": Command(
            "accede.site.commands:compile_messages", "Compile the translations.", needs_django=False, opens_to=OPERATOR
        )
    },
    summary="The translations.",
)

ROOT = LazyGroup(
    "accede",
    {
        "standing": _of_register("register:standing", "Where a State stands under the instruments on a day."),
        "parties": _of_register("register:parties", "The States bound by an instrument on a day."),
        "acts": _of_register("register:acts", "Acts by day, the latest first."),
        "changes": _of_register("register:changes", "What changed since a day."),
        "instruments": _of_register("register:instruments", "The instruments."),
        "states": _of_register("register:states", "The States and areas."),
        "search": Command(
            f"{_SEARCH}:search_command", "Find anything by any of its names, in six languages.", opens_to=OPERATOR
        ),
        "bases": _of_cooperation("bases:bases", "On which legal bases one State can turn to another."),
        "network": _of_cooperation("network:network", "The network of legal bases on a day."),
        "plan": Command("accede.site.cli:PLANS", "Plan what would open most.", needs_django=False, opens_to=OPERATOR),
        "scenarios": Command(
            f"{_COOPERATION}.saved_scenarios:scenarios", "Who keeps what-if scenarios.", opens_to=OPERATOR
        ),
        "mandates": Command(
            "accede.site.cli:MANDATES", "Resolutions read as duties.", needs_django=False, opens_to=OPERATOR
        ),
        "import": Command(
            "accede.site.cli:IMPORTS", "Bring tables into the record.", needs_django=False, opens_to=OPERATOR
        ),
        "refresh": Command(
            f"{_TREATIES}.refreshing:refresh_command",
            "How old the depositaries' lists are; bring a newer one.",
            opens_to=OPERATOR,
        ),
        "export": Command(
            "accede.site.cli:EXPORTS", "Write tables as CSV, XLSX or JSON.", needs_django=False, opens_to=OPERATOR
        ),
        "check": Command("accede.site.cli:CHECKS", "Check what is there.", needs_django=False, opens_to=OPERATOR),
        "load": Command("accede.site.cli:LOADS", "Load what ships.", needs_django=False, opens_to=OPERATOR),
        "audit": Command("accede.site.cli:AUDIT", "The record of who did what.", needs_django=False, opens_to=OPERATOR),
        "backup": Command("accede.site.cli:BACKUP", "Back-ups of all of it.", needs_django=False, opens_to=OPERATOR),
        "letters": Command("accede.site.cli:LETTERS", "What became of letters.", needs_django=False, opens_to=OPERATOR),
        "templates": Command(
            "accede.site.cli:TEMPLATES", "Templates of the office.", needs_django=False, opens_to=OPERATOR
        ),
        "people": Command(
            "accede.site.cli:PEOPLE", "People, invitations, samples.", needs_django=False, opens_to=OPERATOR
        ),
        "organisations": Command(
            "accede.site.cli:ORGANISATIONS",
            "Organisations: list, record, correct, end.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "calendar": Command(
            "accede.foundation.calendar.cli:calendar_command", "What falls on which day.", opens_to=OPERATOR
        ),
        "activities": Command(
            "accede.site.activity_commands:ACTIVITIES",
            "Activities of assistance.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "requests": Command(
            "accede.site.request_commands:REQUESTS",
            "Requests of States for assistance.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "contributions": Command(
            "accede.site.money_commands:CONTRIBUTIONS",
            "What was given, and what is left.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "commitments": Command(
            "accede.site.money_commands:COMMITMENTS",
            "What is committed and spent.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "ledger": Command(
            "accede.site.money_commands:LEDGER", "The books of the funds.", needs_django=False, opens_to=OPERATOR
        ),
        "laws": Command("accede.site.law_commands:LAWS", "Laws of States.", needs_django=False, opens_to=OPERATOR),
        "visits": Command(
            "accede.site.visit_commands:VISITS",
            "Visits, desk reviews, consents.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "figures": Command(
            "accede.site.figure_commands:FIGURES", "Figures with their proof.", needs_django=False, opens_to=OPERATOR
        ),
        "report": Command(
            "accede.site.figure_commands:REPORT",
            "Reports made from the records.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "bodies": Command(
            "accede.modules.coordination.cli.coordination:list_bodies",
            "Bodies with which the programme works.",
            opens_to=OPERATOR,
        ),
        "consultations": Command(
            "accede.site.coordination_commands:CONSULTATIONS",
            "Consultations with other bodies.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "training": Command(
            "accede.site.training_commands:TRAINING", "Training of officials.", needs_django=False, opens_to=OPERATOR
        ),
        "plans": Command(
            "accede.site.coordination_commands:PLANS_OF_BODIES",
            "What partner bodies plan.",
            needs_django=False,
            opens_to=OPERATOR,
        ),
        "overlaps": Command(
            "accede.modules.coordination.cli.plans:list_overlaps", "What bodies plan twice.", opens_to=OPERATOR
        ),
        "outcomes": Command(
            "accede.site.outcome_commands:OUTCOMES", "What came of assistance.", needs_django=False, opens_to=OPERATOR
        ),
        "serve": Command(
            "accede.site.commands:serve", "Serve the site on this machine.", needs_django=False, opens_to=OPERATOR
        ),
        "database": Command(
            "accede.site.cli:DATABASE", "The database of this installation.", needs_django=False, opens_to=OPERATOR
        ),
        "messages": Command("accede.site.cli:MESSAGES", "The translations.", needs_django=False, opens_to=OPERATOR),
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
    code = run(ROOT)
    gc.freeze()  # the process ends: its whole memory need not be gone through once more
    sys.exit(code)


if __name__ == "__main__":
    main()
