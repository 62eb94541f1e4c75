"""Archives restored and made by real processes: what fails leaves nothing, what was killed is gone on with."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accede.foundation.backup import archive
from accede.foundation.backup.keyfile import Keys
from accede.foundation.backup.restoring import problems_here
from tests.support.archives import ARCHIVE, KEYS, rewritten
from tests.support.machines import Machine

DUMP = archive.DUMP
LOCAL = {"DJANGO_SETTINGS_MODULE": "accede.site.settings.local"}


@pytest.fixture
def machine(machine: Machine) -> Machine:
    """The state folder of one's own machine."""
    machine.variables.update(LOCAL)
    return machine


def restore(machine: Machine, path: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return machine.python("-m", "accede.site.cli", "backup", "restore", str(path), "--keys", str(KEYS), *words)


def left_in(machine: Machine) -> list[str]:
    """Return what of an archive lies in the state folder."""
    kept = [path.name for path in (machine.home / "files").glob("*/*")]
    return [*kept, *(name for name in ("secret-key", "audit-key") if (machine.home / name).exists())]


def test_what_cannot_be_restored_leaves_nothing_and_what_is_there_is_left_alone(machine: Machine, tmp_path: Path):
    def break_dump(members: dict[str, bytes]) -> None:
        members[DUMP] = members[DUMP][: len(members[DUMP]) // 2]

    broken = _signed_as_it_is(tmp_path / "broken.zip", break_dump)

    answer = restore(machine, broken)
    assert answer.returncode == 3
    assert "pg_restore did not do its work" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert left_in(machine) == []
    assert machine.ask("select count(*) from pg_class where relnamespace = 'public'::regnamespace") == "0"

    with archive.opened(ARCHIVE) as opened:
        in_the_way = machine.home / "files" / opened.kept_files()[-1][:2]
    in_the_way.rmdir()
    in_the_way.write_text("a file where the folder of files should be")
    assert restore(machine, ARCHIVE).returncode == 3
    assert left_in(machine) == []
    assert machine.ask("select count(*) from pg_class where relnamespace = 'public'::regnamespace") == "0"
    in_the_way.unlink()

    killed_after_the_database_came_in(machine)
    served = machine.python("-m", "accede.site.serve")
    assert (served.returncode, "Repeat it: accede backup restore" in served.stderr) == (1, True), served.stderr
    other = restore(machine, rewritten(tmp_path / "other.zip", manifest=later_moment, signs=True))
    assert (other.returncode, "The database is not empty" in other.stderr) == (3, True), other.stderr

    again = restore(machine, ARCHIVE)
    assert (again.returncode, "was not checked yet" in again.stderr) == (0, True), again.stderr
    assert not (machine.home / "restore.begun").exists()
    assert len(left_in(machine)) == 4
    events = machine.ask("select count(*) from audit_event")

    answer = restore(machine, ARCHIVE)
    assert answer.returncode == 3
    assert "The database is not empty: it holds account_emailaddress" in answer.stderr
    assert "mv " in answer.stderr
    assert machine.ask("select count(*) from audit_event") == events


_KILLED_AT_ITS_CHECKS = """
import os, signal
from accede.foundation import console
say = console.tell
def tell(words):
    say(words)
    if words.startswith("Checks"):
        os.kill(os.getpid(), signal.SIGKILL)
console.tell = tell
from accede.site import cli
cli.main()
"""


def killed_after_the_database_came_in(machine: Machine) -> None:
    """Restore the archive in a process that gets SIGKILL once the database has committed, before the checks."""
    answer = machine.python("-c", _KILLED_AT_ITS_CHECKS, "backup", "restore", str(ARCHIVE), "--keys", str(KEYS))
    assert answer.returncode == -signal.SIGKILL, answer.stderr
    assert machine.ask("select count(*) from audit_event") == "10"
    assert (machine.home / "restore.begun").exists()


def later_moment(said: dict[str, Any]) -> None:
    said["made_at"] = "2099-01-01T00:00:00+00:00"


_LIMIT_ANOTHER = """
import os, resource, sys
user, group, process, most = map(int, sys.argv[1:])
os.setgid(group)
os.setuid(user)
resource.prlimit(process, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
"""


def test_to_check_an_archive_makes_nothing_here(machine: Machine):
    answer = machine.python("-m", "accede.site.cli", "backup", "check", str(ARCHIVE), "--keys", str(KEYS))

    assert answer.returncode == 0, answer.stderr
    assert not machine.home.exists()


def limit_files_of(process: int, *, most: int) -> None:
    """Let a process, and what it starts from now on, write no larger files; asked as the account that it runs as."""
    status = Path(f"/proc/{process}/status").read_text()
    user, group = (status.partition(f"{word}:")[2].split()[0] for word in ("Uid", "Gid"))
    subprocess.run([sys.executable, "-c", _LIMIT_ANOTHER, user, group, str(process), str(most)], check=True)


def test_a_restore_for_which_there_is_no_room_is_told_and_nothing_stays(machine: Machine):
    machine.hold_ready()

    answer = within(50, machine, "backup", "restore", str(ARCHIVE), "--keys", str(KEYS))

    assert (answer.returncode, "Make room on that disk" in answer.stderr) == (3, True), answer.stderr
    assert left_in(machine) == []
    assert not (machine.home / "restore.begun").exists()
    full_database_is_told_and_nothing_stays(machine)


def full_database_is_told_and_nothing_stays(machine: Machine) -> None:
    # No table or index may grow beyond this, for any process that the server starts from now on.
    limit_files_of(machine.server_number(), most=100_000)

    answer = restore(machine, ARCHIVE)

    assert answer.returncode == 3, answer.stderr
    assert "Make room on the disk of the database, then repeat; nothing is half-done." in answer.stderr
    assert "Traceback" not in answer.stderr
    assert left_in(machine) == []
    assert not (machine.home / "restore.begun").exists()
    assert machine.ask("select count(*) from pg_class where relnamespace = 'public'::regnamespace") == "0"
    limit_files_of(machine.server_number(), most=resource.RLIM_INFINITY)
    again = restore(machine, ARCHIVE)
    assert again.returncode == 0, again.stderr


def _signed_as_it_is(path: Path, members: Any) -> Path:
    """Rewrite the archive with other members, about which the manifest says the truth, signed."""
    found: dict[str, bytes] = {}

    def work(made: dict[str, bytes]) -> None:
        members(made)
        found.update(made)

    rewritten(path, members=work)

    def say(said: dict[str, Any]) -> None:
        for name, one in said["members"].items():
            one.update(size=len(found[name]), sha256=hashlib.sha256(found[name]).hexdigest())

    return rewritten(path, members=members, manifest=say, signs=True)


def test_the_keys_that_lay_here_are_set_aside_not_lost(machine: Machine):
    machine.home.mkdir(parents=True)
    (machine.home / "secret-key").write_text("k" * 60)

    assert restore(machine, ARCHIVE).returncode == 0

    assert [path.read_text() for path in machine.home.glob("secret-key.before-*")] == ["k" * 60]
    assert (machine.home / "secret-key").read_text() == Keys.read(KEYS).secret


def test_where_the_environment_gives_another_key_it_is_told_which_to_set(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(machine.variables, "ACCEDE_SECRET_KEY", "another key of a good length, given by hand")

    answer = restore(machine, ARCHIVE)

    assert answer.returncode == 3
    assert "ACCEDE_SECRET_KEY is not “secret_key” in the key file" in answer.stderr
    assert left_in(machine) == []


def test_root_does_not_restore_into_the_folder_of_another_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert [one for one in problems_here() if tmp_path.stat().st_uid == 0] == []
    if tmp_path.stat().st_uid == 0:
        os.chown(tmp_path, 65534, -1)

    assert "Restore as that account: runuser -u " in " ".join(problems_here())


def test_a_server_older_than_the_archives_is_told(machine: Machine, tmp_path: Path):
    path = rewritten(tmp_path / "a.zip", manifest=lambda said: said.update(postgres=99), signs=True)

    answer = restore(machine, path)

    assert answer.returncode == 3
    assert "The archive comes from PostgreSQL 99" in answer.stderr
    assert left_in(machine) == []


@pytest.fixture(scope="module")
def restored() -> Iterator[Machine]:
    """An installation that came out of the archive."""
    folder = Path(tempfile.mkdtemp(prefix="accede-test-"))
    folder.chmod(0o755)
    made = Machine(folder / "state", dict(LOCAL))
    made.hold_ready()
    assert restore(made, ARCHIVE).returncode == 0
    yield made
    made.clear()
    shutil.rmtree(folder)


def test_a_back_up_for_which_there_is_no_room_is_told_and_leaves_nothing(restored: Machine, tmp_path: Path):
    answer = within(100_000, restored, "backup", "make", "--out", str(tmp_path / "a.zip"))

    assert answer.returncode == 3
    assert f"“{tmp_path / 'a.zip'}” cannot be written" in answer.stderr
    assert "Make room on that disk" in answer.stderr
    assert list(tmp_path.iterdir()) == []


_WHILE_ANOTHER_FORGETS = """
import subprocess, sys
from accede.foundation import files
from accede.foundation.backup import making
copy = making._add_files
def copy_late(made):
    words = "import sys; from accede.foundation import files; files.forget(sys.argv[1])"
    for one in list(files.all_kept()):
        subprocess.run([sys.executable, "-c", words, one], check=True)
    return copy(made)
making._add_files = copy_late
from accede.site import cli
cli.main()
"""


def test_a_file_that_is_to_go_while_a_back_up_is_made_is_in_it(restored: Machine, tmp_path: Path):
    kept = sorted(path.name for path in (restored.home / "files").glob("*/*"))
    assert kept

    answer = restored.python("-c", _WHILE_ANOTHER_FORGETS, "backup", "make", "--out", str(tmp_path / "a.zip"))

    assert answer.returncode == 0, answer.stderr
    with archive.opened(tmp_path / "a.zip") as opened:
        assert sorted(opened.kept_files()) == kept
        assert opened.problems() == []


_LIMITED = """
import os, resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
os.execv(sys.executable, [sys.executable, "-m", "accede.site.cli", *sys.argv[2:]])
"""


def within(most: int, machine: Machine, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that may write no file larger than `most` bytes, as on a full disk."""
    return machine.python("-c", _LIMITED, str(most), *words)
