"""`accede serve`: database, tables, shipped facts, then the web server with the job worker beside it.

This process is granian's first one; its workers and the job worker end with it, and the embedded database when none
of them is left. Stopping (Ctrl-C, SIGTERM) goes the other way round.
"""

import errno
import logging
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from accede.foundation import clock, database, processes

HOST = "127.0.0.1"
PORT = 8000
_LOOK_EVERY = 0.25
_DATABASE_EVERY = 2.0
_STOP_SECONDS = 15
_OPEN_CONNECTIONS_SECONDS = 3
"""How long a web worker may wait for connections that browsers keep open; no page takes as long."""
logger = logging.getLogger(__name__)


class CannotServe(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """The site cannot be served; the message says why and what to do."""


def serve(*, host: str | None = None, port: int | None = None) -> None:
    """Serve the site until told to stop. `ACCEDE_HOST`, `ACCEDE_PORT` and `ACCEDE_WORKERS` say otherwise."""
    host = host or os.environ.get("ACCEDE_HOST") or HOST
    port = port or _number("ACCEDE_PORT", PORT)
    _check_free(host, port)
    prepare()
    _run(host, port, also_say=_sample_people(host, port))


def prepare() -> None:
    """Bring everything up to date that the first page needs; each step does nothing when nothing has changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    starting = _Starting()
    starting.start()
    import django  # noqa: PLC0415  (read while the database starts)

    from accede.site import preparing  # noqa: PLC0415

    preparing.compile_messages()
    django.setup()
    preparing.check(_refuse_what_is_wrong)
    preparing.collect_static()
    starting.join()
    if starting.failure:
        raise starting.failure
    _bring_record_up_to_date()


def application() -> object:
    """Return the WSGI application for one worker of granian, which ends when granian's first process has gone."""
    processes.end_with_parent()
    from accede.site.warming import warm_after_first_request  # noqa: PLC0415  (needs the settings)
    from accede.site.wsgi import application as site  # noqa: PLC0415  (only a worker needs it)

    warm_after_first_request()
    return site


def _refuse_what_is_wrong() -> None:
    """Refuse to start with what the checks call an error: an address open to nobody knows whom, say."""
    from django.core import checks  # noqa: PLC0415  (needs the settings)

    found = [problem for problem in checks.run_checks() if problem.level >= checks.ERROR and not problem.is_silenced()]
    if found:
        raise CannotServe("Accede does not start:\n" + "\n".join(f"- {problem}" for problem in found))


class _Starting(threading.Thread):
    """Starts the database while this process reads its program."""

    failure: database.DatabaseUnavailable | None = None

    def run(self) -> None:
        try:
            database.ensure_running()
        except database.DatabaseUnavailable as error:
            self.failure = error


def _bring_record_up_to_date() -> None:
    # Imported now: these need the settings.
    from accede.foundation.access import protecting  # noqa: PLC0415
    from accede.foundation.database.migrations import let_go, migrate_under_lock, one_process_at_a_time  # noqa: PLC0415
    from accede.site.facts import load_everything  # noqa: PLC0415

    with database.as_owner(), one_process_at_a_time():
        migrate_under_lock()
        load_everything(at=clock.now())
    if weakness := protecting.weakness():
        raise CannotServe(weakness)
    let_go()


def _sample_people(host: str, port: int) -> list[str]:
    """Return what to tell of the sample people; nothing where there are none."""
    # Imported now: these need the settings.
    from django.conf import settings  # noqa: PLC0415

    from accede.foundation.database.migrations import let_go  # noqa: PLC0415
    from accede.modules.identity.cli.people import link_lines  # noqa: PLC0415

    if not settings.ACCEDE_SAMPLE_PEOPLE:
        return []
    # By its name, not by its number: passkeys are bound to a name.
    name = "localhost" if host == HOST else host
    lines = link_lines(f"http://{name}:{port}")
    let_go()
    return lines


def _run(host: str, port: int, *, also_say: Sequence[str]) -> None:
    from granian import Granian  # noqa: PLC0415  (only needed once everything is ready)
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    # A worker starts as a process of its own: a copy of this one would hold locks of its threads.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "accede.site.serve:application",
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=_number("ACCEDE_WORKERS", min(2, os.cpu_count() or 1)),
        blocking_threads=4,
        backlog=1024,
        respawn_failed_workers=True,
        workers_kill_timeout=_OPEN_CONNECTIONS_SECONDS,
        log_level=LogLevels.warning,
    )
    companion = Companion(host, port, also_say)
    companion.start()
    try:
        server.serve()
    finally:
        companion.stop()
        sys.stderr.write("Accede has stopped.\n")


@dataclass
class Companion:
    """Stands beside the web server: keeps the job worker and the database going, and says when the site is open."""

    host: str
    port: int
    also_say: Sequence[str] = ()
    _stopping: threading.Event = field(default_factory=threading.Event)
    _worker: "subprocess.Popen[bytes] | None" = None
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name="companion", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the job worker, letting it finish what it is at for a while."""
        self._stopping.set()
        if self._thread:
            self._thread.join()
        if self._worker is None or self._worker.poll() is not None:
            return
        self._worker.terminate()
        try:
            self._worker.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._worker.kill()
            self._worker.wait()

    def _run(self) -> None:
        self._say_when_open()
        looked = 0.0
        while not self._stopping.wait(_LOOK_EVERY):
            if self._worker is None or self._worker.poll() is not None:
                self._start_worker()
            if time.monotonic() - looked > _DATABASE_EVERY:
                self._see_to_database()
                looked = time.monotonic()

    def _say_when_open(self) -> None:
        while not self._stopping.wait(0.02):
            with socket.socket() as probe:
                if probe.connect_ex((self.host, self.port)) == 0:
                    sys.stdout.write(f"Accede is open at http://{self.host}:{self.port}/ (Ctrl-C stops it)\n")
                    sys.stdout.writelines(f"{line}\n" for line in self.also_say)
                    sys.stdout.flush()
                    return

    def _start_worker(self) -> None:
        if self._worker is not None:
            logger.warning("the job worker ended with %s and is started again", self._worker.returncode)
            self._stopping.wait(1)
        # In a session of its own: Ctrl-C is for this process, which then ends the worker in its turn.
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "accede.foundation.jobs"], stdin=subprocess.DEVNULL, start_new_session=True
        )

    def _see_to_database(self) -> None:
        try:
            database.ensure_running()
        except database.DatabaseUnavailable as error:
            logger.warning("%s", error)


def _check_free(host: str, port: int) -> None:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(
                f"Another program uses port {port}. Stop it, or choose another port: ACCEDE_PORT={port + 1} make run"
            ) from error
        raise CannotServe(f"The address {host}:{port} cannot be used: {error.strerror}.") from error


def _number(variable: str, default: int) -> int:
    text = os.environ.get(variable) or str(default)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotServe(f"{variable} is “{text}”; it must be a number from 1 to 65535.")
    return int(text)


def main() -> int:
    """Serve, telling in words what stands in the way; return the exit code."""
    try:
        serve()
    except (CannotServe, database.DatabaseUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
