"""Whether a large upload is taken with memory flat: 100 MB beside 1 MB, through the forms' own reading to its place.

``python bench/files.py [--megabytes N]`` (100). Each upload in a process of its own, as a page takes it: the body is
read in pieces, looked at, kept, and its row written. Printed: the most memory that the process had, above what it had
before, and the time beside a bare copy with SHA-256. Exit code 1 when 100 MB take 8 MB more than 1 MB do.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO, cast

ROOT = Path(__file__).resolve().parents[1]
MOST_MORE = 8 << 10
_LINE = b"a line of sample text that stands in no list, number after number\n"
_AT_ONCE = 1 << 16
_BOUNDARY = "sample-boundary"


class Body(io.RawIOBase):
    """A form with one file, made while it is read: it is nowhere whole."""

    def __init__(self, size: int) -> None:
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="sample.txt"\r\n\r\n'
        self._head, self._tail = head.encode(), f"\r\n--{_BOUNDARY}--\r\n".encode()
        self._left = size // len(_LINE)
        self.length = len(self._head) + self._left * len(_LINE) + len(self._tail)
        self._ready = self._head

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        while len(self._ready) < size and self._left:
            lines = min(self._left, _AT_ONCE // len(_LINE))
            self._ready += _LINE * lines
            self._left -= lines
            if not self._left:
                self._ready += self._tail
        piece, self._ready = self._ready[:size], self._ready[size:]
        return piece


def main() -> int:
    """Measure both sizes, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--megabytes", type=int, default=100)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        upload(given.one << 20)
        return 0
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        small, _seconds = measured(1)
        large, seconds = measured(given.megabytes)
        bare = copied(home, given.megabytes << 20)
        print(f"most memory above the start: 1 MB: {small / 1024:.1f} MB, {given.megabytes} MB: {large / 1024:.1f} MB")
        print(f"time: {seconds:.2f} s, bare copy with SHA-256 {bare:.2f} s, {seconds / bare:.1f} x")
        return 0 if large - small <= MOST_MORE else 1
    finally:
        from accede.foundation import database  # noqa: PLC0415  (as above)

        database.stop()
        shutil.rmtree(home, ignore_errors=True)


def measured(megabytes: int) -> tuple[int, float]:
    """Return the most memory in kilobytes that an upload took above the start, and its seconds."""
    words = [sys.executable, __file__, "--one", str(megabytes)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    return int(told[-2]), float(told[-1])


def upload(size: int) -> None:
    """Take one upload as a page does, and print memory and time."""
    import django  # noqa: PLC0415  (the environment says which settings)

    django.setup()
    from django.core.handlers.wsgi import WSGIRequest  # noqa: PLC0415  (needs Django set up)

    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)
    from accede.foundation.files import look_at  # noqa: PLC0415  (as above)
    from accede.foundation.files.storing import store_looked_at  # noqa: PLC0415  (as above)

    body = Body(size)
    environment = {
        "REQUEST_METHOD": "POST",
        "wsgi.input": body,
        "CONTENT_TYPE": f"multipart/form-data; boundary={_BOUNDARY}",
        "CONTENT_LENGTH": str(body.length),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
    }
    with acting(SYSTEM):
        pass
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is counted anew from here
    before = peak()
    begun = time.perf_counter()
    given = WSGIRequest(environment).FILES["file"]
    stream, name = cast("BinaryIO", getattr(given, "file", None)), "sample.txt"
    looked = look_at(stream, name=name)
    with acting(SYSTEM):
        store_looked_at(stream, looked, name=name, by=SYSTEM, at=clock.now())
    seconds = time.perf_counter() - begun
    print(peak() - before, seconds)


def peak() -> int:
    """Return the most memory in kilobytes that this process has had since it was counted anew."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def copied(home: Path, size: int) -> float:
    """Return how long it takes to write as many bytes and digest them."""
    begun = time.perf_counter()
    digest = hashlib.sha256()
    with (home / "bare").open("wb") as target:
        for _ in range(size // len(_LINE) // 1000):
            piece = _LINE * 1000
            target.write(piece)
            digest.update(piece)
        target.flush()
        os.fsync(target.fileno())
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
