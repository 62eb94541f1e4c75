"""What pages rest on is read beforehand: once, after the first request, and whatever goes wrong, pages are served."""

import threading

import pytest
from django.core.signals import request_finished

from accede.modules.cooperation.queries import snapshot
from accede.site.warming import read_snapshot, warm_after_first_request
from tests.factories.cooperation_record import cooperation_record


def finish_a_request() -> None:
    request_finished.send(sender=None)
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join(timeout=10)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_read_before_the_first_request_and_once_after_it():
    done: list[str] = []
    warm_after_first_request(lambda: done.append("read"))
    assert done == []

    finish_a_request()
    finish_a_request()

    assert done == ["read"]


@pytest.mark.django_db(transaction=True)
def test_what_goes_wrong_is_logged_and_stops_nothing(caplog):
    def fail() -> None:
        raise ValueError("no such table")

    warm_after_first_request(fail)
    finish_a_request()

    assert "could not be read beforehand" in caplog.text


@pytest.mark.django_db
def test_the_snapshot_is_there_afterwards(monkeypatch):
    cooperation_record()
    read_snapshot()
    monkeypatch.setattr(snapshot, "_read", lambda register: pytest.fail("read again"))

    assert snapshot.current_cooperation() is not None
