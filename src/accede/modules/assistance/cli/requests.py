"""`accede requests`: the list, one of them, registering what came as a paper, and the steps."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from accede.core.assistance.requests import REQUEST
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, say, startup
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.files import FileNotTaken
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.command import step_command
from accede.foundation.workflow.stepping import offered_steps
from accede.modules.assistance.fields.requests import (
    DUE,
    KEY,
    OFFICER,
    REFERENCE,
    REGISTERED,
    REQUESTER,
    SHOWN,
    STATE,
    SUBJECT,
    WAITS,
    paper_of,
    request_of,
)
from accede.modules.assistance.queries.requests import request_visible_to, requests_due, requests_visible_to
from accede.modules.assistance.services.filing import attach_file, register_request
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.handling import join_request

_IN_BRIEF = (KEY, REFERENCE, REQUESTER, SUBJECT, STATE, WAITS, DUE, OFFICER)
_LISTED_BY = "accede requests list"
"""The command that lists them."""


@click.command(name="list")
@click.option("--due", "due_only", is_flag=True, help="Only those of which the next step is due.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_requests(*, due_only: bool, as_json: bool, language: str) -> None:
    """List the requests for assistance, what is due first."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = requests_due(SYSTEM, on=clock.today()) if due_only else requests_visible_to(SYSTEM)
        print_things(SHOWN if as_json else _IN_BRIEF, found.all(), as_json=as_json)


@click.command(name="show")
@click.argument("number", type=click.IntRange(min=1, max=2**63 - 1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def show_request(*, number: int, as_json: bool, language: str) -> None:
    """Show the request with the key NUMBER, the steps from where it is, and what keeps them shut."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = request_visible_to(SYSTEM, number)
        if found is None:
            raise Refused(_no_such(number))
        print_things(SHOWN, [found], as_json=as_json) if as_json else _print(found)
        for step in [] if as_json else offered_steps(REQUESTS, number, by=SYSTEM, at=clock.now()):
            say(f"{step.key}: {step.button}" + "".join(f"\n  {shut}" for shut in step.shut))


@click.command(name="register")
@field_options(REGISTERED)
@click.option("--file", "files", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="The paper by which it came; may be given several times.")  # fmt: skip
@language_option
def register(*, given: Given, files: tuple[Path, ...], language: str) -> None:
    """Register a request that came as a paper; say its number."""
    del language  # in force already, for all that is said
    startup.reach_database()
    given = Given({**given.values, **_days(given)})
    try:
        with acting(SYSTEM):
            number = register_request(paper_of(given), request_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
            for file in files:
                with file.open("rb") as stream:
                    attach_file(number, stream, name=file.name, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
            found = request_visible_to(SYSTEM, number)
    except (UnableTo, FileNotTaken) as unable:
        problems = (
            unable.problems.items() if isinstance(unable, UnableTo) else (("file", one) for one in unable.problems)
        )
        raise Refused("\n".join(f"{key}: {words}" if key else words for key, words in problems)) from unable
    say(_("Registered: %(request)s, key %(key)s.") % {"request": found.called if found else "", "key": number})


@click.command(name="join")
@click.argument("number", type=click.IntRange(min=1, max=2**63 - 1))
@click.argument("into")
@click.option("--reason", default="", help="Why. Whoever is concerned reads it; name no person.")
@language_option
def join(*, number: int, into: str, reason: str, language: str) -> None:
    """Join the request with the key NUMBER to the one of the number INTO, such as MLI/2026/2."""
    del language  # in force already, for all that is said
    startup.reach_database()
    try:
        with acting(SYSTEM):
            join_request(number, into, reason=reason, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableTo as unable:
        raise NoAnswer(str(unable)) from unable
    except MayNot as refused:
        raise Refused(_no_such(number)) from refused
    say(str(REQUESTS.words.steps["join"].done))


def _print(found: Any) -> None:
    for field in SHOWN:
        cell = field.cell(found)
        if cell not in ("", None):
            say(f"{field.label}: {cell}")


def _days(given: Given) -> dict[str, date | None]:
    """Return the days among what was written, read as days."""
    found: dict[str, date | None] = {}
    problems = {}
    for field in REGISTERED:
        text = given.values.get(field.key)
        if field.kind.value == "day" and text:
            try:
                found[field.key] = date.fromisoformat(str(text))
            except ValueError:
                problems[field.key] = _("“%(text)s” is not a day. Write it as year-month-day.") % {"text": text}
    if problems:
        raise Refused("\n".join(f"{key}: {words}" for key, words in problems.items()))
    return found


def _no_such(number: int) -> str:
    words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
    return words % {"number": number, "command": _LISTED_BY}


STEPS = {
    step.key: step_command(
        step.key,
        lambda: [REQUESTS],
        summary=f"Take the step “{step.key}” with the request of the key NUMBER.",
        listed_by=_LISTED_BY,
    )
    for step in REQUEST.steps
    if step.key not in {"register", "join"}
}
"""The commands of the steps; two of them do more than their step, and stand above."""
(
    submit, acknowledge, screen, accept, defer, decline, resume, deliver, complete, follow_up, close,
    withdraw, note_withdrawal, separate,
) = STEPS.values()  # fmt: skip
