"""`accede scenarios`: who keeps scenarios. What is in them is for those with whom they are shared."""

import click

from accede.foundation import database
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console.fields import print_things
from accede.foundation.console.options import language_option
from accede.modules.cooperation.fields.scenarios import CHANGED, KEY
from accede.modules.cooperation.queries.saved_scenarios import scenarios_visible_to
from accede.modules.identity.fields.sharing import MADE_BY, SHARED_WITH


@click.command(name="scenarios")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def scenarios(*, as_json: bool, language: str) -> None:  # noqa: ARG001  (the option has the language spoken)
    """Say who keeps scenarios and with whom they are shared."""
    database.ensure_running()
    with acting(SYSTEM):
        print_things((KEY, MADE_BY, SHARED_WITH, CHANGED), scenarios_visible_to(SYSTEM).all(), as_json=as_json)
