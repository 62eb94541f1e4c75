"""`accede outcomes`: the list, one of them with why it counts, recording one."""

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import Reading, Refused, reading_options, say, startup
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.problems import UnableTo
from accede.modules.outcomes.fields.codes import ANSWERS
from accede.modules.outcomes.fields.outcomes import (
    HAPPENED_ON,
    KIND,
    NEXT_DUE,
    NUMBER,
    SHOWN,
    STATE,
    STATE_NAME,
    STATED,
    STATUS,
    TITLE,
    outcome_of,
)
from accede.modules.outcomes.queries.outcomes import follow_ups_of, outcome_visible_to, outcomes_visible_to
from accede.modules.outcomes.services.recording import record_outcome
from accede.modules.outcomes.words.why import why

_IN_BRIEF = (NUMBER, TITLE, STATE_NAME, KIND, HAPPENED_ON, STATUS, NEXT_DUE)
_LISTED_BY = "accede outcomes list"


@click.command(name="list")
@reading_options
def list_outcomes(*, reading: Reading) -> None:
    """List the outcomes of assistance, each with whether it counts on a day."""
    if reading.known is not None:
        raise Refused(_("These lists have no --known: what is recorded is shown as it is."))
    with acting(SYSTEM):
        found = outcomes_visible_to(SYSTEM, on=reading.on).all()
        print_things(SHOWN if reading.as_json else _IN_BRIEF, found, as_json=reading.as_json)


@click.command(name="show")
@click.argument("number", type=click.IntRange(min=1, max=2**63 - 1))
@reading_options
def show_outcome(*, number: int, reading: Reading) -> None:
    """Show the outcome with the NUMBER, why it counts or does not on a day, and its follow-up."""
    if reading.known is not None:
        raise Refused(_("These lists have no --known: what is recorded is shown as it is."))
    with acting(SYSTEM):
        found = outcome_visible_to(SYSTEM, number, on=reading.on)
        if found is None:
            words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
            raise Refused(words % {"number": number, "command": _LISTED_BY})
        print_things(SHOWN, [found], as_json=reading.as_json)
        if reading.as_json:
            return
        for sentence in why(found):
            say(sentence)
        for one in follow_ups_of(SYSTEM, number):
            say(f"{one.due_on.isoformat()}: {ANSWERS[one.answer] if one.answer else _('not answered yet')}")


@click.command(name="record")
@field_options((STATE, *STATED))
@language_option
def record_one(*, given: Given, language: str) -> None:
    """Record an outcome; assistance is named such as activity:12, request:12 or visit:12. Say its number."""
    del language  # in force already, for all that is said
    startup.reach_database()
    try:
        with acting(SYSTEM):
            wanted = outcome_of(given, state=given.text(STATE).upper())
            number = record_outcome(wanted, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableTo as unable:
        problems = unable.problems.items()
        raise Refused("\n".join(f"{name}: {words}" if name else words for name, words in problems)) from unable
    say(_("Recorded: number %(number)s.") % {"number": number})
