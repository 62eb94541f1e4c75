"""`accede plans`, `accede overlaps`, `accede import plans`: what bodies plan, and what is planned twice."""

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.calendar.months import read_span
from accede.foundation.console import Reading, Refused, reading_options, say, startup
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.foundation.problems import UnableTo
from accede.modules.coordination.fields.overlaps import MINE_BODY, THEIR_BODY, THEIR_FIRST_DAY, WHY
from accede.modules.coordination.fields.overlaps import SHOWN as OVERLAPS_SHOWN
from accede.modules.coordination.fields.plan_imports import SHOWN as IMPORTS_SHOWN
from accede.modules.coordination.fields.plans import (
    BODY,
    FIRST_DAY,
    LAST_DAY,
    NUMBER,
    REGIONS,
    SHOWN,
    STANDS,
    STATE_NAMES,
    STATED,
    TITLE,
    plan_of,
)
from accede.modules.coordination.queries.overlaps import overlaps_between
from accede.modules.coordination.queries.plan_imports import imports_visible_to
from accede.modules.coordination.queries.plans import plans_visible_to
from accede.modules.coordination.services.import_plans import PlansGiven, check_plans, import_plans
from accede.modules.coordination.services.plan_columns import WORDS
from accede.modules.coordination.services.plan_imports import take_plans_back
from accede.modules.coordination.services.plans import enter_plan, withdraw_plan
from accede.modules.coordination.words.overlaps import overlap_lines

_IN_BRIEF = (NUMBER, BODY, TITLE, STATE_NAMES, REGIONS, FIRST_DAY, LAST_DAY, STANDS)
_OVERLAPS_IN_BRIEF = tuple(
    field for field in OVERLAPS_SHOWN if field in {MINE_BODY, THEIR_BODY, THEIR_FIRST_DAY, WHY} or field.key == "key"
)
_NUMBER = click.IntRange(min=1, max=2**63 - 1)


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_plans(*, as_json: bool, language: str) -> None:
    """List what bodies plan, the latest first."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        print_things(SHOWN if as_json else _IN_BRIEF, plans_visible_to(SYSTEM).all(), as_json=as_json)


@click.command(name="enter")
@field_options(STATED)
@language_option
def enter_one(*, given: Given, language: str) -> None:
    """Enter what a body plans; say its number."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        try:
            number = enter_plan(plan_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
        except UnableTo as unable:
            raise _refused(unable) from unable
    say(_("Recorded: number %(number)s.") % {"number": number})


@click.command(name="withdraw")
@click.argument("number", type=_NUMBER)
@language_option
def withdraw_one(*, number: int, language: str) -> None:
    """Withdraw the plan with the NUMBER: nobody is shown it any more."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        try:
            withdraw_plan(number, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
        except MayNot as refused:
            raise Refused(_no_such(number, "accede plans list")) from refused
    say(_("The plan is withdrawn."))


@click.command(name="imports")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_imports(*, as_json: bool, language: str) -> None:
    """List the files of plans that came in, the latest first."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        print_things(IMPORTS_SHOWN, imports_visible_to(SYSTEM).all(), as_json=as_json)


@click.command(name="take-back")
@click.argument("number", type=_NUMBER)
@click.option("--reason", default="", help="Why.")
@language_option
def take_back(*, number: int, reason: str, language: str) -> None:
    """Take back the plans of the file that came in as NUMBER."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        try:
            take_plans_back(number, reason, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
        except UnableTo as unable:
            raise _refused(unable) from unable
        except MayNot as refused:
            raise Refused(_no_such(number, "accede plans imports")) from refused
    say(_("The plans of this file are taken back."))


@click.command(name="overlaps")
@click.option("--from", "since", metavar="DAY", default="", help="The first day (default: the day of the answer).")
@click.option("--until", metavar="DAY", default="", help="The last day (default: a year later).")
@reading_options
def list_overlaps(*, since: str, until: str, reading: Reading) -> None:
    """List what two bodies plan alike: in the same place, at nearly the same time, of the same theme."""
    problems: list[str] = []
    if reading.known is not None:
        problems.append(_("These lists have no --known: what is recorded is shown as it is."))
    first, last = read_span(since, until, on=reading.on, problems=problems)
    if problems:
        raise click.UsageError("\n".join(problems))
    with acting(SYSTEM):
        lines = overlap_lines(overlaps_between(SYSTEM, first, last), SYSTEM)
    print_things(OVERLAPS_SHOWN if reading.as_json else _OVERLAPS_IN_BRIEF, lines, as_json=reading.as_json)


@click.command(name="plans")
@importing_options
@click.option("--body", required=True, help="Whose plans these are, by its key, such as CTED.")
@click.option("--level", default="", help="Who sees those that do not say it: programme, or owner_confidential.")
@click.option("--source", default="", help="Where this is from: a letter, a page, with its day.")
@click.option("--states", default="", help="For which States those are that name none, by their codes.")
def import_plans_command(*, importing: Importing, body: str, level: str, source: str, states: str) -> None:
    """Bring in what a body plans: FILE is a calendar (iCalendar), or a table (CSV, XLSX).

    Columns: title, states, regions, topics (several with “;”), first_day, last_day, source, level, cancelled,
    reference, language.
    """
    given = PlansGiven(body, level, source, states, importing.day_order, importing.options)

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if not importing.applies:
                return check_plans(importing.file, given, by=SYSTEM, at=clock.now())
            return import_plans(importing.file, given, importing.bringing(), good_rows=importing.good_rows)

    importing.run(work, WORDS)


def _refused(unable: UnableTo) -> Refused:
    return Refused("\n".join(f"{name}: {words}" if name else words for name, words in unable.problems.items()))


def _no_such(number: int, command: str) -> str:
    words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
    return words % {"number": number, "command": command}
