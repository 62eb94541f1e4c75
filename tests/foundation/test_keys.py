"""Keys are made once, whole or not at all, whoever makes them at the same time and whenever the machine stops."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from accede.foundation import keys, writing

BOTH = pytest.mark.parametrize("key", [keys.SECRET, keys.AUDIT], ids=lambda key: key.file)
_MAKE = """
import sys
from pathlib import Path
from accede.foundation import keys
print(keys.found_or_made(keys.SECRET, Path(sys.argv[1])))
"""


@pytest.fixture(autouse=True)
def none_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in (keys.SECRET, keys.AUDIT):
        monkeypatch.delenv(key.variable, raising=False)


@BOTH
def test_a_key_is_made_once_and_closed_to_others(tmp_path: Path, key: keys.Key):
    made = keys.found_or_made(key, tmp_path / "state")

    assert key.looks_right(made)
    assert keys.found_or_made(key, tmp_path / "state") == made
    assert (tmp_path / "state" / key.file).stat().st_mode & 0o077 == 0


@BOTH
def test_the_environment_goes_before_what_is_kept(tmp_path: Path, key: keys.Key, monkeypatch: pytest.MonkeyPatch):
    kept, given = keys.found_or_made(key, tmp_path), key.make()
    monkeypatch.setenv(key.variable, given)

    assert keys.found_or_made(key, tmp_path) == given != kept


def test_several_that_start_at_once_get_the_same(tmp_path: Path):
    def make(_number: int) -> str:
        words = [sys.executable, "-c", _MAKE, str(tmp_path / "state")]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(make, range(6)))) == 1


@BOTH
def test_an_empty_file_that_a_crash_left_is_no_key(tmp_path: Path, key: keys.Key):
    (tmp_path / key.file).touch()

    assert key.looks_right(keys.found_or_made(key, tmp_path))


@BOTH
@pytest.mark.parametrize("content", [b"abc", b"\xff\x00", b"a" * 20])
def test_half_a_key_is_told_and_left_as_it_is(tmp_path: Path, key: keys.Key, content: bytes):
    (tmp_path / key.file).write_bytes(content)

    with pytest.raises(keys.KeyUnusable, match="holds no whole key"):
        keys.found_or_made(key, tmp_path)
    assert (tmp_path / key.file).read_bytes() == content


@BOTH
def test_a_crash_while_a_key_is_written_leaves_none(tmp_path: Path, key: keys.Key, monkeypatch: pytest.MonkeyPatch):
    def stop(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(OSError, match="No space"):
        keys.found_or_made(key, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["keys.lock"]


def test_what_is_not_finished_leaves_the_older_file_and_nothing_beside(tmp_path: Path):
    target = tmp_path / "file"
    writing.write_whole(target, b"older")

    def write_half() -> None:
        with writing.written_whole(target) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()

    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("content", ["", "short"])
def test_a_site_with_half_a_key_says_so_in_words(tmp_path: Path, content: str):
    (tmp_path / "secret-key").write_text(content or "x")
    variables = {**os.environ, "ACCEDE_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "accede.site.settings.local"}

    for words in (["accede.site.cli", "states"], ["accede.site.serve"]):
        answer = subprocess.run(
            [sys.executable, "-m", *words], env=variables, capture_output=True, text=True, check=False, timeout=60
        )
        assert answer.returncode in {1, 3}
        assert "holds no whole key" in answer.stderr
        assert "Traceback" not in answer.stderr
