"""Make the virtual environment and install the pins: ``python3 scripts/bootstrap.py run|dev|bench``.

Runs on whatever Python the machine has, so it is written in the words of older ones. Does nothing when the environment
already holds what requirements/ says. Uses uv where it can be had, else pip: the same versions, more slowly.
Of several that start at once one installs and the others wait. What was broken off is put right by the next.
"""

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
#: There while packages are being installed; found by the next start when that was broken off.
UNFINISHED = VENV / "unfinished"
OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11", "python3.14")
#: What holds all that a wish needs, so that `make run` after `make test` installs nothing.
COVERED_BY = {"run": ("run", "dev", "bench"), "dev": ("dev", "bench"), "bench": ("bench",)}


def main(wish):
    """Bring the environment to what is wished for."""
    os.chdir(str(ROOT))
    use_recent_python(wish)
    if is_up_to_date(wish):
        return
    with one_at_a_time():
        if not is_up_to_date(wish):
            bring_up_to_date(wish)


def is_up_to_date(wish):
    """Say whether the environment holds what is wished for, whole."""
    return not UNFINISHED.exists() and any(stamp(name) == read(stamp_path(name)) for name in COVERED_BY[wish])


@contextlib.contextmanager
def one_at_a_time():
    """Wait until no other process installs here. The kernel lets go of the lock when its holder dies."""
    with open(str(ROOT / ".venv.lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another process is installing; this one waits for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def bring_up_to_date(wish):
    """Make the environment where there is none, and install what has changed."""
    make_environment()
    if any(read(stamp_path(name)) for name in COVERED_BY):
        say("Installing what has changed …")
    else:
        say("Installing Accede: once, a minute or less after the download …")
    was_broken_off = UNFINISHED.exists()
    UNFINISHED.touch()
    install(wish, anew=was_broken_off)
    for name in COVERED_BY:
        if stamp_path(name).exists():
            stamp_path(name).unlink()
    stamp_path(wish).write_text(stamp(wish))
    UNFINISHED.unlink()


def use_recent_python(wish):
    """Go on under a Python that is recent enough, or say which is needed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        if shutil.which(name):
            os.execvp(name, [name, str(Path(__file__).resolve()), wish])
    have = ".".join(map(str, sys.version_info[:2]))
    fail(
        f"Accede needs Python 3.11 or later; {sys.executable} is Python {have}.\n"
        "Install a later one (Debian 12, Ubuntu 24.04 and later: apt-get install python3 python3-venv), then run the "
        "same command again. Where it has another name: make run PYTHON=/path/to/python3.11"
    )


def make_environment():
    """Make .venv if it is not there, or if its Python has gone or is another one now."""
    if PYTHON.exists() and works(f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"):
        return
    uv = shutil.which("uv")
    if uv and subprocess.call([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]) == 0:
        return
    try:
        import ensurepip  # noqa: F401, PLC0415  (only to see whether it is there)
        import venv  # noqa: PLC0415  (Debian packs it apart)
    except ImportError:
        fail(
            f"{sys.executable} cannot make virtual environments: its module venv is not installed.\n"
            "Install it (Debian and Ubuntu: apt-get install python3-venv), then run the same command again."
        )
    venv.EnvBuilder(with_pip=True, clear=True, symlinks=True).create(str(VENV))


def install(wish, *, anew):
    """Install the pins, each checked against its hash, and the checkout itself; `anew`: also what seems to be there."""
    pins = ["--require-hashes", "-r", f"requirements/{wish}.txt"]
    checkout = ["--no-deps", "--no-build-isolation", "-e", "."]
    uv = find_uv()
    if uv:
        # Compiled now, as pip does by itself: else the first start would, or every start where that is forbidden.
        command = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
        again = ["--reinstall"] if anew else []
        if subprocess.call([*command, *again, *pins]) == 0 and subprocess.call([*command, *checkout]) == 0:
            return
        say("uv did not manage; pip tries the same.")  # an index that only pip was told of, say
    run([*pip(), *(["--force-reinstall"] if anew else []), *pins])
    run([*pip(), *checkout])


def find_uv():
    """Return uv: the machine's, the environment's, or one just installed there; None where it is not to be had."""
    inside = VENV / "bin" / "uv"
    found = shutil.which("uv") or (str(inside) if inside.exists() else None)
    if found:
        return found
    command = [*pip(), "--require-hashes", "-r", "requirements/uv.txt"]
    if subprocess.call(command, stderr=subprocess.DEVNULL) == 0 and inside.exists():
        return str(inside)
    say("uv could not be installed; pip goes on without it, more slowly.")
    return None


def pip():
    """Return the install command of the environment's own pip, putting one there if it has none."""
    if not works("import pip"):
        run([str(PYTHON), "-m", "ensurepip"])
    return [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def works(code):
    """Say whether the environment's Python runs these words without a fault."""
    return subprocess.call([str(PYTHON), "-c", code], stderr=subprocess.DEVNULL) == 0


def run(command):
    """Run a command; when it fails, say which and end."""
    if subprocess.call(command) != 0:
        fail(
            f"This did not work: {' '.join(command)}\nIts own words are above. "
            "A machine without access to a Python package index: see docs/operations/install.md."
        )


def stamp(wish):
    """Return what the environment must have been made from to be up to date."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in (ROOT / "requirements" / (wish + ".txt"), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp_path(wish):
    """Return the file that keeps the stamp."""
    return VENV / ("installed-" + wish)


def read(path):
    """Return the text of a small file, nothing if it is not there."""
    return path.read_text() if path.exists() else ""


def say(words):
    """Tell the user what goes on."""
    sys.stderr.write(words + "\n")


def fail(words):
    """Tell the user what is wrong and what to do, and end."""
    say(words)
    sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in COVERED_BY:
        fail("Say run, dev or bench.")
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        say("Stopped. The same command goes on from here.")
        sys.exit(130)
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC):
            raise
        fail(
            f"{error.filename or ROOT}: {error.strerror}.\n"
            "Accede is installed into its checkout. Copy that to a folder that this user may write to, with 1 GB free."
        )
