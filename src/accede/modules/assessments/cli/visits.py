"""`accede visits`: visits and desk reviews, the consents on which they rest, and their steps."""

import click
from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import Reading, Refused, reading_options
from accede.foundation.console.fields import print_things
from accede.foundation.workflow.command import step_command
from accede.modules.assessments.fields.assessments import (
    FIRST_DAY,
    KIND,
    LAST_DAY,
    LEAD,
    NUMBER,
    SHOWN,
    STAGE,
    STATE_NAME,
    TITLE,
)
from accede.modules.assessments.fields.consents import GIVEN_ON, REFERENCE, STANDING, VALID_FROM, VALID_UNTIL
from accede.modules.assessments.fields.consents import SHOWN as CONSENT_SHOWN
from accede.modules.assessments.fields.consents import STATE_NAME as CONSENT_STATE
from accede.modules.assessments.queries.assessments import assessments_visible_to
from accede.modules.assessments.queries.consents import consents_visible_to
from accede.modules.assessments.services.assessments import ASSESSMENTS

_IN_BRIEF = (NUMBER, STATE_NAME, TITLE, KIND, LEAD, FIRST_DAY, LAST_DAY, STAGE)
_CONSENT_IN_BRIEF = (CONSENT_STATE, REFERENCE, GIVEN_ON, VALID_FROM, VALID_UNTIL, STANDING)
_LISTED_BY = "accede visits list"


@click.command(name="list")
@reading_options
def list_visits(*, reading: Reading) -> None:
    """List the visits and desk reviews, with the number by which steps are taken."""
    if reading.known is not None:
        raise Refused(_no_knowledge())
    with acting(SYSTEM):
        found = assessments_visible_to(SYSTEM).all()
        print_things(SHOWN if reading.as_json else _IN_BRIEF, found, as_json=reading.as_json)


@click.command(name="consents")
@reading_options
def list_consents(*, reading: Reading) -> None:
    """List the consents of States, as they stand on a day."""
    if reading.known is not None:
        raise Refused(_no_knowledge())
    with acting(SYSTEM):
        found = consents_visible_to(SYSTEM, on=reading.on).all()
        print_things(CONSENT_SHOWN if reading.as_json else _CONSENT_IN_BRIEF, found, as_json=reading.as_json)


def _step(key: str, summary: str) -> click.Command:
    return step_command(key, lambda: (ASSESSMENTS,), summary=summary, listed_by=_LISTED_BY)


agree = _step("agree", "Record that a visit or desk review is agreed with the State.")
make = _step("make", "Record that it was made.")
draft = _step("draft", "Send its draft report to the State for comments.")
report = _step("report", "Issue its report.")
close = _step("close", "Close it.")
replan = _step("replan", "Take it back to its plan.")
decline = _step("decline", "Record that the State declines.")
call_off = _step("call-off", "Call it off.")


def _no_knowledge() -> str:
    return _("These lists have no --known: what is recorded is shown as it is.")
