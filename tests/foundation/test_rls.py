"""What the database itself shows and refuses, whatever the program forgets."""

import threading
import uuid
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import Error, connection, connections, transaction
from psycopg import sql
from psycopg.conninfo import make_conninfo

from accede.foundation import database
from accede.foundation.access import ALL, ANONYMOUS, SYSTEM, Actor, Level, Scope, privileges, protecting, read_keys
from accede.foundation.access.acting import acting, streamed
from accede.foundation.access.tables import GuardedRows
from accede.foundation.audit import EventType, Face, Subject
from accede.foundation.audit.models import Detail, Event
from accede.foundation.audit.recording import record
from tests.support.actors import AAA, BBB, actor, nine
from tests.support.committed import seal

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
HAPPENED = EventType("tests.happened", "%(who)s did something.")
OWNERS = (AAA, BBB, Scope("organisation", "none"), Scope("theme", "borders"), ALL)
READER = uuid.uuid4()
COUNT = "select count(*) from audit_event"


def write_rows() -> int:
    """Record one event of each level for each owner, and of each again with a reader named; return how many."""
    rows = [(level, owner, readers) for level in Level for owner in OWNERS for readers in ((), (READER,))]
    for level, owner, readers in rows:
        about = Subject("file", str(owner), level, owner, readers)
        record(HAPPENED, about=about, by=SYSTEM, at=AT, face=Face.JOB)
    return len(rows)


