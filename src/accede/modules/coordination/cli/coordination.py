"""`accede bodies` and `accede consultations`: who the bodies are, what they are asked, and the steps."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import Reading, Refused, reading_options, say, startup
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.files.documents import Document
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.command import step_command
from accede.foundation.workflow.stepping import offered_steps
from accede.modules.coordination.fields.bodies import KEY, KIND, MEMBER_OF, NAME, READ, SINCE, UNTIL
from accede.modules.coordination.fields.bodies import SHOWN as BODY_SHOWN
from accede.modules.coordination.fields.consultations import (
    BODY_NAME,
    HOW,
    NOTED_STATED,
    NUMBER,
    SENT_ON,
    SETTLED,
    SHOWN,
    STAGE,
    STATE_NAMES,
    STATED,
    SUBJECT,
    Settled,
    answer_of,
    consultation_of,
)
from accede.modules.coordination.fields.consultations import UNTIL as ANSWER_UNTIL
from accede.modules.coordination.fields.focal_points import SHOWN as FOCAL_POINT_SHOWN
from accede.modules.coordination.queries.bodies import bodies_on
from accede.modules.coordination.queries.consultations import (
    consultation_visible_to,
    consultations_open,
    consultations_visible_to,
)
from accede.modules.coordination.queries.focal_points import focal_points_visible_to
from accede.modules.coordination.services.consultations import note_answer, open_consultation, settle_objection
from accede.modules.coordination.services.flow import CONSULTATIONS

_BODY_IN_BRIEF = (KEY, NAME, KIND, SINCE, UNTIL, MEMBER_OF, READ)
_IN_BRIEF = (NUMBER, BODY_NAME, SUBJECT, STATE_NAMES, STAGE, SENT_ON, ANSWER_UNTIL)
_LISTED_BY = "accede consultations list"
_NUMBER = click.IntRange(min=1, max=2**63 - 1)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(name="bodies")
@reading_options
def list_bodies(*, reading: Reading) -> None:
    """List the bodies with which the programme works, as they are on a day."""
    if reading.known is not None:
        raise Refused(_("These lists have no --known: what is recorded is shown as it is."))
    found = bodies_on(reading.on)
    print_things(BODY_SHOWN if reading.as_json else _BODY_IN_BRIEF, found, as_json=reading.as_json)


@click.command(name="list")
@click.option("--open", "open_only", is_flag=True, help="Only what waits for somebody.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_consultations(*, open_only: bool, as_json: bool, language: str) -> None:
    """List the consultations with bodies, what is due first."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = consultations_open(SYSTEM) if open_only else consultations_visible_to(SYSTEM)
        print_things(SHOWN if as_json else _IN_BRIEF, found.all(), as_json=as_json)


@click.command(name="focal-points")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_focal_points(*, as_json: bool, language: str) -> None:
    """List the offices that answer for bodies, with the keys by which they are consulted."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        print_things(FOCAL_POINT_SHOWN, focal_points_visible_to(SYSTEM).all(), as_json=as_json)


@click.command(name="show")
@click.argument("number", type=click.IntRange(min=1, max=2**63 - 1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def show_consultation(*, number: int, as_json: bool, language: str) -> None:
    """Show the consultation with the NUMBER, the steps from where it is, and what keeps them shut."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = consultation_visible_to(SYSTEM, number)
        if found is None:
            raise Refused(_no_such(str(number)))
        print_things(SHOWN, [found], as_json=as_json)
        for step in [] if as_json else offered_steps(CONSULTATIONS, number, by=SYSTEM, at=clock.now()):
            say(f"{step.key}: {step.button}" + "".join(f"\n  {shut}" for shut in step.shut))


@click.command(name="open")
@click.argument("kind")
@click.argument("key")
@field_options(STATED)
@language_option
def open_one(*, kind: str, key: str, given: Given, language: str) -> None:
    """Open a consultation about the thing of a KIND, such as visit, with a KEY; say its number."""
    del language  # in force already, for all that is said
    startup.reach_database()
    try:
        with acting(SYSTEM):
            wanted = consultation_of(given)
            number = open_consultation(kind, key, wanted, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableTo as unable:
        problems = unable.problems.items()
        raise Refused("\n".join(f"{name}: {words}" if name else words for name, words in problems)) from unable
    except MayNot as refused:
        raise Refused(_("There is no “%(kind)s” with the key “%(key)s”.") % {"kind": kind, "key": key}) from refused
    say(_("Opened: number %(number)s. Nothing is sent yet.") % {"number": number})


@click.command(name="note")
@click.argument("number", type=_NUMBER)
@click.option("--letter", "paper", type=_FILE, required=True, help="The letter of the body, as a file.")
@field_options(NOTED_STATED)
@language_option
def note_one(*, number: int, paper: Path, given: Given, language: str) -> None:
    """Record the answer of a body that came by letter, late ones too, with the letter itself."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with paper.open("rb") as stream, _told(number):
        wanted, document = answer_of(given), Document(stream, paper.name)
        note_answer(number, wanted, document, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("The answer of the body is recorded."))


@click.command(name="settle")
@click.argument("number", type=_NUMBER)
@click.option("--document", "paper", type=_FILE, required=True, help="What shows that the body no longer objects.")
@field_options(SETTLED)
@language_option
def settle_one(*, number: int, paper: Path, given: Given, language: str) -> None:
    """Record how an objection was settled, with the document that shows that the body no longer objects."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with paper.open("rb") as stream, _told(number):
        settled, document = Settled(given.text(HOW)), Document(stream, paper.name)
        settle_objection(number, settled, document, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("It is recorded how the objection was resolved."))


@contextmanager
def _told(number: int) -> Iterator[None]:
    """Act as the operator; what is wrong is told as commands tell it."""
    try:
        with acting(SYSTEM):
            yield
    except UnableTo as unable:
        problems = unable.problems.items()
        raise Refused("\n".join(f"{name}: {words}" if name else words for name, words in problems)) from unable
    except MayNot as refused:
        raise Refused(_no_such(str(number))) from refused


def _step(key: str, summary: str) -> click.Command:

    return step_command(key, lambda: (CONSULTATIONS,), summary=summary, listed_by=_LISTED_BY)


send = _step("send", "Send a consultation to the office of the body.")
agree = _step("agree", "Record that the body agrees.")
clear = _step("clear", "Record that the body has no objection.")
object_ = _step("object", "Record that the body objects.")
note_agreement = _step("note-agreement", "Record agreement that came by letter.")
note_clearance = _step("note-clearance", "Record by letter that there is no objection.")
note_objection = _step("note-objection", "Record an objection that came by letter.")
lapse = _step("lapse", "Record that nobody objected by the date.")
resolve = _step("resolve", "Record that an objection is resolved.")
call_off = _step("call-off", "Call a consultation off.")


def _no_such(number: str) -> str:
    words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
    return words % {"number": number, "command": _LISTED_BY}
