"""`accede training`: events and their steps, calls, nominations brought in from a file, officials to be followed up."""

from uuid import UUID

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import Reading, Refused, reading_options, say, startup
from accede.foundation.console.fields import print_things
from accede.foundation.console.options import language_option
from accede.foundation.imports import Outcome, Progress
from accede.foundation.imports.command import Importing, importing_options
from accede.foundation.workflow.command import step_command
from accede.modules.training.fields.events import (
    CALL_KEY,
    CALL_OPEN,
    CALL_SHOWN,
    CALL_STATE,
    CALL_TITLE,
    CALL_UNTIL,
    FIRST_DAY,
    FORM,
    LAST_DAY,
    NUMBER,
    SHOWN,
    STAGE,
    STATE_NAMES,
    TITLE,
)
from accede.modules.training.queries.events import call_visible_to, calls_visible_to, events_visible_to
from accede.modules.training.services import import_nominations
from accede.modules.training.services.flow import EVENTS
from accede.modules.training.services.following import ask_participants
from accede.modules.training.services.import_nominations import check_nominations

_IN_BRIEF = (NUMBER, TITLE, FORM, STATE_NAMES, FIRST_DAY, LAST_DAY, STAGE)
_CALL_IN_BRIEF = (CALL_KEY, CALL_STATE, CALL_TITLE, CALL_UNTIL, CALL_OPEN)


@click.command(name="list")
@reading_options
def list_events(*, reading: Reading) -> None:
    """List the training events, with the number by which steps are taken."""
    if reading.known is not None:
        raise Refused(_("These lists have no --known: what is recorded is shown as it is."))
    with acting(SYSTEM):
        found = events_visible_to(SYSTEM).all()
        print_things(SHOWN if reading.as_json else _IN_BRIEF, found, as_json=reading.as_json)


@click.command(name="calls")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_calls(*, as_json: bool, language: str) -> None:
    """List the calls for nominations, with the key by which nominations are brought in."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = calls_visible_to(SYSTEM).all()
        print_things((CALL_KEY, *CALL_SHOWN) if as_json else _CALL_IN_BRIEF, found, as_json=as_json)


@click.command(name="nominations")
@importing_options
@click.option("--call", required=True, type=click.UUID, help="Key of the call, as `accede training calls` shows it.")
def bring_nominations(*, importing: Importing, call: UUID) -> None:
    """Nominate the officials of FILE, a CSV or XLSX table, in answer to a call.

    Columns: given_name, family_name, sex, birth_year, organisation, post, function, language, email.
    """

    def work(_progress: Progress) -> Outcome:
        with acting(SYSTEM):
            if call_visible_to(SYSTEM, call) is None:
                raise Refused(_("There is no call of this key. See: accede training calls"))
            if not importing.applies:
                return check_nominations(importing.file, importing.options, call, by=SYSTEM, at=clock.now())
            return import_nominations.import_nominations(
                importing.file, importing.options, call, importing.bringing(), good_rows=importing.good_rows
            )

    importing.run(work, import_nominations.WORDS)


@click.command(name="ask")
@language_option
def ask(*, language: str) -> None:
    """Ask the participants of whom it is time what they use; a job does so each morning."""
    del language  # in force already, for all that is said
    startup.reach_database()
    say(_("Participants who were asked: %(count)s.") % {"count": ask_participants(at=clock.now())})


def _step(key: str, summary: str) -> click.Command:
    return step_command(key, lambda: (EVENTS,), summary=summary, listed_by="accede training list")


call = _step("call", "Call for nominations.")
close = _step("close", "Close nominations.")
reopen = _step("reopen", "Open nominations again.")
confirm = _step("confirm", "Tell the States the selection.")
hold = _step("hold", "Record that an event was held.")
cancel = _step("cancel", "Cancel an event.")
