"""Commands about imports: list them, take one back, bring one in again."""

from datetime import datetime
from itertools import islice
from typing import Any

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, print_json, print_table, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.imports.back import TakingRefused
from accede.foundation.texts import format_day, listed
from accede.foundation.workflow.command import step_command
from accede.foundation.workflow.flow import Flow
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.cooperation.queries.imports import imports_visible_to
from accede.modules.cooperation.queries.snapshot import cooperation_as_it_stands, current_cooperation
from accede.modules.cooperation.services.import_treaties import TREATIES_PROPOSED
from accede.modules.cooperation.services.treaties_back import TREATIES
from accede.modules.cooperation.words.changed_treaties import changed_treaties
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.imports import ImportLine, imports_of_acts
from accede.modules.treaties.queries.proposals import proposals_visible_to
from accede.modules.treaties.queries.register import current_register, register_as_it_stands
from accede.modules.treaties.services.acts_back import ACTS
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED
from accede.modules.treaties.services.taking_back import Holding, Turned, rehearse_taking_back, take_back
from accede.modules.treaties.words.changed_standings import changed_standings
from accede.modules.treaties.words.import_columns import became
from accede.modules.treaties.words.proposals import proposal_facts, proposal_item

SHOWN_ANSWERS = 50
Cells = tuple[tuple[str, str], ...]


@click.command(name="list")
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def list_imports(*, language: str, as_json: bool) -> None:
    """List what was imported, by whom and from where, and what was taken back, the latest first."""
    startup.reach_database()
    lines = sorted([*imports_of_acts(), *imports_visible_to(SYSTEM)], key=lambda line: -line.number)
    if as_json:
        print_json([_plain(line) for line in lines])
        return
    if not lines:
        say(_("Nothing has been imported yet."))
        return
    headings = [_("Edition"), _("Day"), _("Who"), _("File, or why"), _("Sources"), _("Reports brought")]
    print_table(
        [*headings, _("Still known"), _("What became of it")],
        [
            [
                str(line.number),
                format_day(line.made_at.date(), language),
                line.who or line.face,
                line.words,
                listed(line.sources, apart=True),
                str(line.added),
                str(line.known),
                became(line),
            ]
            for line in lines
        ],
    )


@click.command(name="proposed")
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def list_proposed(*, language: str, as_json: bool) -> None:
    """List the imports that wait for a second person, and what became of earlier ones."""
    startup.reach_database()
    lines = sorted(
        [
            *proposals_visible_to(SYSTEM, Part.ACTS, ACTS_IMPORT),
            *proposals_visible_to(SYSTEM, Part.TREATIES, TREATIES_IMPORT),
        ],
        key=lambda line: (not line.waits, -line.number),
    )
    if as_json:
        print_json([proposal_item(line) for line in lines])
        return
    if not lines:
        say(_("Nothing has been proposed yet."))
        return
    for line in lines:
        facts = proposal_facts(line, language)
        say(f"{_('Proposal')} {line.number}")
        for label, words in facts:
            say(f"  {label}: {words}")
        say()


def _flows() -> list[Flow[Any]]:
    return [ACTS_PROPOSED, TREATIES_PROPOSED]


confirm_import = step_command(
    "confirm",
    _flows,
    summary=(
        "Confirm the import that a person proposed as NUMBER: its rows come into the record.\n\n"
        "What the operator proposed, with `accede import`, another person confirms on the site."
    ),
    listed_by="accede import proposed",
)
decline_import = step_command(
    "decline",
    _flows,
    summary="Decline the import that was proposed as NUMBER, with --reason. Nothing of it comes into the record.",
    listed_by="accede import proposed",
)


@click.command(name="take-back")
@click.argument("edition", type=click.IntRange(min=1))
@click.option("--reason", default="", help="Why. Everybody reads it beside the sources; name no person.")
@click.option("--check", "mode", flag_value="check", help="Say what would change, and change nothing.")
@click.option("--apply", "mode", flag_value="apply", help="Take it back.")
@language_option
def take_import_back(*, edition: int, reason: str, mode: str | None, language: str) -> None:
    """Take back the import that made EDITION; for an edition that took one back, bring that one in again.

    Nothing is deleted: rows are closed as of today, and answers as known on earlier days stay as they were.
    """
    if mode is None:
        raise Refused(_("Say --check, to see what would change, or --apply, to change it."))
    startup.reach_database()
    at = clock.now()
    try:
        turned, answers = _rehearsed(edition, at, language)
        if mode == "apply":
            take_back(edition, _holding(edition), reason=reason, by=SYSTEM, at=at, face=Face.COMMAND)
    except TakingRefused as refused:
        raise NoAnswer(str(refused)) from refused
    except MayNot as refused:
        words = _("There is no import with the edition %(edition)s. List them with: accede import list")
        raise Refused(words % {"edition": edition}) from refused
    _show(turned, answers)
    if mode == "apply":
        say(_("It is done. The reason is shown with the sources."))
    else:
        say(_("Nothing was changed: this was a check."))


def _holding(edition: int) -> Holding:
    return ACTS if any(line.number == edition for line in imports_of_acts()) else TREATIES


def _rehearsed(edition: int, at: datetime, language: str) -> tuple[Turned, list[Cells]]:
    if _holding(edition) is ACTS:
        turned, register = rehearse_taking_back(edition, ACTS, by=SYSTEM, at=at, look=register_as_it_stands)
        return turned, list(changed_standings(current_register(), register, at.date(), language))
    turned, snapshot = rehearse_taking_back(edition, TREATIES, by=SYSTEM, at=at, look=cooperation_as_it_stands)
    return turned, list(changed_treaties(current_cooperation(), snapshot, at.date(), language))


def _show(turned: Turned, answers: list[Cells]) -> None:
    say(f"{_('Reports taken back')}: {turned.closed}. {_('Reports known again')}: {turned.again}.")
    say(f"{_('Answers of today that become others')}: {len(answers)}.")
    if answers:
        shown = [[words for _heading, words in row] for row in islice(answers, SHOWN_ANSWERS)]
        print_table([heading for heading, _words in answers[0]], shown)


def _plain(line: ImportLine) -> dict[str, object]:
    return {
        "edition": line.number,
        "made_at": line.made_at.isoformat(),
        "who": line.who,
        "face": line.face,
        "file": line.words,
        "sources": list(line.sources),
        "added": line.added,
        "retracted": line.retracted,
        "known": line.known,
        "takes_back": line.takes_back,
        "taken_back_by": line.taken_back_by,
        "reason": line.why,
    }
