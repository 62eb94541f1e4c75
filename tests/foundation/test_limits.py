"""The shared store behind the limits: what is counted stays counted, and a flood empties nothing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection, connections

from accede.site.settings import base

pytestmark = pytest.mark.django_db


def expire_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute("update shared_store set expires_at = now() - interval '1 second'")


def test_what_is_set_is_read_until_it_is_deleted():
    cache.set("a", [1.5, 2.5], 60)

    assert cache.get("a") == [1.5, 2.5]
    assert cache.get("b", "nothing") == "nothing"
    assert cache.delete("a")
    assert not cache.delete("a")
    assert cache.get("a") is None


def test_what_is_there_is_not_added_again_until_it_has_expired():
    assert cache.add("lock", 1, 60)
    assert not cache.add("lock", 1, 60)
    expire_all()
    assert cache.get("lock") is None
    assert cache.add("lock", 1, 60)


def test_what_a_clock_that_ran_ahead_has_written_is_not_there_once_it_is_set_back():
    cache.set("tries", [1.5], 60)
    cache.add("lock", 1, 60)
    with connection.cursor() as cursor:
        cursor.execute("update shared_store set expires_at = expires_at + interval '4 minutes'")
    assert cache.get("tries") == [1.5]
    with connection.cursor() as cursor:
        cursor.execute("update shared_store set expires_at = expires_at + interval '1 hour'")

    assert cache.get("tries") is None
    assert cache.add("lock", 2, 60)
    assert cache.get("lock") == 2


def test_clearing_empties_it():
    cache.set("a", 1, None)
    cache.clear()

    assert cache.get("a") is None


def test_what_has_expired_is_swept_away_in_the_end():
    for number in range(10):
        cache.set(f"old-{number}", 1, 60)
    expire_all()
    for number in range(600):
        cache.set("new", number, 60)

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from shared_store where key like %s", ["%old-%"])
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_add_at_once_one_succeeds():
    def add(_number: int) -> bool:
        try:
            return cache.add("lock", 1, 60)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(add, range(16))) == 1
    cache.clear()


def test_the_site_counts_over_a_connection_of_its_own():
    """What a request counted must stay when the request is undone, and one must not wait for another."""
    assert base.CACHES["default"]["OPTIONS"] == {"database": "limits"}
    assert base.DATABASES["limits"]["NAME"] == base.DATABASES["default"]["NAME"]
