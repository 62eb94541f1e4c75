"""`accede laws show` and `accede laws match` on a file: reads a law without storing anything; needs no database."""

import json
import sys
from collections import Counter
from pathlib import Path

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.core.legislation.catalogue import Obligation
from accede.core.legislation.matching import Candidate
from accede.foundation.console import NoAnswer, Refused, print_table, say, tell
from accede.foundation.console.options import language_option
from accede.foundation.imports.problems import FileRefused, explain
from accede.modules.legislation.fields.codes import DOUBTS, KINDS, PLACES
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.services.matching import candidates_in
from accede.modules.legislation.services.problems import NOTES, WORDS
from accede.modules.legislation.services.reading import ReadLaw, read_file

_SHOWN_DOUBTS = 20
_LONGEST_CELL = 90


@click.command(name="show")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every provision with its number, heading and text.")
@language_option
def show_command(file: str, *, as_json: bool, language: str) -> None:  # noqa: ARG001  (sets the language)
    """Read a law and show its provisions, and where the reader is unsure.

    FILE is plain text, Markdown, HTML, DOCX, PDF with a text layer, or the XML or JSON of an official publisher.
    """
    read = _read(file)
    if as_json:
        sys.stdout.write(json.dumps(_as_data(read), ensure_ascii=False, indent=2) + "\n")
        return
    _say_what_was_read(read)
    rows = [
        [one.key, _short(one.heading), _short(" › ".join(one.within[-2:])), str(one.end - one.start)]
        for one in read.segmented.provisions
    ]
    print_table([_("Number"), _("Heading"), _("Stands in"), _("Characters")], rows)
    _say_doubts(read)


@click.command(name="match")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--instrument", default="FINANCING-1999", show_default=True, help="The instrument, by its key.")
@click.option(
    "--most", type=click.IntRange(1, 50), default=3, show_default=True, help="Candidates for each obligation."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@language_option
def match_command(files: tuple[str, ...], *, instrument: str, most: int, as_json: bool, language: str) -> None:
    """Say for each obligation of an instrument which provisions of the laws in FILE… may answer it, and why.

    What is listed is a proposal: a person reads the provision and decides. Nothing is stored.
    """
    known = catalogue()
    if instrument not in known.instruments:
        words = _("There are no obligations of “%(key)s” here. Known: %(keys)s.")
        raise Refused(words % {"key": instrument, "keys": ", ".join(known.instruments)})
    read = [_read(file) for file in files]
    found = candidates_in(
        [(one.law.title or one.law.name, one) for one in read], known.of_instrument(instrument), most=most
    )
    if as_json:
        values = [_obligation_data(obligation, candidates, language) for obligation, candidates in found]
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
        return
    for obligation, candidates in found:
        _say_obligation(obligation, candidates, language)


def _read(file: str) -> ReadLaw:
    try:
        return read_file(Path(file))
    except FileRefused as refusal:
        tell(f"{file}: {' '.join(explain(problem, WORDS) for problem in refusal.problems)}")
        raise NoAnswer from None


def _say_what_was_read(read: ReadLaw) -> None:
    say(f"{read.law.name}: {read.law.title} ({read.law.language}, {read.law.format})")
    for note in read.law.notes:
        say(str(NOTES[note]))
    counts = Counter(one.place.value for one in read.segmented.provisions)
    for place, count in counts.items():
        say(f"{PLACES[place]}: {count}")
    say(
        _("Characters of the text: %(all)s; in provisions or between them: %(kept)s; lost: %(lost)s.")
        % {
            "all": len(read.law.text),
            "kept": sum(one.end - one.start for one in read.segmented.pieces),
            "lost": len(read.law.text) - sum(one.end - one.start for one in read.segmented.pieces),
        }
    )


def _say_doubts(read: ReadLaw) -> None:
    unsure = read.segmented.unsure
    if unsure:
        words = ngettext("Look at this %(count)s place:", "Look at these %(count)s places:", len(unsure))
        say(words % {"count": len(unsure)})
    for one in unsure[:_SHOWN_DOUBTS]:
        line = read.law.text.count("\n", 0, one.start) + 1
        said = str(DOUBTS[one.doubt.value]) % {"number": one.number, "other": one.other}
        say(_("Line %(line)s: %(fault)s") % {"line": line, "fault": said})


def _say_obligation(obligation: Obligation, candidates: list[Candidate], language: str) -> None:
    say(f"{obligation.instrument} {obligation.article} · {KINDS[obligation.kind]}")
    say(f"  {obligation.says(_short_code(language))}")
    if not candidates:
        say("  " + _("No provision was found here: to be examined with the State."))
    for one in candidates:
        say(f"  – {one.provision.number} {_short(one.provision.heading)} ({_short(one.provision.law)})")
        say("      " + ", ".join(_reasons(one)))
    say()


def _reasons(one: Candidate) -> list[str]:
    reasons = list(one.terms)
    if one.names_convention:
        reasons.append(_("names the convention"))
    return reasons


def _short_code(language: str) -> str:
    return language.partition("-")[0]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…"


def _as_data(read: ReadLaw) -> dict[str, object]:
    return {
        "title": read.law.title,
        "language": read.law.language,
        "format": read.law.format,
        "notes": list(read.law.notes),
        "provisions": [
            {
                "key": one.key,
                "number": one.number,
                "label": one.label,
                "heading": one.heading,
                "within": list(one.within),
                "place": one.place.value,
                "text": read.law.text[one.start : one.end],
            }
            for one in read.segmented.provisions
        ],
        "unsure": [
            {"why": one.doubt.value, "number": one.number, "line": read.law.text.count("\n", 0, one.start) + 1}
            for one in read.segmented.unsure
        ],
    }


def _obligation_data(obligation: Obligation, candidates: list[Candidate], language: str) -> dict[str, object]:
    return {
        "obligation": obligation.key,
        "instrument": obligation.instrument,
        "article": obligation.article,
        "says": obligation.says(_short_code(language)),
        "candidates": [
            {
                "law": one.provision.law,
                "number": one.provision.number,
                "heading": one.provision.heading,
                "score": round(one.score, 3),
                "terms": list(one.terms),
                "names_convention": one.names_convention,
            }
            for one in candidates
        ],
    }
