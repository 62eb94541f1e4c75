"""`accede commitments`: what is committed, what may pay for a purpose, and committing, releasing and spending."""

from uuid import UUID

import click
from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.finance.availability import Allocation
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Reading, Refused, reading_options, say
from accede.foundation.console.fields import field_options, print_things
from accede.foundation.console.options import language_option
from accede.foundation.console.output import print_table
from accede.foundation.fields import Given
from accede.foundation.texts import format_amount
from accede.modules.reference.queries.states import states_existing_on
from accede.modules.resources.cli.recording import as_operator
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.fields.commitments import (
    AMOUNT,
    ASKED,
    RELEASED,
    SHOWN,
    SPENT,
    WANTED,
    part_of,
    wanted_of,
)
from accede.modules.resources.queries.commitments import commitments_visible_to, lines_of_commitment
from accede.modules.resources.queries.contributions import contributions_with_money
from accede.modules.resources.queries.sums import dollars
from accede.modules.resources.services.commitments import UnableToCommit
from accede.modules.resources.services.purposes import commit_written, may_pay, release_written, spend_written
from accede.modules.resources.words.reasons import reasons_by_source


@click.command(name="list")
@reading_options
def list_commitments(*, reading: Reading) -> None:
    """List what is committed and spent by the end of a day, with programme support cost."""
    _no_knowledge(reading)
    with acting(SYSTEM):
        print_things(SHOWN, commitments_visible_to(SYSTEM, on=reading.on), as_json=reading.as_json)


@click.command(name="show")
@click.argument("purpose")
@reading_options
def show_commitment(purpose: str, *, reading: Reading) -> None:
    """Print what is committed for PURPOSE, by contribution and object of expenditure."""
    _no_knowledge(reading)
    with acting(SYSTEM):
        found = commitments_visible_to(SYSTEM, on=reading.on, purpose=purpose)
        lines = lines_of_commitment(SYSTEM, purpose, on=reading.on)
    if not found:
        raise NoAnswer(_("Nothing was committed for this by that day."))
    print_things(SHOWN, found, as_json=reading.as_json)
    if not reading.as_json:
        headings = [_("Contribution"), _("Object of expenditure"), _("Still committed, US$"), _("Spent, US$")]
        print_table(
            headings,
            [
                [
                    one.contribution_reference,
                    str(OBJECTS[one.spent_on]),
                    format_amount(one.committed),
                    format_amount(one.spent),
                ]
                for one in lines
            ],
        )


@click.command(name="may-pay")
@field_options(ASKED)
@language_option
def what_may_pay(*, given: Given, language: str) -> None:
    """Print which contributions may pay a direct cost, in which order, and why others may not; commit nothing."""
    with as_operator():
        wanted = wanted_of(given)
        answer = may_pay(wanted, given.text(AMOUNT), by=SYSTEM, at=clock.now())
        drawn = {draw.source.key: draw for draw in answer.found.answer.draws}
        names = {one.id: one.reference for one in contributions_with_money(SYSTEM, on=answer.on)}
        rows = []
        for source in answer.ordered:
            draw = drawn.get(source.key)
            amounts = (source.free, draw.direct if draw else 0, draw.support if draw else 0)
            rows.append([names[UUID(source.key)], *(format_amount(dollars(cents)) for cents in amounts)])
        why = _why(answer.found, wanted.on, language)
    headings = [_("Contribution"), _("Free, US$"), _("Pays direct cost, US$"), _("Pays support cost, US$")]
    print_table(headings, rows)
    for line in why:
        say(line)
    if not answer.found.answer.is_whole:
        raise NoAnswer(str(UnableToCommit(answer.found)))


@click.command(name="commit")
@field_options(WANTED)
@language_option
def commit_money(*, given: Given, language: str) -> None:
    """Commit money for a purpose, or say why it cannot be."""
    with as_operator():
        wanted = wanted_of(given)
        try:
            commit_written(wanted, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
        except UnableToCommit as unable:
            lines = _why(unable.finding, wanted.on, language)
            raise NoAnswer("\n".join([str(unable), *lines])) from unable
    say(_("Recorded."))


@click.command(name="release")
@click.argument("purpose")
@field_options(RELEASED)
@language_option
def release_money(*, purpose: str, given: Given, language: str) -> None:  # noqa: ARG001  (it is spoken while this runs)
    """Release a part of what is committed for PURPOSE."""
    with as_operator():
        release_written(purpose, part_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


@click.command(name="spend")
@click.argument("purpose")
@field_options(SPENT)
@language_option
def spend_money(*, purpose: str, given: Given, language: str) -> None:  # noqa: ARG001  (as above)
    """Record what was spent of what is committed for PURPOSE; “accede import expenditure” brings extracts in."""
    with as_operator():
        spend_written(purpose, part_of(given), by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Recorded."))


def _why(found: Finding[Allocation], on: object, language: str) -> list[str]:
    day = on if isinstance(on, type(clock.today())) else clock.today()
    names = {str(one.id): one.reference for one in contributions_with_money(SYSTEM, on=day)}
    reasons = reasons_by_source(found.because, language, states_existing_on(day, language=language))
    return [f"{names.get(key, key)}: {sentences}" for key, sentences in reasons.items()]


def _no_knowledge(reading: Reading) -> None:
    if reading.known is not None:
        raise Refused(_("The books have no --known: what is booked by a day is asked with --on."))
