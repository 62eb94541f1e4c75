"""Archives that are not what they should be, keys that are others, full disks: told in words, nothing half done."""

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accede.foundation import files
from accede.foundation.backup import archive, keyfile, manifest
from accede.foundation.backup.keyfile import Keys, mark_of
from accede.foundation.backup.refusals import BackupRefused
from tests.support.archives import ARCHIVE, KEYS, rewritten
from tests.support.commands import called
from tests.support.machines import Machine

DUMP = archive.DUMP
FILE = "files/13/130259acb374b14577dfea08f0f6fc6948503ef64d168a656d6e3ea1e06a99a9"


def checked(path: Path, *, key_file: Path = KEYS) -> str:
    """Return what is wrong with an archive."""
    answer = called("backup", "check", str(path), "--keys", str(key_file))
    assert answer.exit_code in {1, 3}, answer.output
    return " ".join([answer.output, str(answer.exception)])


def test_an_archive_is_whole_and_by_whom_it_was_made():
    answer = called("backup", "check", str(ARCHIVE), "--keys", str(KEYS))

    assert (answer.exit_code, answer.exception) == (0, None)
    assert "The archive is whole." in answer.output
    assert "made by the installation whose keys these are" in answer.output


def test_it_can_be_checked_by_a_program(tmp_path: Path):
    answer = called("backup", "check", str(ARCHIVE), "--keys", str(KEYS), "--json")

    said = json.loads(answer.stdout)
    assert (said["problems"], said["signature_checked"], said["release"]) == ([], True, "0.1.0")


def test_without_keys_who_made_it_is_not_told():
    answer = called("backup", "check", str(ARCHIVE))

    assert answer.exit_code == 0
    assert "Who made it was not checked" in answer.output


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 0.9999])
def test_an_archive_that_is_cut_off_is_told(tmp_path: Path, share: float):
    path = tmp_path / "cut.zip"
    content = ARCHIVE.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(BackupRefused, match="is no archive, or is cut off"), archive.opened(path):
        pass


def what_is_wrong(path: Path) -> list[str]:
    """Return what is found wrong with an archive, also when it cannot be opened."""
    try:
        with archive.opened(path) as opened:
            unsigned = [] if opened.is_signed_by(Keys.read(KEYS).public) else ["not signed"]
            return [*opened.problems(), *unsigned]
    except BackupRefused as refusal:
        return list(refusal.problems)


@pytest.mark.parametrize("share", [0.001, 0.2, 0.4, 0.6, 0.8, 0.985, 0.99, 0.998])
def test_an_archive_in_which_a_byte_was_changed_is_told(tmp_path: Path, share: float):
    path = tmp_path / "changed.zip"
    content = bytearray(ARCHIVE.read_bytes())
    content[int(len(content) * share)] ^= 0x20
    path.write_bytes(content)

    assert what_is_wrong(path)


def change_dump(members: dict[str, bytes]) -> None:
    members[DUMP] = members[DUMP][:-1] + b"x"


def shorten_file(members: dict[str, bytes]) -> None:
    members[FILE] = members[FILE][:-1]


def forget_file(members: dict[str, bytes]) -> None:
    del members[FILE]


def forget_dump(members: dict[str, bytes]) -> None:
    del members[DUMP]


def add_file(members: dict[str, bytes]) -> None:
    members["../outside"] = b"x"


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (change_dump, f"“{DUMP}” was changed."),
        (shorten_file, f"“{FILE}” was changed."),
        (forget_file, f"“{FILE}” is not in it."),
        (forget_dump, f"“{DUMP}” is not in it."),
        (add_file, "“../outside” does not belong into it."),
    ],
)
def test_a_member_that_is_not_as_the_archive_says_is_told(tmp_path: Path, work: Any, words: str):
    assert words in checked(rewritten(tmp_path / "a.zip", members=work))


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path):
    def work(members: dict[str, bytes]) -> None:
        change_dump(members)
        forget_file(members)

    told = checked(rewritten(tmp_path / "a.zip", members=work))

    assert f"“{DUMP}” was changed." in told
    assert f"“{FILE}” is not in it." in told


def test_a_file_under_another_name_than_that_of_its_bytes_does_not_belong_there(tmp_path: Path):
    def say(said: dict[str, Any]) -> None:
        said["members"]["../outside"] = {"size": 1, "sha256": hashlib.sha256(b"x").hexdigest()}

    told = checked(rewritten(tmp_path / "a.zip", members=add_file, manifest=say, signs=True))

    assert "“../outside” does not belong into it." in told


def test_who_changes_the_archive_and_what_it_says_is_found_out_by_the_signature(tmp_path: Path):
    def say(said: dict[str, Any]) -> None:
        said["rows"]["audit_event"] = 1

    assert "was changed after it was signed" in checked(rewritten(tmp_path / "a.zip", manifest=say))


def later_form(said: dict[str, Any]) -> None:
    said.update(format=2, release="3.0.0")


def later_tables(said: dict[str, Any]) -> None:
    said["migrations"]["audit"].append("0099_later")


def later_release(said: dict[str, Any]) -> None:
    said["release"] = "99.1.0"


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (later_form, "made by a later release (3.0.0)"),
        (later_tables, "changes that this program does not know: audit 0099_later"),
        (later_release, "comes from a later release: 99.1.0"),
    ],
)
def test_an_archive_of_a_later_release_is_refused(tmp_path: Path, say: Any, words: str):
    assert words in checked(rewritten(tmp_path / "a.zip", manifest=say, signs=True))