def count() -> int:
    """Return how many events raw SQL sees."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
class TestTheWebRole:
    def test_owns_nothing_and_cannot_bypass_the_policies(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,"
                " exists (select from pg_class where relowner = r.oid),"
                " exists (select from pg_proc where proowner = r.oid),"
                " exists (select from pg_auth_members where member = r.oid)"
                " from pg_roles r where rolname = %s",
                [database.web_role()],
            )
            assert cursor.fetchone() == (False,) * 7

    def test_every_guarded_table_is_guarded_by_the_database(self):
        assert {Event, Detail} <= set(protecting.protected_tables())
        assert protecting.unprotected() == []

    def test_a_guarded_table_without_policies_is_seen(self):
        with connection.cursor() as cursor:
            cursor.execute("alter table audit_event no force row level security")

        assert protecting.unprotected() == [Event]

    def test_a_policy_that_was_dropped_comes_back_at_the_next_start(self):
        connection.cursor().execute("alter table audit_detail disable row level security")

        protecting.protect()

        assert protecting.unprotected() == []

    @pytest.mark.parametrize(
        "statement",
        [
            "revoke select on audit_event from {role}",
            "revoke usage on sequence django_migrations_id_seq from {role}",
            "grant truncate on audit_event to {role}",
            "grant select on audit_link to {role}",
            "grant update (key) on audit_event to {role}",
            "revoke update (salt) on audit_detail from {role}",
            "grant select on audit_event to public",
            "alter table audit_event no force row level security",
            "drop policy accede_read on audit_event",
            "create policy beside on audit_event for select using (true)",
            "alter policy accede_read on audit_event using (true)",
            "alter policy accede_read on audit_event to postgres_is_not_there",
            "create or replace function accede_person() returns uuid language sql stable as $$ select null::uuid $$",
        ],
    )
    def test_what_was_changed_by_hand_is_put_right_at_the_next_start(self, statement):
        protecting.protect()
        before = privileges.state_of_policies()
        with connection.cursor() as cursor:
            cursor.execute("create role postgres_is_not_there")
            cursor.execute(statement.format(role=database.web_role()))
        assert protecting.wrong_privileges() or privileges.state_of_policies() != before

        protecting.protect()

        assert protecting.wrong_privileges() == []
        assert privileges.state_of_policies() == before

    def test_rights_that_cannot_be_put_right_are_told(self, monkeypatch):
        monkeypatch.setattr(privileges, "policies_beside", lambda wanted: [])
        connection.cursor().execute("create policy beside on audit_event for select using (true)")

        with pytest.raises(database.DatabaseUnavailable, match="the policies of audit_event are others"):
            protecting.protect()

    def test_a_role_that_may_become_the_owner_is_refused(self):
        role = sql.Identifier(database.web_role())
        connection.cursor().execute(
            sql.SQL("grant {} to {}").format(sql.Identifier(connection.settings_dict["USER"]), role)
        )

        with pytest.raises(database.DatabaseUnavailable, match="can bypass"):
            protecting.protect()

    def test_protecting_again_changes_nothing(self):
        write_rows()
        seal()
        protecting.protect()
        connection.cursor().execute("comment on function accede_keys(text) is 'an earlier state'")
        protecting.protect()

        with acting(ANONYMOUS):
            assert count() == 10

    @pytest.mark.parametrize(
        "statement",
        [
            "alter table audit_event disable row level security",
            "drop policy accede_read on audit_event",
            "alter table audit_event disable trigger audit_event_stays",
            "set local session_replication_role = replica",
            "create table mine (x int)",
            "delete from django_migrations",
            "truncate audit_event",
            "drop table audit_event",
        ],
    )
    def test_cannot(self, statement):
        with acting(SYSTEM), pytest.raises(Error, match=r"must be owner|permission denied"), transaction.atomic():
            connection.cursor().execute(statement)

    def test_pages_connect_as_it(self, monkeypatch):
        assert database.connection_settings()["USER"] == database.web_role()


@pytest.mark.django_db
class TestRows:
    def test_nobody_told_means_nothing_seen(self):
        write_rows()
        with acting(SYSTEM):
            connection.cursor().execute("select set_config('accede.reads_whole', '', true)")
            assert count() == 10, "public ones only"

    def test_both_rules_agree_for_every_role_over_every_scope(self):
        written = write_rows()
        people = [*nine(AAA).values(), *nine(BBB).values(), Actor(person=READER), actor("report_drafter", OWNERS[3])]
        people += [Actor(person=uuid.uuid4(), acting_for=uuid.uuid4()), SYSTEM]
        seen = set()
        for one in people:
            by_query = set(Event.objects.visible_to(one).values_list("pk", flat=True))
            with acting(one):
                by_database = set(Event.objects.values_list("pk", flat=True))
            assert by_query == by_database, one
            seen.add(len(by_query))
        assert written == 40
        assert {10, written} < seen

    def test_a_state_sees_its_own_files_and_not_anothers(self):
        write_rows()
        ours, theirs = actor("focal_point", AAA), actor("focal_point", BBB)

        with acting(ours):
            assert set(Event.objects.exclude(level="public").values_list("owner", flat=True)) == {"state:AAA"}
        with acting(theirs):
            assert not Event.objects.filter(owner="state:AAA").exclude(level="public").exists()

    def test_a_grant_over_everything_opens_no_states_confidential_file(self):
        keys = read_keys(actor("programme_officer", ALL))

        assert "programme/all" in keys
        assert not any(key.startswith("owner_confidential") for key in keys)

    def test_an_administrator_sees_no_confidential_file(self):
        write_rows()
        with acting(actor("administrator", ALL)):
            assert not Event.objects.filter(level__in=["owner_confidential", "restricted"]).exists()

    def test_an_auditor_reads_everything_and_changes_nothing(self):
        written = write_rows()
        with acting(actor("auditor", ALL)):
            assert count() == written
            assert Detail.objects.update(salt=None, body=None, taken_away_at=AT) == 0

    def test_the_database_refuses_when_every_filter_is_forgotten(self, monkeypatch):
        write_rows()
        monkeypatch.setattr(GuardedRows, "visible_to", lambda self, actor: self)

        for one in nine(AAA).values():
            confidential = Event.objects.visible_to(one).filter(level="owner_confidential", owner="state:BBB")
            assert confidential.count() == 4 - 2, "without the database's own rule all of them are seen"
            with acting(one):
                is_auditor = one.grants and one.grants[0].role == "auditor"
                assert confidential.exists() is bool(is_auditor)

    def test_a_count_of_all_rows_gives_nothing_away(self):
        write_rows()
        with acting(ANONYMOUS), connection.cursor() as cursor:
            cursor.execute("select count(*), max(owner) filter (where level <> 'public') from audit_detail")
            assert cursor.fetchone() == (10, None)


@pytest.mark.django_db
class TestActing:
    def test_what_was_told_before_counts_again_afterwards(self):
        write_rows()
        with acting(ANONYMOUS):
            with acting(SYSTEM):
                assert count() == 40
            assert count() == 10
        assert count() == 40, "the owner of the test database again"

    def test_so_it_does_after_an_exception(self):
        write_rows()
        with acting(ANONYMOUS):
            with pytest.raises(ZeroDivisionError), acting(SYSTEM):
                1 / 0  # noqa: B018  (fails on purpose)
            assert count() == 10
        assert count() == 40

    def test_so_it_does_after_an_error_of_the_database(self):
        write_rows()
        with acting(ANONYMOUS):
            with pytest.raises(Error), acting(SYSTEM):
                connection.cursor().execute("select 1 / 0")
            assert count() == 10

    def test_what_is_streamed_after_the_transaction_must_say_in_whose_name(self):
        write_rows()
        ours = actor("focal_point", AAA)
        with acting(ours):
            forgetful = (event.pk for event in Event.objects.filter(level="owner_confidential").iterator())
            careful = streamed(
                ours, (event.pk for event in Event.objects.filter(level="owner_confidential").iterator())
            )
        with acting(ANONYMOUS):
            assert list(forgetful) == []
        assert len(list(careful)) == 2


@pytest.mark.django_db(transaction=True)
class TestBetweenRequests:
    def test_what_waits_for_the_commit_is_told_nobody(self):
        write_rows()
        seen: list[int] = []
        with as_web_connection(), acting(SYSTEM):
            transaction.on_commit(lambda: seen.append(count()))
            assert count() == 40
        assert seen == [10]

    def test_a_connection_of_the_pool_keeps_nothing(self):
        write_rows()
        with as_web_connection():
            for one in (actor("auditor", ALL), actor("focal_point", AAA)):
                with acting(one):
                    assert count() > 10
                with connection.cursor() as cursor:
                    cursor.execute(
                        "select concat(current_setting('accede.person', true), current_setting('accede.reads', true))"
                    )
                    assert cursor.fetchone() == ("",)
                assert count() == 10

    def test_interleaved_threads_see_their_own_rows_only(self):
        write_rows()
        actors = {"AAA": actor("focal_point", AAA), "BBB": actor("focal_point", BBB)}
        wrong: list[str] = []
        together = threading.Barrier(6, timeout=30)

        def work(number: int) -> None:
            try:
                for turn in range(25):
                    state = ("AAA", "BBB")[(number + turn) % 2]
                    with acting(actors[state]):
                        together.wait()
                        owners = set(Event.objects.exclude(level="public").values_list("owner", flat=True))
                        together.wait()
                        again = set(Event.objects.exclude(level="public").values_list("owner", flat=True))
                    if owners != {f"state:{state}"} or again != owners:
                        wrong.append(f"{state} saw {owners} and {again}")
            except Exception as error:  # noqa: BLE001  (a thread's failure must reach the test)
                wrong.append(repr(error))
            finally:
                connections.close_all()

        threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert wrong == []

    def test_a_program_that_connects_as_the_web_role_sees_nothing_confidential(self):
        write_rows()
        with psycopg.connect(web_address()) as session:
            assert session.execute("select current_user").fetchone() == (database.web_role(),)
            assert session.execute(COUNT).fetchone() == (10,)
            assert session.execute("select count(*) from audit_detail where level <> 'public'").fetchone() == (0,)


class as_web_connection:  # noqa: N801  (reads like the context manager that it is)
    """Connect as the web role, as pages do, for as long as this lasts."""

    def __enter__(self) -> None:
        wrapper = connection.copy("default")
        wrapper.settings_dict = {**connection.settings_dict, "USER": database.web_role()}
        options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "pool"}
        wrapper.settings_dict["OPTIONS"] = options
        self.before = connections["default"]
        connections["default"] = wrapper

    def __exit__(self, *_what: object) -> None:
        connections["default"].close()
        connections["default"] = self.before


def web_address() -> str:
    words = database.connection_settings()
    return make_conninfo(
        "", host=words["HOST"], port=words["PORT"], user=words["USER"], dbname=connection.settings_dict["NAME"]
    )
