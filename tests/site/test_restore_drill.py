"""The drill: an installation is backed up, restored on another machine and brought up to date; then somebody signs in.

Once with an installation as it is now, once with one of the release before.
"""

import base64
import hashlib
import hmac
import http.cookiejar
import json
import re
import shutil
import signal
import socket
import struct
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.people import PASSWORD, SECRET
from tests.support import archives, filled
from tests.support.machines import Machine, eventually, line_of

LOCAL = {"DJANGO_SETTINGS_MODULE": "accede.site.settings.local", "ACCEDE_WORKERS": "1"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that every account of the machine may pass through."""
    made = Path(tempfile.mkdtemp(prefix="accede-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def made_now(folder: Path) -> tuple[Path, Path]:
    """An archive and a key file of an installation as it is now, which is gone afterwards."""
    machine = Machine(folder / "first", dict(LOCAL))
    answer = machine.python("-m", "tests.support.filled")
    assert answer.returncode == 0, answer.stderr
    archive, keys = folder / "now.zip", folder / "now.keys.json"
    answer = machine.python("-m", "accede.site.cli", "backup", "make", "--out", str(archive), "--keys", str(keys))
    assert answer.returncode == 0, answer.stderr
    machine.clear()
    shutil.rmtree(machine.home)
    return archive, keys


class Visitor:
    """A browser without script: keeps cookies, fills in forms."""

    def __init__(self, site: str) -> None:
        self.site = site
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self.address = self.text = ""

    def open(self, address: str, fields: dict[str, str] | None = None) -> str:
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        whole = urllib.parse.urljoin(self.site, address)
        request = urllib.request.Request(whole, data)  # noqa: S310  (addresses of the site that the test started)
        request.add_header("Referer", self.address or self.site)
        with self._opener.open(request, timeout=60) as answer:
            self.address, self.text = answer.url, answer.read().decode()
        return self.text

    def send(self, **fields: str) -> str:
        """Send the form of this page that posts, with these fields."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.text)
        assert token, self.text[:2000]
        return self.open(self.address, {"csrfmiddlewaretoken": token[1], **fields})


def code_now() -> str:
    """Return what the authenticator app shows (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(SECRET), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("which", ["as it is now", "of the release before"])
def test_a_restored_installation_is_whole_and_its_people_sign_in(which: str, folder: Path, made_now: tuple[Path, Path]):
    archive, keys = made_now if which == "as it is now" else (archives.ARCHIVE, archives.KEYS)
    port = free_port()
    machine = Machine(folder / which.replace(" ", "-"), {**LOCAL, "ACCEDE_PORT": str(port)})
    try:
        answer = machine.python("-m", "accede.site.cli", "backup", "restore", str(archive), "--keys", str(keys))
        assert answer.returncode == 0, answer.stderr
        links = 183 if which == "as it is now" else 10
        checked = f"Checked: rows of every table, files, the chain of the record ({links} links), rights."
        assert checked in answer.stdout

        site = machine.start("-m", "accede.site.serve")
        assert line_of(site).startswith("Accede is open at")
        signs_in(Visitor(f"http://127.0.0.1:{port}/"))
        assert eventually(lambda: jobs_begun(machine) == "0", seconds=60), "the job that was begun is not done"
        holds_what_it_held(machine, files=19 if which == "as it is now" else 16)
        site.send_signal(signal.SIGTERM)
        assert site.wait(60) == 0
    finally:
        machine.clear()


def signs_in(visitor: Visitor) -> None:
    visitor.open("/en/sign-in/")
    visitor.send(login=filled.EMAIL, password=PASSWORD)
    assert "code" in visitor.text
    visitor.send(code=code_now())
    assert "Selma Sample" in visitor.open("/en/account/")
    assert "First idea" in visitor.open("/en/cooperation/scenarios/saved/")


def holds_what_it_held(machine: Machine, *, files: int) -> None:
    answer = machine.python("-m", "accede.site.cli", "audit", "verify")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert machine.ask("select count(*) from treaties_report where note = '' and subject like 'sample %'") == "2"
    assert len(list((machine.home / "files").glob("*/*"))) == files
    answer = machine.python("-m", "accede.site.cli", "mandates", "show", "A/RES/74/901", "--json")
    assert json.loads(answer.stdout)["symbol"] == "A/RES/74/901"
    assert machine.ask("select count(*) from django_session") == "1"


def jobs_begun(machine: Machine) -> str:
    return machine.ask("select count(*) from procrastinate_jobs where status = 'doing'")
