import pytest
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper


@pytest.mark.django_db
def test_pages_take_their_connections_from_a_pool():
    wrapper = connections["default"]

    assert isinstance(wrapper, DatabaseWrapper)
    assert wrapper.pool is not None


@pytest.mark.django_db
def test_the_database_is_recent_enough():
    assert connection.get_database_version() >= (15,)
