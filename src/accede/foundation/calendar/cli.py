"""`accede calendar`: what falls on which day, as a table, as JSON, or for calendar programs."""

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.calendar.entries import Asked, Status, entries, kinds_for
from accede.foundation.calendar.icalendar import event_of, icalendar
from accede.foundation.calendar.months import read_span
from accede.foundation.calendar.parameters import chosen_kinds, read_marks
from accede.foundation.calendar.presenting import item
from accede.foundation.calendar.shown import STATUS_WORDS
from accede.foundation.console import Reading, print_json, print_table, reading_options, say


@click.command(name="calendar")
@click.option("--from", "since", metavar="DAY", default="", help="The first day (default: the day of the answer).")
@click.option("--until", metavar="DAY", default="", help="The last day (default: a year later).")
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only entries of this kind; may be repeated.")
@click.option("--only", default="", metavar="WHAT", help="Only of a State, region, theme or body, as state:MLI.")
@click.option("--public", is_flag=True, help="Only what everybody may see.")
@click.option("--ics", "as_ics", is_flag=True, help="Write iCalendar, for calendar programs.")
@reading_options
def calendar_command(
    *, since: str, until: str, kinds: tuple[str, ...], only: str, public: bool, as_ics: bool, reading: Reading
) -> None:
    """List what falls on which day: duties, instalments, what ends, what waits."""
    problems: list[str] = []
    if reading.known is not None:
        problems.append(_("The calendar speaks of what is known now; leave --known away."))
    if as_ics and reading.as_json:
        problems.append(_("Choose one of --json and --ics."))
    reader = ANONYMOUS if public else SYSTEM
    first, last = read_span(since, until, on=reading.on, problems=problems)
    chosen = chosen_kinds(kinds, kinds_for(reader), problems=problems)
    marks = read_marks(only, problems=problems)
    if problems:
        raise click.UsageError("\n".join(problems))
    with acting(reader):
        found = entries(Asked(reader, first, last, reading.on), kinds=chosen, marks=marks)
    if as_ics:
        events = (event_of(one, site=settings.ACCEDE_SITE, language=reading.language) for one in found)
        click.echo(icalendar(events, name="Accede", language=reading.language), nl=False)
    elif reading.as_json:
        print_json([item(one) for one in found])
    elif not found:
        say(_("Nothing falls on these days."))
    else:
        print_table(
            (_("Day"), _("Kind"), pgettext("calendar", "Entry"), _("State of the entry")),
            [
                (
                    f"{one.entry.first}"
                    if one.entry.first == one.entry.last
                    else f"{one.entry.first} – {one.entry.last}",
                    str(one.kind.label),
                    one.entry.title,
                    "" if one.entry.status is Status.OPEN else str(STATUS_WORDS[one.entry.status]),
                )
                for one in found
            ],
        )