@pytest.mark.parametrize("written", [b"", b"[]", b"{}", b'{"kind": "accede back-up"}', b"\xff"])
def test_a_manifest_that_is_none_is_told(written: bytes):
    with pytest.raises(BackupRefused):
        manifest.Manifest.read(written)


def test_keys_of_another_installation_are_told(tmp_path: Path):
    other = tmp_path / "other.json"
    Keys.throwaway().write(other)

    told = checked(ARCHIVE, key_file=other)

    assert "The secret key is not the one of the archive" in told
    assert "The audit key is not the one of the archive" in told


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"kind": "accede keys"}', '{"kind":"x","secret_key":"a","audit_key":"b"}']
)
def test_a_file_that_holds_no_keys_is_told(tmp_path: Path, text: str):
    path = tmp_path / "keys.json"
    path.write_text(text)

    assert "key file" in checked(ARCHIVE, key_file=path)


def test_a_key_file_is_closed_to_others_and_never_overwritten_by_other_keys(tmp_path: Path):
    path = tmp_path / "keys.json"
    mine = Keys.throwaway()
    mine.write(path)
    mine.write(path)

    with pytest.raises(BackupRefused, match="holds other keys"):
        Keys.throwaway().write(path)
    assert Keys.read(path) == mine
    assert path.stat().st_mode & 0o077 == 0


def test_the_mark_of_a_key_tells_it_from_others_and_does_not_tell_it():
    mark = mark_of("a secret of some length, which nobody knows")

    assert "secret" not in mark
    assert mark_of("a secret of some length, which nobody knows", salt=mark.partition(":")[0]) == mark
    assert mark_of("another one", salt=mark.partition(":")[0]) != mark


@pytest.mark.parametrize(
    "words", [[], ["nowhere.zip"], ["--keys"], [str(ARCHIVE), "--without-keys", "--keys", str(KEYS)]]
)
def test_wrong_words_are_told(words: list[str]):
    answer = called("backup", "restore", *words)

    assert answer.exit_code != 0
    assert not isinstance(answer.exception, TypeError | AttributeError)


def test_archives_are_listed_and_what_is_none_is_told(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(ARCHIVE.read_bytes())
    (tmp_path / "b.zip").write_bytes(b"")

    answer = called("backup", "list", str(tmp_path))

    assert answer.exit_code == 1
    assert "a.zip" in answer.output
    assert "0.1.0" in answer.output
    assert "b.zip" in answer.output


def test_no_file_is_forgotten_while_all_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    digest = hashlib.sha256(KEYS.read_bytes()).hexdigest()
    with KEYS.open("rb") as stream:
        files.keep(stream, digest)

    with files.none_forgotten():
        files.forget(digest)
        assert list(files.all_kept()) == [digest]
    files.forget(digest)

    assert list(files.all_kept()) == []


@pytest.fixture(autouse=True)
def nothing_lent() -> Iterator[None]:
    """Take back the keys that a restore in this process lent to it: a command ends then, a test run goes on."""
    yield
    for name in keyfile._lent:
        os.environ.pop(name, None)
    keyfile._lent.clear()


@pytest.fixture
def machine(machine: Machine) -> Machine:
    """The state folder of one's own machine."""
    machine.variables["DJANGO_SETTINGS_MODULE"] = "accede.site.settings.local"
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

    assert restore(machine, ARCHIVE).returncode == 0
    assert len(left_in(machine)) == 4
    events = machine.ask("select count(*) from audit_event")

    answer = restore(machine, ARCHIVE)
    assert answer.returncode == 3
    assert "The database is not empty: it holds account_emailaddress" in answer.stderr
    assert "mv " in answer.stderr
    assert machine.ask("select count(*) from audit_event") == events

    # As if it had been killed when the dump was in and the rows were counted.
    with archive.opened(ARCHIVE) as opened:
        (machine.home / "restore.begun").write_text(f"{opened.digest} counted")
    answer = restore(machine, ARCHIVE)
    assert answer.returncode == 0, answer.stderr
    assert "was not checked yet" in answer.stderr
    assert not (machine.home / "restore.begun").exists()
    assert machine.ask("select count(*) from audit_event") == events


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


def test_a_server_older_than_the_archives_is_told(machine: Machine, tmp_path: Path):
    path = rewritten(tmp_path / "a.zip", manifest=lambda said: said.update(postgres=99), signs=True)

    answer = restore(machine, path)

    assert answer.returncode == 3
    assert "The archive comes from PostgreSQL 99" in answer.stderr
    assert left_in(machine) == []


def test_a_full_disk_is_told_and_leaves_nothing(machine: Machine, tmp_path: Path):
    machine.hold_ready()
    assert restore(machine, ARCHIVE).returncode == 0

    answer = subprocess.run(
        [sys.executable, "-m", "accede.site.cli", "backup", "make", "--out", str(tmp_path / "a.zip")],
        env={**os.environ, **machine.variables, "ACCEDE_HOME": str(machine.home)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert answer.returncode == 3
    assert "Make room on that disk" in answer.stderr
    assert list(tmp_path.iterdir()) == []
