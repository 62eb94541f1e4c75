"""`accede search`: what a text finds; and the index made anew."""

import click
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accede.foundation import clock, database
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import NoAnswer, print_json, print_table, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.pages import AsAt
from accede.foundation.search.asking import problems_of
from accede.foundation.search.finding import LAST_PAGE, MOST_COUNTED, Found, find
from accede.foundation.search.kinds import kinds
from accede.foundation.search.rebuilding import rebuild


@click.command(name="search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--kind", default="", help="Only things of this kind, for example state.")
@click.option("--page", type=click.IntRange(1, LAST_PAGE), default=1, show_default=True, help="The page.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def search_command(words: tuple[str, ...], *, kind: str, page: int, as_json: bool, language: str) -> None:
    """Find States, instruments, mandates, treaties and all else by any of their names, in six languages."""
    text = " ".join(words).strip()
    problems = problems_of(text) or ([] if text else [_("Write what is to be found.")])
    known = [one.key for one in kinds()]
    if kind and kind not in known:
        problems.append(f"--kind: {', '.join(known)}")
    if problems:
        raise click.UsageError("\n".join(problems))
    startup.reach_database()
    today = clock.today()
    with acting(SYSTEM):
        found = find(text, actor=SYSTEM, language=language, as_at=AsAt(today, today), kind=kind, page=page)
    if as_json:
        print_json(_plain(text, found))
    else:
        _print(found)
    if not found.count:
        raise NoAnswer


def _print(found: Found) -> None:
    if found.instead:
        say(_("Nothing has these words. Shown is what has: %(words)s") % {"words": found.instead})
    if found.is_loose:
        say(_("Nothing has all of these words. Shown is what has some of them."))
    rows = [[one.title, "", one.said, one.address] for one in found.answers]
    rows += [
        [hit.label, str(hit.kind.one), "".join(piece.text for piece in hit.said)[:120], hit.address]
        for hit in found.hits
    ]
    print_table([_("What was found"), _("Kind"), _("Passage"), _("Page")], rows)
    number = number_format(found.count, force_grouping=True)
    counted = number if found.is_counted else _("more than %(number)s") % {"number": number}
    say(_("Found: %(number)s.") % {"number": counted})


def _plain(text: str, found: Found) -> dict[str, object]:
    return {
        "q": text,
        "instead": found.instead,
        "is_loose": found.is_loose,
        "count": found.count,
        "is_counted": found.is_counted,
        "answers": [{"title": one.title, "said": one.said, "address": one.address} for one in found.answers],
        "numbers": {key: min(number, MOST_COUNTED) for key, number in found.numbers.items()},
        "items": [
            {
                "kind": hit.kind.key,
                "key": hit.key,
                "title": hit.label,
                "said": "".join(piece.text for piece in hit.said),
                "address": hit.address,
            }
            for hit in found.hits
        ],
    }


@click.command(name="index")
def index_command() -> None:
    """Make the index of the search anew; only what differs is written."""
    database.ensure_running()
    with database.as_owner():
        database.migrate_under_lock()
        made = rebuild()
    for one in made:
        say(f"{one.kind}: {one.there} entries; {one.changed} new or changed, {one.gone} gone.")
