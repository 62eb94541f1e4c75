import os
import subprocess
import sys

import click
import psycopg
import pytest
from django.db import ProgrammingError
from hypothesis import given
from hypothesis import strategies as st

from accede.foundation.console import Command, LazyGroup, NoAnswer, Refused, run
from accede.foundation.console.output import display_width, table_lines, wrap
from accede.foundation.console.startup import default_language
from accede.foundation.database import DatabaseUnavailable


def ending(error: Exception) -> click.Command:
    @click.command(name="ending")
    def end() -> None:
        raise error

    return end


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (NoAnswer("no"), 1, "no"),
        (Refused("unknown", ["near"], "Perhaps:"), 2, "unknown Perhaps: near"),
        (DatabaseUnavailable("no server answers"), 3, "no server answers"),
        (ProgrammingError("relation is not there"), 3, "relation is not there"),
        (psycopg.OperationalError("server closed"), 3, "The database does not answer as it should: server closed"),
        (ZeroDivisionError("division by zero"), 3, "ZeroDivisionError: division by zero"),
    ],
)
def test_every_end_has_its_exit_code_and_none_is_a_traceback(capsys, error, code, words):
    assert run(ending(error), []) == code

    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_details_are_shown_to_whoever_asks(capsys, monkeypatch):
    monkeypatch.setenv("ACCEDE_DEBUG", "1")

    run(ending(ZeroDivisionError()), [])

    assert "Traceback" in capsys.readouterr().err


def test_a_command_that_is_misspelt_gets_the_nearest(capsys):
    group = LazyGroup("accede", {"standing": Command("nowhere:nothing", "Stands.")}, summary="Test.")

    assert run(group, ["standign"]) == 2
    assert "standing" in capsys.readouterr().err


def test_help_reads_no_command(capsys):
    group = LazyGroup("accede", {"standing": Command("nowhere:nothing", "Stands.")}, summary="Test.")

    assert run(group, ["--help"]) == 0
    assert "Stands." in capsys.readouterr().out


def test_a_reader_that_has_had_enough_is_no_error():
    script = (
        "import click, sys\n"
        "from accede.foundation.console import run\n"
        "@click.command(name='much')\n"
        "def much():\n"
        "    for number in range(100000): click.echo(number)\n"
        "sys.exit(run(much))\n"
    )
    much = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert much.stdout is not None
    assert much.stderr is not None
    much.stdout.readline()
    much.stdout.close()

    assert much.stderr.read() == b""
    much.stderr.close()
    assert much.wait() == 0


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("中国", 4), ("é", 1), ("e\u0301", 1), ("مُحَمَّد", 4)])
def test_width_is_counted_in_columns_of_the_terminal(text, width):
    assert display_width(text) == width


WORDS = st.text(alphabet="abc 中国é", max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), st.integers(30, 80))
def test_a_table_is_never_wider_than_the_terminal_and_loses_no_letter(rows, width):
    lines = table_lines(["one", "two"], rows, width=width)

    assert all(display_width(click.unstyle(line)) <= width for line in lines)
    shown = "".join(lines).replace(" ", "")
    assert all(shown.count(letter) >= "".join("".join(row) for row in rows).count(letter) for letter in "中国é")


def test_text_is_broken_between_words_and_chinese_where_the_line_ends():
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("中华人民共和国", 6) == ["中华人", "民共和", "国"]


def test_an_empty_table_has_no_lines():
    assert table_lines(["one"], [], width=40) == []


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"ACCEDE_LANG": "ru", "LANG": "fr_FR"}, "ru"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_terminal(monkeypatch, variables, language):
    for name in ("ACCEDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert default_language() == language


def test_help_is_there_without_waiting_for_django():
    script = (
        "import sys; from accede.site.cli import ROOT\n"
        "ROOT.main(['--help'], standalone_mode=False)\n"
        "print('django.apps' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)

    assert shown.stdout.splitlines()[-1] == "False"
