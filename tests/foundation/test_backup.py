"""Archives that are not what they should be, and keys that are others: told in words, all that is wrong at once."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accede.foundation import files
from accede.foundation.backup import archive, keyfile, making, manifest
from accede.foundation.backup.keyfile import Keys, mark_of
from accede.foundation.backup.refusals import BackupRefused
from tests.support.archives import ARCHIVE, KEYS, rewritten
from tests.support.commands import called

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
    assert "Settings given where it was made: ACCEDE_" in answer.output


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


def test_what_a_killed_maker_left_goes_once_it_is_old(tmp_path: Path):
    names = ("a.zip.0123456789ab.part", "b.zip.0123456789ab.part", "c.zip", "d.part")
    for name in names:
        (tmp_path / name).touch()
        if name != "b.zip.0123456789ab.part":
            os.utime(tmp_path / name, (0, 0))

    making._forget_unfinished(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip.0123456789ab.part", "c.zip", "d.part"]


def test_a_key_file_in_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(BackupRefused, match="There is no folder"):
        Keys.throwaway().write(tmp_path / "none" / "keys.json")


@pytest.fixture(autouse=True)
def nothing_lent() -> Iterator[None]:
    """Take back the keys that a restore in this process lent to it: a command ends then, a test run goes on."""
    yield
    for name in keyfile._lent:
        os.environ.pop(name, None)
    keyfile._lent.clear()
