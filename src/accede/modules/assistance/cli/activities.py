"""`accede activities`: the list, and the steps of an activity."""

import click
from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import Reading, Refused, reading_options
from accede.foundation.console.fields import print_things
from accede.foundation.workflow.command import step_command
from accede.modules.assistance.fields.activities import (
    BENEFICIARIES,
    FIRST_DAY,
    FUNDS,
    GAP,
    KIND,
    LAST_DAY,
    NUMBER,
    SHOWN,
    STATE,
    TITLE,
)
from accede.modules.assistance.queries.activities import activities_visible_to
from accede.modules.assistance.services.activity_flow import ACTIVITIES

_IN_BRIEF = (NUMBER, TITLE, BENEFICIARIES, KIND, FIRST_DAY, LAST_DAY, STATE, FUNDS, GAP)


@click.command(name="list")
@reading_options
def list_activities(*, reading: Reading) -> None:
    """List the activities, with the number by which steps are taken."""
    if reading.known is not None:
        raise Refused(_("These lists have no --known: what is recorded is shown as it is."))
    with acting(SYSTEM):
        found = activities_visible_to(SYSTEM).all()
        print_things(SHOWN if reading.as_json else _IN_BRIEF, found, as_json=reading.as_json)


def _step(key: str, summary: str) -> click.Command:
    return step_command(key, lambda: (ACTIVITIES,), summary=summary, listed_by="accede activities list")


approve = _step("approve", "Approve an activity.")
deliver = _step("deliver", "Begin its delivery.")
finish = _step("finish", "Record that it was delivered.")
replan = _step("replan", "Take it back to its plan.")
cancel = _step("cancel", "Cancel it.")
