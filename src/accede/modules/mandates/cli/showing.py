"""Commands that show what the record holds of mandates: one mandate, what is due, two compared, faults."""

from collections.abc import Iterable
from dataclasses import asdict

import click
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.mandates.comparing import Fate, Pair
from accede.core.mandates.cutting.structure import Apart, Remark
from accede.foundation import clock
from accede.foundation.console import NoAnswer, print_json, print_table, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.texts import listed
from accede.modules.mandates.cli.arguments import asked_mandate, asked_text
from accede.modules.mandates.fields.codes import (
    ADOPTIONS,
    FATES,
    FAULTS,
    GATES,
    REASONS,
    SECTIONS,
    STANDINGS,
    WHYS,
    in_words,
    remark_in_words,
)
from accede.modules.mandates.queries.adoptions import NOT_RECORDED
from accede.modules.mandates.queries.duties import DutyLine, duties_due, duties_under, times_of
from accede.modules.mandates.queries.mandates import mandate_lines, paragraphs_of
from accede.modules.mandates.queries.reading_data import unread_data
from accede.modules.mandates.queries.rereading import comparison_of, faults_of, read_again

_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


@click.command(name="show")
@click.argument("symbol")
@_json
@language_option
def show_command(symbol: str, *, as_json: bool, language: str) -> None:  # noqa: ARG001  (sets the language)
    """One mandate: its paragraphs as read and its duties. SYMBOL as in E/RES/2007/18."""
    startup.reach_database()
    line = asked_mandate(symbol)
    paragraphs = paragraphs_of(line.imported_id) if line.imported_id else []
    duties = duties_under(line)
    if as_json:
        print_json(
            {
                **asdict(line),
                "paragraphs": [dict(one.data) for one in paragraphs],
                "duties": [asdict(one) for one in duties],
                **(unread_data(read_again(line.imported_id)) if line.imported_id else {"remarks": [], "not_read": []}),
            }
        )
        return
    say(f"{line.symbol} — {line.title}")
    say(f"{in_words(STANDINGS, line.standing)} {line.adopted_on or ''}")
    if line.is_draft:
        known = line.adoption
        words = in_words(ADOPTIONS, known.code if known is not None else NOT_RECORDED)
        details = f"{known.symbol} {known.adopted_on or ''} ({known.source})" if known is not None else ""
        say(f"{_('What became of it:')} {words} {details}".rstrip())
    say()
    if not paragraphs:
        say(_("The text has not been imported; the duties below are Accede’s own coded reading."))
    print_table([_("Paragraph"), _("Verb"), _("Text")], [[one.path, one.phrase, one.text[:90]] for one in paragraphs])
    say()
    print_duties([time for duty in duties for time in times_of(duty)])
    if line.imported_id:
        reading = read_again(line.imported_id)
        say()
        say_remarks(reading.remarks, reading.apart)


def say_remarks(remarks: Iterable[Remark], apart: Iterable[Apart]) -> None:
    """Print what a reader should look at, and the lines that belong to no paragraph, each with the reason."""
    for remark in remarks:
        say(_("Line %(line)s: %(remark)s") % {"line": remark.line, "remark": remark_in_words(remark)})
    for one in apart:
        words = _("Line %(line)s belongs to no paragraph (%(why)s): %(text)s")
        say(words % {"line": one.line, "why": in_words(WHYS, one.why), "text": one.text})


@click.command(name="due")
@click.argument("symbols", nargs=-1, metavar="[SYMBOL]…")
@click.option("--all", "everything", is_flag=True, help="Also what was due before today.")
@_json
@language_option
def due_command(symbols: tuple[str, ...], *, everything: bool, as_json: bool, language: str) -> None:  # noqa: ARG001  (sets the language)
    """What is due when, the earliest first; for all mandates or those named."""
    startup.reach_database()
    lines = [asked_mandate(symbol) for symbol in symbols] or mandate_lines()
    today = clock.today()
    duties = [
        one for one in duties_due(lines, on=today) if everything or one.due_until is None or one.due_until >= today
    ]
    if as_json:
        print_json([asdict(one) for one in duties])
        return
    print_duties(duties, with_symbol=True)


