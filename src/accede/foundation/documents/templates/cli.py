"""`accede templates`: the templates of the office, from the machine of the installation."""

from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _

from accede.foundation import clock, database
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import Refused, print_table, say
from accede.foundation.documents.templates.keeping import keep_template, template_bytes, templates_in_use
from accede.foundation.documents.templates.kinds import TemplateKind, template_kind, template_kinds
from accede.foundation.documents.templates.reading import look_at_template
from accede.foundation.files import FileNotTaken
from accede.foundation.writing import written_whole

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_KIND = click.option("--kind", "key", required=True, help="What the template is for; “accede templates list” tells.")
_LANGUAGE = click.option(
    "--language", type=click.Choice([code for code, _name in settings.LANGUAGES]), required=True, help="Its language."
)


@click.command(name="list")
def list_templates() -> None:
    """List what templates are for, the fields that they may name, and the ones in use."""
    database.ensure_running()
    kinds = template_kinds()
    with acting(SYSTEM):
        in_use = templates_in_use(SYSTEM, kinds)
    for kind in kinds:
        say(f"{kind.key}: {kind.label}")
        fields = [(f.name, str(f.label), ", ".join(c.name for c in f.columns)) for f in kind.fields]
        print_table((_("Field"), _("What it says"), _("Columns")), fields)
        files = [(one.language, one.file.name if one.file else _("the one that ships")) for one in in_use[kind.key]]
        print_table((_("Language"), _("In use")), files)


@click.command(name="check")
@click.argument("file", type=_FILE)
@_KIND
def check_template(file: Path, key: str) -> None:
    """Say all that is wrong with FILE as a template."""
    with file.open("rb") as stream:
        try:
            look_at_template(stream, name=file.name, kind=_kind(key))
        except FileNotTaken as wrong:
            raise Refused("\n".join(wrong.problems)) from None
    say(_("The template can be filled."))


@click.command(name="keep")
@click.argument("file", type=_FILE)
@_KIND
@_LANGUAGE
def keep_command(file: Path, key: str, language: str) -> None:
    """Put FILE into use as a template."""
    database.ensure_running()
    with file.open("rb") as stream:
        try:
            keep_template(
                stream,
                name=file.name,
                kind=_kind(key),
                language=language,
                by=SYSTEM,
                at=clock.now(),
                face=Face.COMMAND,
            )
        except FileNotTaken as wrong:
            raise Refused("\n".join(wrong.problems)) from None
    say(_("The template is in use: %(name)s") % {"name": file.name})


@click.command(name="save")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@_KIND
@_LANGUAGE
def save_template(target: Path, key: str, language: str) -> None:
    """Save the template in use to TARGET, to be changed in Word."""
    database.ensure_running()
    kind = _kind(key)
    with acting(SYSTEM):
        content = template_bytes(kind, language, actor=SYSTEM)
    with written_whole(target) as written:
        written.write(content)
    say(_("Saved: %(name)s") % {"name": target})


def _kind(key: str) -> TemplateKind:
    found = template_kind(key)
    if found is None:
        keys = ", ".join(kind.key for kind in template_kinds())
        raise Refused(_("There are no templates for “%(key)s”. There are: %(keys)s.") % {"key": key, "keys": keys})
    return found
