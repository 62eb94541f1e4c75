"""`accede serve`: one process that starts the web server and the job worker, and sees that the database goes on.

It stands apart from what it starts and knows nothing of Django: the web server's process makes its workers as copies
of itself, which is safe only where no other thread is at work. What is started ends with this process, also when that
is killed; the embedded database ends when none of them is left. Stopping (Ctrl-C, SIGTERM) goes the other way round.
"""

import errno
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from accede.foundation.readiness import NotReady, words_for

HOST = "127.0.0.1"
PORT = 8000
_LOOK_EVERY = 0.25
_LOOK_WHETHER_OPEN_EVERY = 0.02
_DATABASE_EVERY = 2.0
_STOP_SECONDS = 15
_FIRST_PAGE_SECONDS = 0.5
logger = logging.getLogger(__name__)


class CannotServe(NotReady):
    """The site cannot be served; the message says why and what to do."""


def serve(*, host: str | None = None, port: int | None = None) -> int:
    """Serve the site until told to stop; return the exit code, the reason having been told.

    `ACCEDE_HOST`, `ACCEDE_PORT` and `ACCEDE_WORKERS` say otherwise where and by how many workers.
    """
    host = host or os.environ.get("ACCEDE_HOST") or HOST
    port = port or _number("ACCEDE_PORT", PORT)
    workers = _number("ACCEDE_WORKERS", min(2, os.cpu_count() or 1))
    _check_free(host, port)
    _take_place(port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    return Supervisor(host, port, workers).run()


@dataclass
class Supervisor:
    """Starts the web server, says when it is open, and keeps the job worker and the database going beside it."""

    host: str
    port: int
    workers: int
    _stopping: threading.Event = field(default_factory=threading.Event)
    _web: "subprocess.Popen[bytes] | None" = None
    _jobs: "subprocess.Popen[bytes] | None" = None

    def run(self) -> int:
        """Serve until told to stop or until the web server has ended."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        also_say = self._start_web()
        try:
            if self._say_when_open(also_say):
                self._look_after()
        finally:
            _end(self._web)
            _end(self._jobs)
        if self._stopping.is_set():
            sys.stderr.write("Accede has stopped.\n")
            return 0
        return 1

    def _stop(self, *_signal: Any) -> None:
        self._stopping.set()
        if self._web is not None:
            self._web.terminate()

    def _start_web(self) -> bytes:
        """Start the web server; return what it has to tell people, once it has made everything ready or has ended."""
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as told:
            try:
                words = [self.host, str(self.port), str(self.workers), str(writing)]
                self._web = _start("accede.site.webserver", *words, pass_fds=(writing,))
            finally:
                os.close(writing)
            return told.read()

    def _say_when_open(self, also_say: bytes) -> bool:
        """Wait until the site is open and say so; False when it does not come to that."""
        while self._is_web_alive() and not self._stopping.wait(_LOOK_WHETHER_OPEN_EVERY):
            with socket.socket(_family(self.host)) as probe:
                if probe.connect_ex((self.host, self.port)) == 0:
                    sys.stdout.write(f"Accede is open at http://{self.host}:{self.port}/ (Ctrl-C stops it)\n")
                    sys.stdout.write(also_say.decode())
                    sys.stdout.flush()
                    return True
        return False

    def _look_after(self) -> None:
        # The first page is likely to be asked for now: it goes first.
        self._stopping.wait(_FIRST_PAGE_SECONDS)
        looked = 0.0
        while self._is_web_alive() and not self._stopping.wait(_LOOK_EVERY):
            if self._jobs is None or self._jobs.poll() is not None:
                self._start_jobs()
            if time.monotonic() - looked > _DATABASE_EVERY:
                _see_to_database()
                looked = time.monotonic()
        if not self._stopping.is_set():
            logger.error("the web server has ended by itself")

    def _is_web_alive(self) -> bool:
        return self._web is not None and self._web.poll() is None

    def _start_jobs(self) -> None:
        if self._jobs is not None:
            logger.warning("the job worker ended with %s and is started again", self._jobs.returncode)
            self._stopping.wait(1)
        self._jobs = _start("accede.foundation.jobs")


def _start(module: str, *words: str, pass_fds: tuple[int, ...] = ()) -> "subprocess.Popen[bytes]":
    # In a session of its own: Ctrl-C is for this process, which then ends the other in its turn.
    command = [sys.executable, "-m", module, *words]
    return subprocess.Popen(  # noqa: S603  (modules of our own)
        command, stdin=subprocess.DEVNULL, start_new_session=True, pass_fds=pass_fds
    )


def _end(process: "subprocess.Popen[bytes] | None") -> None:
    """End a process, letting it finish what it is at for a while."""
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _see_to_database() -> None:
    from accede.foundation import database  # noqa: PLC0415  (read when the site is open: it need not wait for this)

    try:
        database.ensure_running()
    except database.DatabaseUnavailable as error:
        logger.warning("%s", error)


def _check_free(host: str, port: int) -> None:
    try:
        with socket.socket(_family(host)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(
                f"Another program uses port {port}. Stop it, or choose another port: ACCEDE_PORT={port + 1} make run"
            ) from error
        raise CannotServe(f"The address {host}:{port} cannot be used: {error.strerror}.") from error


def _take_place(port: int) -> None:
    """Hold, until this process ends, that the site is served from this state folder at that port.

    The port itself is free until everything is ready, and of several that start at once all would find it so.
    """
    from accede.foundation import database  # noqa: PLC0415  (help must not wait for it)
    from accede.foundation.database import locks  # noqa: PLC0415  (as above)

    home = database.home()
    try:
        home.mkdir(parents=True, exist_ok=True)
        turn = locks.open_lock(home / f"serve-{port}.lock")
    except OSError as error:
        raise CannotServe(words_for(error) or str(error)) from error
    if not locks.try_lock(turn, locks.ALONE):
        raise CannotServe(
            f"The site is being started already, at port {port}. Wait for that, or choose another port: "
            f"ACCEDE_PORT={port + 1} make run"
        )


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _number(variable: str, default: int) -> int:
    text = os.environ.get(variable) or str(default)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotServe(f"{variable} is “{text}”; it must be a number from 1 to 65535.")
    return int(text)


def main() -> int:
    """Serve, telling in words what stands in the way; return the exit code."""
    try:
        return serve()
    except NotReady as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
