"""The life of the embedded server, with real processes, killed for real."""

import os
import shutil
import signal
import stat
from pathlib import Path

import psycopg
import pytest

from tests.support.machines import Machine, eventually, kill, line_of


def test_many_first_starts_at_once_make_one_server(machine: Machine):
    holders = [machine.hold() for _ in range(6)]

    assert [line_of(holder) for holder in holders] == ["ready"] * 6
    log = (machine.database / "server.log").read_text()
    assert log.count("database system is ready to accept connections") == 1


def test_the_server_stops_when_its_last_user_is_killed(machine: Machine):
    first, last = machine.hold_ready(), machine.hold_ready()

    kill(first.pid)
    assert not eventually(lambda: not machine.is_server_alive(), seconds=1)
    kill(last.pid)

    assert eventually(lambda: not machine.is_server_alive())
    assert "database system is shut down" in (machine.database / "server.log").read_text()


def test_the_server_stays_while_a_program_of_somebody_elses_is_connected(machine: Machine):
    """psql, pg_dump and the like hold none of our locks."""
    machine.python("-m", "accede.foundation.database", "status")
    holder = machine.hold_ready()
    conninfo = machine.python("-c", _CONNINFO).stdout.strip()

    with psycopg.connect(conninfo) as stranger:
        kill(holder.pid)
        holder.wait()
        assert not eventually(lambda: not machine.is_server_alive(), seconds=2)
        assert stranger.execute("select 1").fetchone() == (1,)

    assert eventually(lambda: not machine.is_server_alive())


_CONNINFO = "from accede.foundation.database import cluster, places; print(cluster.conninfo(places.places()))"


def test_a_server_that_was_started_by_hand_stays_until_it_is_stopped(machine: Machine):
    answer = machine.python("-m", "accede.site.cli", "database", "start")
    assert answer.returncode == 0, answer.stderr

    assert not eventually(lambda: not machine.is_server_alive(), seconds=2)

    assert machine.python("-m", "accede.site.cli", "database", "stop").returncode == 0
    assert not machine.is_server_alive()
    assert machine.ask("select 1") == "1"
    assert eventually(lambda: not machine.is_server_alive()), "started again, it is not kept up"


def test_a_keeper_that_takes_over_does_not_keep_up_what_another_was_asked_for(machine: Machine):
    machine.python("-m", "accede.foundation.database", "start")
    kill(machine.keeper_number())

    assert machine.ask("select 1") == "1"

    assert eventually(lambda: not machine.is_server_alive())


def test_a_killed_server_comes_back_with_all_that_was_committed(machine: Machine):
    machine.hold_ready()
    machine.ask("create table kept (value int)")
    machine.ask("insert into kept select generate_series(1, 1000)")

    for _ in range(3):
        kill(machine.server_number())
        assert machine.ask("select count(*) from kept") == "1000"


def test_a_server_outlives_its_keeper_and_is_taken_over_by_the_next(machine: Machine):
    holder = machine.hold_ready()
    server, keeper = machine.server_number(), machine.keeper_number()

    kill(keeper)
    assert machine.ask("select 1") == "1"

    assert machine.server_number() == server
    assert machine.keeper_number() != keeper
    kill(holder.pid)
    assert eventually(lambda: not machine.is_server_alive())


def test_what_a_power_cut_leaves_does_not_stand_in_the_way(machine: Machine):
    """The number files then name a process that lives, but is another one."""
    holder = machine.hold_ready()
    machine.ask("create table kept as select 7 as value")
    stale = (machine.database / "data" / "postmaster.pid").read_text()
    server = machine.server_number()
    os.kill(machine.keeper_number(), signal.SIGSTOP)
    kill(server)
    kill(machine.keeper_number())
    kill(holder.pid)
    assert eventually(lambda: not machine.is_server_alive())
    somebody_else = stale.replace(str(server), str(os.getpid()), 1)
    (machine.database / "data" / "postmaster.pid").write_text(somebody_else)
    (machine.database / "socket" / ".s.PGSQL.5432.lock").write_text(somebody_else)

    assert machine.ask("select value from kept") == "7"


def test_a_cluster_half_made_is_made_anew(machine: Machine):
    unfinished = machine.home / "database" / "data.part"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18")

    assert machine.ask("select 1") == "1"
    assert not unfinished.exists()


def test_it_can_be_stopped_and_asked_after(machine: Machine):
    machine.hold_ready()
    assert machine.python("-m", "accede.foundation.database", "status").returncode == 0

    assert machine.python("-m", "accede.foundation.database", "stop").returncode == 0

    assert not machine.is_server_alive()
    assert machine.python("-m", "accede.foundation.database", "status").returncode == 3


def test_it_listens_on_no_network_and_is_closed_to_other_users(machine: Machine):
    machine.hold_ready()

    assert machine.ask("show listen_addresses") == ""
    assert machine.ask("show data_checksums") == "on"
    assert stat.S_IMODE((machine.database / "socket").stat().st_mode) == 0o700
    assert stat.S_IMODE((machine.database / "data").stat().st_mode) == 0o700


def test_it_never_runs_as_root(machine: Machine):
    machine.hold_ready()

    assert (machine.database / "data" / "postmaster.pid").stat().st_uid != 0


@pytest.mark.parametrize("name", ["état العربية", "数据 库 пример"])
def test_in_a_path_in_any_letters_it_starts_and_stops(folder: Path, name: str):
    machine = Machine(folder / name)

    assert machine.ask("select 1") == "1"

    assert eventually(lambda: not machine.is_server_alive())
    holder = machine.hold_ready()
    kill(machine.keeper_number())
    assert machine.python("-m", "accede.foundation.database", "stop").returncode == 0
    assert not machine.is_server_alive(), "also without its keeper"
    holder.kill()
    machine.clear()


def test_a_path_that_is_no_utf_8_is_told(folder: Path):
    machine = Machine(Path(os.fsdecode(os.fsencode(folder) + b"/latin-\xe9")))

    answer = machine.python("-m", "accede.foundation.database", "start")

    assert answer.returncode == 1
    assert "not written in UTF-8" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_path_that_is_long_and_has_blanks_is_as_good_as_any(folder: Path):
    machine = Machine(folder / 'a state\'s "folder"' / ("deep " * 24).strip())

    assert machine.ask("select 1") == "1"
    machine.clear()


def test_a_closed_folder_stays_closed(folder: Path):
    """Started by root over root's own closed folder, the server lives where its account can reach it instead."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    machine = Machine(closed / "state")

    assert machine.ask("select 1") == "1"

    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert machine.database.is_relative_to(closed) == (os.geteuid() != 0)
    machine.clear()
    shutil.rmtree(machine.database)
