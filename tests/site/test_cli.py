"""The command `accede` as a program of its own: without a database, into a closed pipe, in a shell that completes."""

import ast
import importlib.metadata
import os
import subprocess
import sys

import pytest

ACCEDE = (sys.executable, "-m", "accede.site.cli")


def call(*words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "ACCEDE_LANG": "en", **variables}
    return subprocess.run([*ACCEDE, *words], capture_output=True, text=True, env=environment, timeout=60, check=False)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["import", "--help"], ["standing", "--help"]])
def test_help_needs_no_database(words, tmp_path):
    answer = call(*words, ACCEDE_HOME=str(tmp_path / "home"), ACCEDE_DATABASE_URL="")

    assert answer.returncode == 0
    assert "Usage: accede" in answer.stdout
    assert not (tmp_path / "home" / "database").exists()


def read_by(*words: str) -> set[str]:
    """Call `accede` and return the packages that it has read."""
    program = (
        "import sys; from accede.site.cli import ROOT; from accede.foundation.console import run; import os;"
        "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'accede.site.settings.local');"
        f"run(ROOT, {list(words)!r});"
        "print({name.partition('.')[0] for name in sys.modules} | {name for name in sys.modules if 'modules' in name})"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return set(ast.literal_eval(answer.stdout.splitlines()[-1]))


def test_help_reads_neither_the_framework_nor_the_driver():
    assert read_by("--help").isdisjoint({"django", "psycopg", "numpy", "yaml"})


def test_a_question_to_the_register_reads_nothing_of_other_modules():
    read = read_by("standing", "--help")

    assert "accede.modules.treaties.cli.register" in read
    assert read.isdisjoint({"accede.modules.identity", "accede.modules.mandates", "accede.modules.cooperation"})
    assert read.isdisjoint({"accede.foundation.audit", "accede.foundation.workflow.flow", "cryptography"})
    assert read.isdisjoint({"allauth", "procrastinate", "numpy", "scipy", "openpyxl", "docx", "ninja", "requests"})


def test_the_version_is_told():
    assert call("--version").stdout == f"{importlib.metadata.version('accede')}\n"


def test_without_a_database_one_line_says_so():
    answer = call("states", ACCEDE_DATABASE_URL="postgresql://nobody@127.0.0.1:9/none")

    assert (answer.returncode, answer.stdout) == (3, "")
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) <= 3


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion(shell):
    answer = call("completion", shell)

    assert answer.returncode == 0
    assert "_ACCEDE_COMPLETE" in answer.stdout


def test_a_shell_is_told_which_commands_there_are():
    answer = call(_ACCEDE_COMPLETE="bash_complete", COMP_WORDS="accede st", COMP_CWORD="1")

    assert answer.stdout.split() == ["plain,standing", "plain,states"]


def test_a_reader_who_has_had_enough_is_no_error():
    with subprocess.Popen([*ACCEDE, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        complaints = program.stderr.read()

    assert (program.returncode, complaints) == (0, b"")
