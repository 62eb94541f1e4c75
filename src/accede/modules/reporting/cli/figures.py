"""`accede figures`: which there are, one with its proof, and whether a proof that was kept is whole and still so."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.core.indicators.figures import Figure, differences, plain, value_of
from accede.core.indicators.packages import MOST_BYTES, NoPackage, unpacked
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import NoAnswer, Refused, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.console.output import print_json, print_table
from accede.foundation.texts import listed, nearest
from accede.modules.reporting.fields.codes import SPANS, UNITS
from accede.modules.reporting.queries.definitions import Described, definitions
from accede.modules.reporting.queries.figures import answer_for, counted_again, definitions_for
from accede.modules.reporting.words.figures import (
    PACKAGE_FAULTS,
    asked_in_words,
    faults_in_words,
    knowledge_words,
    rule_of,
    title_of,
    value_words,
)
from accede.modules.reporting.words.question import FigureQuestion


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_figures(*, as_json: bool, language: str) -> None:
    """List the figures: what each counts, and with what it is asked."""
    del language  # in force already, for all that is said
    startup.reach_database()
    found = definitions_for(SYSTEM)
    if as_json:
        print_json([{**one.definition.as_values(), "digest": one.definition.digest} for one in found])
        return
    rows = [
        [
            one.definition.code,
            title_of(one),
            str(UNITS[one.definition.unit]),
            str(SPANS[one.definition.span]),
            listed((*one.definition.days, "known", *one.definition.parameters)),
        ]
        for one in found
    ]
    print_table([_("Code"), _("Title"), _("Unit"), _("Time"), _("Asked with")], rows)


@click.command(name="show")
@click.argument("code")
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--records", "with_records", is_flag=True, help="Print the records too.")
@click.option("--json", "as_json", is_flag=True, help="Print the proof as JSON, to be kept and verified.")
@language_option
def show_figure(*, code: str, parameters: Sequence[str], with_records: bool, as_json: bool, language: str) -> None:
    """Print the figure CODE; days and the like as NAME=VALUE, such as from=2008-01-01 until=2008-12-31."""
    del language  # in force already, for all that is said
    startup.reach_database()
    described = _described(code)
    question = FigureQuestion()
    asked = question.read(described.definition, _written(parameters))
    if question.problems:
        raise Refused("\n".join(question.problems))
    with acting(SYSTEM):
        answer = answer_for(SYSTEM, described, asked, today=clock.today())
        shown = asked_in_words(asked)
    figure = answer.figure
    if figure is None:
        raise NoAnswer(_("Nothing is told of this figure."))
    if as_json:
        print_json({"proof": figure.as_values(), "digest": figure.digest})
    else:
        say(f"{title_of(described)}: {value_words(described.definition.unit, answer.told)}")
        say(rule_of(described))
        for label, words in shown:
            say(f"{label}: {words}")
        say(knowledge_words(asked))
        say(_("Unknown: %(count)s. Records: %(records)s.") % {"count": figure.unknown, "records": len(figure.records)})
        say(f"SHA-256: {figure.digest}")
        if with_records:
            rows = [
                [one.key, one.counts, one.on.isoformat() if one.on else "", plain(one.amount)] for one in figure.records
            ]
            print_table([_("Record"), _("Counts"), _("Day"), _("Amount")], rows)
    if answer.faults:
        raise NoAnswer("\n".join(faults_in_words(answer.faults)))


@click.command(name="verify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@language_option
def verify_figure(*, file: Path, language: str) -> None:
    """Say whether the proof in FILE (of “show --json”, of the API, or a package) is whole, and what is counted now."""
    del language  # in force already, for all that is said
    with file.open("rb") as stream:
        is_package = stream.read(2) == b"PK"
    if is_package:
        _verify_package(file)
    else:
        _verify_proof(file)


def _verify_package(file: Path) -> None:
    """Say whether an evidence package is whole, and what would differ now."""
    if file.stat().st_size > MOST_BYTES:
        raise Refused(_no_package(file))
    try:
        found = unpacked(file.read_bytes())
    except (NoPackage, OSError) as error:
        raise Refused(_no_package(file)) from error
    if found.faults:
        lines = [f"{place or file.name}: {PACKAGE_FAULTS[reason.code]}" for place, reason in found.faults]
        raise NoAnswer("\n".join(lines))
    words = _("The package is whole: %(count)s figures, SHA-256 %(digest)s.")
    say(words % {"count": len(found.figures), "digest": found.digest})
    startup.reach_database()
    lines = []
    with acting(SYSTEM):
        for place, figure in found.figures.items():
            again = counted_again(figure, SYSTEM)
            lines += [f"{place}: {words}" for words in _changes(figure, again)]
    if lines:
        raise NoAnswer("\n".join([_("Counted again, these would differ now:"), *lines]))
    say(_("Counted again, all of them are the same."))


def _changes(figure: Figure, again: Figure | None) -> list[str]:
    """Return in what a figure that was counted again differs."""
    if again is None:
        return [_("No definition is called “%(code)s” any more.") % {"code": figure.definition.code}]
    return faults_in_words(differences(figure, again))


def _no_package(file: Path) -> str:
    words = _("%(file)s is no evidence package. Write one with: accede report build")
    return words % {"file": file}


def _verify_proof(file: Path) -> None:
    """Say whether the proof of one figure is whole, and what is counted now."""
    figure, digest = _kept(file)
    if figure.digest != digest:
        words = _("The proof was changed: its hash is %(now)s, and the file says %(then)s.")
        raise NoAnswer(words % {"now": figure.digest, "then": digest})
    if (made := value_of(figure.definition.counting, figure.records)) != figure.value:
        words = _("The value is %(value)s, and its records make %(made)s.")
        raise NoAnswer(words % {"value": plain(figure.value), "made": plain(made)})
    say(_("The proof is whole: definition, parameters, value and %(count)s records.") % {"count": len(figure.records)})
    startup.reach_database()
    with acting(SYSTEM):
        again = counted_again(figure, SYSTEM)
    if found := _changes(figure, again):
        raise NoAnswer("\n".join([_("Counted again it differs."), *found]))
    say(_("Counted again it is the same."))


def _described(code: str) -> Described:
    found = definitions().get(code)
    if found is None:
        near = listed(nearest(code[:80], definitions()) or definitions())
        words = _("There is no figure “%(code)s”. Perhaps you mean: %(near)s.")
        raise Refused(words % {"code": code[:80], "near": near})
    return found


def _written(parameters: Sequence[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in parameters]
    if wrong := [name for name, sign, _value in pairs if not sign]:
        raise Refused(_("Write NAME=VALUE, such as on=2008-09-03; not “%(text)s”.") % {"text": wrong[0][:40]})
    return {name: value for name, _sign, value in pairs}


def _kept(file: Path) -> tuple[Figure, str]:
    """Return the figure that a file holds, and the hash that it says."""
    try:
        values = json.loads(file.read_text("utf-8"))
        return Figure.read(values["proof"]), str(values["digest"])
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as error:
        words = _("%(file)s is no proof of a figure. Write one with: accede figures show CODE --json")
        raise Refused(words % {"file": file}) from error
