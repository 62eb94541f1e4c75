"""The command `accede bases`: on which basis one State can turn to another."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.foundation.console import Reading, Refused, print_json, reading_options, say
from accede.foundation.problems import UnableTo
from accede.modules.cooperation.cli.arguments import open_cooperation, refuse
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.cooperation.words.opinion_question import Asked, understand
from accede.modules.cooperation.words.opinions import Document, opinions_document, opinions_on
from accede.modules.cooperation.words.speaker import CooperationSpeaker

PURPOSES = [purpose.value for purpose in Purpose]
_ENDINGS = (".docx", ".pdf")


def _with_known_ending(_context: click.Context, _parameter: click.Parameter, target: Path | None) -> Path | None:
    """Refuse a name whose ending does not say what is to be saved."""
    if target is not None and target.suffix.lower() not in _ENDINGS:
        raise click.BadParameter(f"give a name that ends in {' or '.join(_ENDINGS)}.")
    if target is not None and not target.parent.is_dir():
        raise click.BadParameter(f"there is no folder {target.parent}.")
    return target


@click.command(name="bases")
@click.argument("requesting")
@click.argument("requested")
@click.option("--offence", required=True, help="An offence by code or title, or an instrument for all its offences.")
@click.option(
    "--purpose",
    type=click.Choice(PURPOSES, case_sensitive=False),
    default=Purpose.EXTRADITION.value,
    show_default=True,
    help="What is asked of the requested State.",
)
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_with_known_ending,
    help="Save the opinion as a document; the ending of the name, .docx or .pdf, says which.",
)
@reading_options
def bases(requesting: str, requested: str, *, offence: str, purpose: str, save: Path | None, reading: Reading) -> None:
    """On which legal bases REQUESTING can turn to REQUESTED for an offence, with reasons and articles.

    States are codes (FRA, FR) or names in any of the six languages.
    """
    snapshot = open_cooperation(reading, about=(requesting, requested))
    asked, wrong = understand(
        snapshot,
        requesting=requesting,
        requested=requested,
        offence=offence,
        on=reading.on,
        purpose=Purpose(purpose.lower()),
        language=reading.language,
    )
    if asked is None:
        raise refuse(wrong)
    if save is not None:
        _save(snapshot, asked, reading.language, target=save)
        return
    document = opinions_document(snapshot, asked, reading.language)
    if reading.as_json:
        print_json(document)
        return
    headline = _("%(purpose)s: %(requesting)s asks %(requested)s, on %(day)s") % {
        "purpose": document["purpose_words"],
        "requesting": document["requesting"]["name"],
        "requested": document["requested"]["name"],
        "day": reading.on.isoformat(),
    }
    say(headline)
    for opinion in document["opinions"]:
        _print_opinion(opinion)


def _save(snapshot: Cooperation, asked: Asked, language: str, *, target: Path) -> None:
    # Imported now: who reads an opinion on the screen does not wait for it.
    from accede.foundation.documents.writing import DocumentFormat, written  # noqa: PLC0415  (as above)
    from accede.foundation.writing import write_whole  # noqa: PLC0415  (as above)
    from accede.modules.cooperation.words.opinion_tree import Answered, opinion_tree  # noqa: PLC0415  (as above)

    answered = Answered(asked, opinions_on(snapshot, asked))
    tree = opinion_tree(answered, CooperationSpeaker(snapshot, language))
    try:
        write_whole(target, written(tree, DocumentFormat(target.suffix.lower()[1:])), mode=0o644)
    except UnableTo as unable:
        raise Refused(str(unable)) from None
    except OSError as error:
        raise Refused(_("The file could not be written: %(reason)s") % {"reason": error.strerror or error}) from None
    say(_("Saved: %(name)s") % {"name": target})


def _print_opinion(opinion: Document) -> None:
    offence = opinion["offence"]
    say()
    say(f"{offence['title']} ({offence['code']})")
    say(f"  {opinion['effect_words']}")
    for basis in opinion["bases"]:
        say()
        say(f"  {basis['title']} — {basis['kind_words']}")
        say(f"    → {basis['effect_words']}")
        _print_lines(basis["reasons"], "·")
        _print_lines(basis["conditions"], "–")
        _print_lines(basis["unknowns"], "?")
    for entry in opinion["considered"]:
        say()
        say(f"  {_('Gives nothing here: %(title)s') % {'title': entry['title']}}")
        _print_lines(entry["reasons"], "·")
    _print_lines(opinion["conditions"], "–")
    _print_lines(opinion["unknowns"], "?")


def _print_lines(reasons: list[Document], mark: str) -> None:
    for reason in reasons:
        authority = f" [{reason['authority']['words']}]" if reason["authority"] else ""
        say(f"    {mark} {reason['words']}{authority}")
