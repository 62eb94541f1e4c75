"""Every page that not everybody may open, with and without the filters of its queries: the database lets no more out.

A filter that somebody forgets must be no leak, so each page is the same for each of its readers without any.
"""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.access import Address, addresses_below
from accede.foundation.access.tables import GuardedRows
from accede.foundation.pages.public import is_public_page
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.factories.nine_people import Side, signed_in, two_sides
from tests.factories.small_record import AT, small_record
from tests.rules.test_url_person_matrix import COMMON, THINGS, filled, leaves_the_session, parts_of
from tests.support.many_requests import many_requests, shared_record

pytestmark = pytest.mark.django_db
READERS = ("focal_point", "partner_coordinator", "programme_officer")
#: What is another one in each answer: tokens, the marks of forms that count once, the moment of a feed.
_OWN = re.compile(rb'value="[\w:.-]{32,}"|<updated>[^<]*</updated>|"[\w-]{40,}"|\d\d:\d\d:\d\d[^<",]*')


@pytest.fixture(scope="module")
def sides(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Side, Side]]:
    """Two States' sides, and a small public record."""
    with shared_record(django_db_blocker), many_requests():
        small_record()
        load_shipped_mandates(at=AT)
        yield two_sides()


def pages(sides: tuple[Side, Side]) -> Iterator[str]:
    """Yield the addresses that not everybody may open; of those of a thing, the second side's."""
    for address in addresses_below(get_resolver()):
        if is_public_page(address.view) or leaves_the_session(address) or not is_asked(address):
            continue
        theirs = sides[1].things
        owners = ("focal_point", "partner_coordinator") if set(parts_of(address.route)) & set(THINGS) else ("auditor",)
        for owner in owners:
            yield filled(address.route, {**COMMON, **theirs[owner]})


def is_asked(address: Address) -> bool:
    """Return whether the address answers from guarded rows: those of the library for accounts ask for none."""
    return not address.view.__module__.startswith("allauth.")


def answer(client: Client, where: str) -> tuple[int, bytes]:
    # What one answer writes down must not be told by the next.
    with transaction.atomic():
        response = client.get(where)
        found = response.status_code, _OWN.sub(b"", b"".join(response))
        transaction.set_rollback(True)
    return found


def differences(sides: tuple[Side, Side], addresses: list[str]) -> list[str]:
    """Return which reader finds which page another one when the filters are gone; each page is asked by one of them."""
    readers = {role: signed_in(sides[0].people[role]) for role in READERS}
    different = []
    for where, (name, client) in zip(addresses, cycle(readers.items()), strict=False):
        filtered = answer(client, where)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(GuardedRows, "visible_to", lambda self, actor: self)
            if answer(client, where) != filtered:
                different.append(f"{name}: {where}")
    return different


def test_no_page_shows_more_where_every_filter_is_forgotten(sides):
    asked = list(dict.fromkeys(pages(sides)))

    assert len(asked) > 60
    assert differences(sides, asked) == []


def test_a_table_that_the_database_does_not_guard_is_seen(sides):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute("alter table cooperation_savedscenario disable row level security")
        theirs = str(sides[1].things["focal_point"]["scenario"])
        found = differences(sides, [where for where in pages(sides) if theirs in where])
        transaction.set_rollback(True)

    assert found != []