def print_duties(duties: list[DutyLine], *, with_symbol: bool = False) -> None:
    """Print duties as a table."""
    language = get_language() or "en"
    headings = [_("Duty"), _("Owed by"), _("What is owed"), _("Conditions"), _("Part of the mandate"), _("Due")]
    rows = [
        [
            f"{one.symbol} {one.key}" if with_symbol else one.key,
            listed(one.owed_by, language),
            one.what[:80],
            listed((in_words(GATES, code) for code in one.gates), language),
            in_words(SECTIONS, one.section),
            due_in_words(one),
        ]
        for one in duties
    ]
    print_table(headings, rows)


def due_in_words(duty: DutyLine) -> str:
    """Return when a duty is due, and how often it returns."""
    months = duty.every_months
    returns = _("returns after (months): %(count)s") % {"count": months} if months else ""
    return " ".join(words for words in (_time_in_words(duty), returns) if words)


def _time_in_words(duty: DutyLine) -> str:
    if duty.due_until is not None:
        return f"{duty.due_words} ({duty.due_from or ''} – {duty.due_until})"
    if duty.due_words:
        return f"{duty.due_words} ({in_words(REASONS, duty.due_reason)})" if duty.due_reason else duty.due_words
    return _("continuing")


@click.command(name="diff")
@click.argument("earlier")
@click.argument("later")
@_json
@language_option
def diff_command(earlier: str, later: str, *, as_json: bool, language: str) -> None:  # noqa: ARG001  (sets the language)
    """Two resolutions compared: clauses carried over, changed, new and dropped, and the conditions that move."""
    startup.reach_database()
    first, second = asked_mandate(earlier), asked_mandate(later)
    found = comparison_of(asked_text(first), asked_text(second))
    if as_json:
        print_json(
            {
                "earlier": first.symbol,
                "later": second.symbol,
                "clauses": [
                    {
                        "fate": pair.fate,
                        "earlier": pair.earlier.path if pair.earlier else None,
                        "later": pair.later.path if pair.later else None,
                        "division": pair.division,
                        "nearness": round(pair.nearness, 3),
                        "gates_gained": list(pair.gates_gained),
                        "gates_lost": list(pair.gates_lost),
                    }
                    for pair in found.pairs
                ],
                "gates": {code: list(counts) for code, counts in found.gates.items()},
                "sections_gained": list(found.sections_gained),
                "sections_lost": list(found.sections_lost),
            }
        )
        return
    for fate in Fate:
        say(f"{in_words(FATES, fate)}: {found.count(fate)}")
    say()
    rows = [
        [
            in_words(FATES, pair.fate),
            pair.earlier.path if pair.earlier else "",
            pair.later.path if pair.later else "",
            listed(
                [
                    *(f"+{in_words(GATES, one)}" for one in pair.gates_gained),
                    *(f"−{in_words(GATES, one)}" for one in pair.gates_lost),
                ],
                get_language() or "en",
            ),
            _words_of(pair),
        ]
        for pair in found.pairs
    ]
    print_table([_("Clause"), first.symbol, second.symbol, _("Conditions"), _("Text")], rows)


def _words_of(pair: Pair) -> str:
    clause = pair.later or pair.earlier
    return clause.block.text[:70] if clause is not None else ""


@click.command(name="lint")
@click.argument("symbols", nargs=-1, metavar="[SYMBOL]…")
@_json
@language_option
def lint_command(symbols: tuple[str, ...], *, as_json: bool, language: str) -> None:  # noqa: ARG001  (sets the language)
    """Faults: dates that cannot be, duties without actor, conditions without evidence. Exit code 1 for any."""
    startup.reach_database()
    lines = [asked_mandate(symbol) for symbol in symbols] or [one for one in mandate_lines() if one.imported_id]
    found = [(line, fault) for line in lines for fault in faults_of(asked_text(line))]
    if as_json:
        print_json([{"symbol": line.symbol, **asdict(fault), "facts": dict(fault.facts)} for line, fault in found])
    else:
        rows = [
            [line.symbol, fault.paragraph, str(fault.line), str(FAULTS[fault.code]) % dict(fault.facts)]
            for line, fault in found
        ]
        print_table([_("Mandate"), _("Paragraph"), _("Line"), _("Fault")], rows)
        if not found:
            say(_("No fault was found."))
    if found:
        raise NoAnswer
