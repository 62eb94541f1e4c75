"""`accede organisations`: list them, record, correct and end one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

import click

from accede.foundation import clock, database
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.access.deciding import Refused as NotAllowed
from accede.foundation.audit import Face
from accede.foundation.console import Refused, say
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.fields import Given
from accede.foundation.problems import UnableTo
from accede.modules.identity.fields.organisations import SHOWN, STATED, details_of
from accede.modules.identity.queries.organisations import organisations_visible_to
from accede.modules.identity.services.organisations import change_organisation, end_organisation, record_organisation


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_organisations(*, as_json: bool, language: str) -> None:  # noqa: ARG001  (it is spoken while this runs)
    """List the organisations."""
    database.ensure_running()
    with acting(SYSTEM):
        found = organisations_visible_to(SYSTEM, on=clock.today())
        print_things(SHOWN, found.all(), as_json=as_json)


@click.command(name="record")
@field_options(STATED)
def record(*, given: Given) -> None:
    """Record an organisation; its roles count from today."""
    with _as_operator():
        made = record_organisation(details_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(f"Recorded: {made.name} ({made.id}).")


@click.command(name="change")
@click.argument("organisation", type=click.UUID)
@field_options(STATED)
def change(*, organisation: UUID, given: Given) -> None:
    """Correct an organisation: what is given replaces all that was stated; roles left out end today."""
    with _as_operator():
        change_organisation(organisation, details_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say("Changed.")


@click.command(name="end")
@click.argument("organisation", type=click.UUID)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day from which it is no more (default: today).")
@click.option("--into", type=click.UUID, help="The organisation into which it was joined.")
def end(*, organisation: UUID, on: datetime | None, into: UUID | None) -> None:
    """Record that an organisation has ended, or that it was joined into another."""
    with _as_operator():
        day = on.date() if on else clock.today()
        end_organisation(organisation, on=day, into=into, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say("Recorded.")


@contextmanager
def _as_operator() -> Iterator[None]:
    database.ensure_running()
    try:
        with acting(SYSTEM):
            yield
    except UnableTo as error:
        raise Refused("\n".join(error.problems.values())) from error
    except NotAllowed as error:
        raise Refused("There is no such organisation. “accede organisations list” shows them.") from error
