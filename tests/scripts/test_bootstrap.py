"""What `make run` says on a machine that lacks something."""

import os
import subprocess
import sys
from pathlib import Path

BOOTSTRAP = Path(__file__).resolve().parents[2] / "scripts" / "bootstrap.py"


def say(before: str, *, path: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the script after these words of Python, with no program to be found."""
    script = f"runpy.run_path({str(BOOTSTRAP)!r}, run_name='__main__')"
    code = f"import runpy, sys; sys.argv = ['bootstrap.py', 'run']; {before}; {script}"
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )


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
