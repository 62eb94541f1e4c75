"""The command `accede bases`: on which basis one State can turn to another."""

import click
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.foundation.console import Reading, print_json, reading_options, say
from accede.modules.cooperation.cli.arguments import open_cooperation, refuse
from accede.modules.cooperation.words.opinion_question import understand
from accede.modules.cooperation.words.opinions import Document, opinions_document

PURPOSES = [purpose.value for purpose in Purpose]


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
@reading_options
def bases(requesting: str, requested: str, *, offence: str, purpose: str, reading: Reading) -> None:
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
