"""`accede laws import`, `list` and `export`: laws of States come in, and go out as Akoma Ntoso."""

from pathlib import Path
from typing import Any
from uuid import UUID

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, print_table, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.console.output import print_json
from accede.foundation.problems import UnableTo
from accede.foundation.writing import write_whole
from accede.modules.legislation.fields.codes import STANDINGS
from accede.modules.legislation.fields.laws import LawDetails, LawFacts
from accede.modules.legislation.queries.laws import law_visible_to, laws_visible_to, provisions_of
from accede.modules.legislation.services.importing import LawFile, bring_law_in, confirm_law
from accede.modules.legislation.words.akoma_ntoso import exported

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--state", required=True, help="The State, by its code of three letters.")
@click.option("--title", required=True, help="What the law is called, in its own language.")
@click.option("--source", required=True, help="Where the text was taken from.")
@click.option("--checked", type=_DAY, default=None, help="The day on which the source was looked at (default: today).")
@click.option("--from", "first", type=_DAY, default=None, help="From when this wording is in force.")
@click.option("--until", "last", type=_DAY, default=None, help="The last day of this wording.")
@click.option("--replaces", type=click.UUID, default=None, help="The key of the wording that this one follows.")
@click.option("--confirm", is_flag=True, help="Confirm what was read at once; else a person looks at it first.")
@language_option
def import_command(file: Path, *, replaces: UUID | None, confirm: bool, language: str, **stated: Any) -> None:
    """Bring the law in FILE in.

    FILE is plain text, Markdown, HTML, DOCX, PDF with a text layer, Akoma Ntoso, or the XML or JSON of a publisher.
    """
    del language  # in force already, for all that is said
    startup.reach_database()
    at = clock.now()
    days = {name: stated[name].date() if stated[name] else None for name in ("checked", "first", "last")}
    details = LawDetails(
        stated["state"].upper(),
        stated["title"],
        stated["source"],
        days["checked"] or at.date(),
        days["first"],
        days["last"],
    )
    with acting(SYSTEM), file.open("rb") as stream:
        try:
            law = bring_law_in(
                details, LawFile(stream, file.name), by=SYSTEM, at=at, replaces=replaces, face=Face.COMMAND
            )
            if confirm:
                confirm_law(law, by=SYSTEM, at=at, face=Face.COMMAND)
        except UnableTo as unable:
            raise Refused("\n".join(unable.problems.values())) from None
        count = len(provisions_of(SYSTEM, law))
    say(_("Kept with %(count)s provisions, under the key %(key)s.") % {"count": count, "key": law})
    if not confirm:
        say(_("It is asked nothing until somebody has looked at it and confirmed it."))


@click.command(name="list")
@click.option("--state", default="", help="One State, by its code.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@language_option
def list_command(*, state: str, as_json: bool, language: str) -> None:
    """List the laws that are kept, with their keys."""
    del language  # as above
    startup.reach_database()
    found = _laws(state)
    if as_json:
        print_json(
            [
                {
                    "key": str(one.id),
                    "state": one.state,
                    "title": one.title,
                    "language": one.language,
                    "standing": one.standing,
                    "in_force_from": one.in_force_from,
                    "in_force_until": one.in_force_until,
                }
                for one in found
            ]
        )
        return
    rows = [
        [one.state, one.title, one.language, str(one.in_force_from or ""), str(STANDINGS[one.standing]), str(one.id)]
        for one in found
    ]
    print_table([_("State"), _("Title"), _("Language"), _("In force from"), _("Where it stands"), _("Key")], rows)


@click.command(name="export")
@click.argument("key", type=click.UUID)
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Save it under this name.")
@language_option
def export_command(key: UUID, *, save: Path | None, language: str) -> None:
    """Write the law of KEY as an Akoma Ntoso 3.0 document, its provisions under their headings."""
    del language  # as above
    startup.reach_database()
    with acting(SYSTEM):
        if law_visible_to(SYSTEM, key) is None or (made := exported(SYSTEM, key)) is None:
            raise NoAnswer(_("No law has this key. `accede laws list` shows the keys."))
    _name, document = made
    if save is None:
        say(document)
        return
    try:
        write_whole(save, document.encode())
    except OSError as error:
        raise Refused(_("The file could not be written: %(reason)s") % {"reason": error.strerror or error}) from None
    say(_("Saved: %(name)s") % {"name": save})


def _laws(state: str) -> list[LawFacts]:
    with acting(SYSTEM):
        found = laws_visible_to(SYSTEM).all()
    return [one for one in found if not state or one.state == state.upper()]
