"""The web server's process, started by `accede serve`: makes everything ready, then has its workers answer.

The workers are copies of this process, which has read the program and the register: each is there at once, and what
none of them changes lies in memory once. Therefore nothing here may leave a thread or a connection behind.
"""

import gc
import multiprocessing
import os
import sys
import threading

from accede.foundation import processes
from accede.foundation.apart import stand_by
from accede.foundation.readiness import words_for
from accede.site.serve import HOST, CannotServe

_OPEN_CONNECTIONS_SECONDS = 3
"""How long a web worker may wait for connections that browsers keep open; no page takes as long."""
#: Elsewhere the system’s own libraries keep threads, so that no process can be copied safely: each worker reads itself.
_ARE_COPIES = sys.platform == "linux"


def main(host: str, port: int, workers: int, telling: int) -> int:
    """Make ready, tell through the descriptor `telling` what people should know, serve; return the exit code."""
    processes.end_with_parent()
    # Nothing of what is read now is ever given up again: looking for garbage in it took a third of a start.
    gc.disable()
    try:
        prepare()
        with os.fdopen(telling, "w", encoding="utf-8") as told:
            told.writelines(f"{line}\n" for line in _sample_people(host, port))
    except Exception as error:
        if not (words := words_for(error)):
            raise
        sys.stderr.write(f"{words}\n")
        return 1
    if _ARE_COPIES:
        _read_beforehand()
    gc.freeze()
    gc.enable()
    if _ARE_COPIES:
        stand_by()
    _run(host, port, workers)
    return 0


def prepare() -> None:
    """Bring everything up to date that the first page needs; each step does nothing when nothing has changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    starting = _Starting()
    starting.start()
    import django  # noqa: PLC0415  (read while the database starts)

    from accede.site import preparing  # noqa: PLC0415  (as above)

    preparing.compile_messages()
    django.setup()
    version = preparing.program()
    preparing.check(version, _refuse_what_is_wrong)
    preparing.compile_program(version)
    preparing.collect_static()
    starting.join()
    if starting.failure:
        raise starting.failure
    _bring_record_up_to_date(preparing.shape_of_record(version))
    from accede.foundation.files.keeping import see_that_files_can_lie  # noqa: PLC0415  (needs the settings)

    see_that_files_can_lie()


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

    failure: Exception | None = None

    def run(self) -> None:
        from accede.foundation import database  # noqa: PLC0415  (read while the database starts)

        try:
            database.ensure_running()
        except Exception as error:  # noqa: BLE001  (told, or raised, by the thread that waits for this one)
            self.failure = error


def _bring_record_up_to_date(shape: str) -> None:
    # Imported now: these need the settings.
    from accede.foundation import clock, database  # noqa: PLC0415  (as above)
    from accede.foundation.access import protecting  # noqa: PLC0415  (as above)
    from accede.foundation.backup import begun  # noqa: PLC0415  (as above)
    from accede.foundation.database.migrations import let_go, migrate_unless_done_by, one_process_at_a_time  # noqa: PLC0415
    from accede.site.facts import load_everything  # noqa: PLC0415  (as above)

    with database.as_owner(), one_process_at_a_time():
        # Asked when it is our turn: a restore that is at work holds it.
        begun.refuse_unfinished()
        migrate_unless_done_by(shape)
        # Also where no table has changed: a database that was restored by hand may have lost its rights.
        protecting.protect()
        load_everything(at=clock.now())
    if weakness := protecting.weakness():
        raise CannotServe(weakness)
    let_go()


def _sample_people(host: str, port: int) -> list[str]:
    """Return what to tell of the sample people; nothing where there are none."""
    # Imported now: these need the settings.
    from django.conf import settings  # noqa: PLC0415  (as above)

    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.database.migrations import let_go  # noqa: PLC0415  (as above)
    from accede.modules.identity.cli.people import link_lines  # noqa: PLC0415  (as above)
    from accede.site.sample_programme import make_sample_programme  # noqa: PLC0415  (as above)

    if not settings.ACCEDE_SAMPLE_PEOPLE:
        return []
    # By its name, not by its number: passkeys are bound to a name.
    name = "localhost" if host == HOST else host
    lines = link_lines(f"http://{name}:{port}")
    make_sample_programme(at=clock.now())
    let_go()
    return lines


def _read_beforehand() -> None:
    """Read what every worker needs for its first page: the addresses with all that answers them, and the register."""
    # Imported now: these need the settings.
    from django.urls import get_resolver  # noqa: PLC0415  (as above)

    from accede.foundation.database.migrations import let_go  # noqa: PLC0415  (as above)
    from accede.site.warming import read_register  # noqa: PLC0415  (as above)
    from accede.site.wsgi import application as _site  # noqa: F401, PLC0415

    _addresses = get_resolver().url_patterns
    read_register()
    let_go()


def _run(host: str, port: int, workers: int) -> None:
    from granian import Granian  # noqa: PLC0415  (only needed once everything is ready)
    from granian.constants import Interfaces  # noqa: PLC0415  (as above)
    from granian.log import LogLevels  # noqa: PLC0415  (as above)

    multiprocessing.set_start_method("fork" if _ARE_COPIES else "spawn", force=True)
    server = Granian(
        "accede.site.webserver:application",
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=workers,
        blocking_threads=4,
        backlog=1024,
        respawn_failed_workers=True,
        workers_kill_timeout=_OPEN_CONNECTIONS_SECONDS,
        log_level=LogLevels.warning,
    )
    server.serve()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
