import pytest
from django.db import connection


@pytest.mark.django_db
def test_pages_take_their_connections_from_a_pool():
    assert connection.pool is not None


@pytest.mark.django_db
def test_the_database_is_recent_enough():
    assert connection.get_database_version() >= (15,)
