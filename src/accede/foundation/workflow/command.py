"""The command that takes a step, in the name of the operator."""

from collections.abc import Callable, Sequence
from typing import Any

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.stepping import take_step


def step_command(key: str, flows: Callable[[], Sequence[Flow[Any]]], *, summary: str, listed_by: str) -> click.Command:
    """Return the command that takes the step `key` with the thing of a number, of whichever of the workflows it is.

    `listed_by`: the command that lists the things.
    """

    @click.command(name=key, help=summary)
    @click.argument("number", type=click.IntRange(min=1, max=2**63 - 1))
    @click.option("--reason", default="", help="Why. Whoever is concerned reads it; name no person.")
    @language_option
    def step(*, number: int, reason: str, language: str) -> None:
        del language  # in force already, for all that is said
        startup.reach_database()
        for flow in flows():
            try:
                take_step(flow, key, number, by=SYSTEM, at=clock.now(), face=Face.COMMAND, reason=reason)
            except MayNot:
                continue
            except UnableTo as unable:
                raise NoAnswer(str(unable)) from unable
            say(str(flow.words.steps[key].done))
            return
        words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
        raise Refused(words % {"number": number, "command": listed_by})

    return step
