"""What `make run` says on a machine that lacks something."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.machines import eventually

BOOTSTRAP = Path(__file__).resolve().parents[2] / "scripts" / "bootstrap.py"


def say(before: str, *, path: str = "", script: Path = BOOTSTRAP) -> "subprocess.CompletedProcess[str]":
    """Run the script after these words of Python, with no program to be found."""
    run = f"runpy.run_path({str(script)!r}, run_name='__main__')"
    code = f"import runpy, sys; sys.argv = ['bootstrap.py', 'run']; {before}; {run}"
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which nothing has been installed, and whose uv notes what it is told and takes its time."""
    folder = tmp_path / "checkout"
    shutil.copytree(BOOTSTRAP.parents[1] / "requirements", folder / "requirements")
    (folder / "scripts").mkdir()
    for name in ("scripts/bootstrap.py", "pyproject.toml"):
        shutil.copy(BOOTSTRAP.parents[1] / name, folder / name)
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(
        "#!/bin/sh\n"
        f'echo "$@" >> {tmp_path}/told\n'
        'if [ "$1" = venv ]; then mkdir -p .venv/bin && ln -sf "$5" .venv/bin/python; else sleep 2; fi\n'
    )
    uv.chmod(0o755)
    return folder


def begin(checkout: Path) -> "subprocess.Popen[str]":
    path = f"{checkout.parent / 'bin'}:/usr/bin:/bin"
    words = [sys.executable, str(checkout / "scripts" / "bootstrap.py"), "run"]
    # A run in the background ignores this signal, and whatever it starts would too.
    was = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(words, env={**os.environ, "PATH": path}, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, was)


def told(checkout: Path) -> list[str]:
    return (checkout.parent / "told").read_text().splitlines()


def test_of_three_that_start_at_once_one_installs_and_the_others_wait(checkout: Path):
    begun = [begin(checkout) for _ in range(3)]

    said = [process.communicate(timeout=60)[1] for process in begun]

    assert [process.returncode for process in begun] == [0, 0, 0], said
    assert sum("this one waits for it" in words for words in said) == 2
    assert len([line for line in told(checkout) if line.startswith("venv")]) == 1


def test_what_was_stopped_is_told_and_put_right_by_the_next(checkout: Path):
    first = begin(checkout)
    assert eventually((checkout / ".venv" / "unfinished").exists)
    time.sleep(0.5)
    first.send_signal(signal.SIGINT)
    assert "The same command goes on from here." in first.communicate(timeout=60)[1]
    assert first.returncode == 130

    second = begin(checkout)
    second.communicate(timeout=60)

    assert second.returncode == 0
    assert any("--reinstall" in line for line in told(checkout)), "what was half written is written anew"
    assert not (checkout / ".venv" / "unfinished").exists()


def test_a_checkout_that_cannot_be_written_to_is_told(checkout: Path):
    words = (
        "import builtins, errno; error = OSError(errno.EROFS, 'Read-only file system', '.venv.lock'); "
        "builtins.open = lambda *_: (_ for _ in ()).throw(error)"
    )

    answer = say(words, script=checkout / "scripts" / "bootstrap.py")

    assert answer.returncode == 1
    assert ".venv.lock: Read-only file system." in answer.stderr
    assert "Copy that to a folder" in answer.stderr


def test_an_old_python_is_told_which_is_needed():
    answer = say("sys.version_info = (3, 9, 2)")

    assert answer.returncode == 1
    assert "needs Python 3.11 or later" in answer.stderr
    assert "is Python 3.9" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_newer_python_on_the_path_is_taken(tmp_path: Path):
    newer = tmp_path / "python3.12"
    newer.write_text("#!/bin/sh\necho taken $2\n")
    newer.chmod(0o755)

    answer = say("sys.version_info = (3, 9, 2)", path=str(tmp_path))

    assert answer.stdout == "taken run\n"
