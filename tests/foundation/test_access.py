"""The door: who is let in, in whose name they act, and what is undone when a page fails."""

from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from accede.core.values.period import Period
from accede.foundation import clock
from accede.foundation.access import (
    ALL,
    ANONYMOUS,
    PUBLIC,
    SIGNED_IN,
    SYSTEM,
    Actor,
    Grant,
    Permission,
    Refused,
    Role,
    Scope,
    can,
    install_roles,
    opens_to,
    require,
    roles,
)
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import EventType, Face, Subject
from accede.foundation.audit.models import Event
from accede.foundation.audit.recording import record
from accede.foundation.pages import public_page
from tests.support.actors import AAA, BBB, actor

LOOK = Permission("tests.look", "Look", changes=False)
TURN = Permission("tests.turn", "Turn")
TOUCHED = EventType("tests.touched", "%(who)s touched it.")
WHO: dict[str, Actor] = {}


def find_actor(request: HttpRequest) -> Actor:
    """Return the actor whose name stands in the cookie; for ACCEDE_ACTOR_OF."""
    assert count_events() >= 0, "who asks is looked for inside the transaction"
    return WHO[request.COOKIES["accede_session"]]


def count_events() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_event")
        return int(cursor.fetchone()[0])


@opens_to(PUBLIC)
def hall(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(count_events()))


@opens_to(SIGNED_IN)
def lounge(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(actor_of(request).person))


@opens_to(LOOK)
def study(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(count_events()))


@opens_to(TURN, is_secret=True)
def vault(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@opens_to(PUBLIC)
def late(request: HttpRequest) -> HttpResponse:
    template = engines["django"].from_string("{{ events }}")
    return SimpleTemplateResponse(template, {"events": count_events})


@opens_to(PUBLIC)
def failing(request: HttpRequest, how: str) -> HttpResponse:
    touch()
    if how == "fault":
        raise ZeroDivisionError
    if how == "gone":
        raise Http404
    return HttpResponse(status=500 if how == "answered" else 200)


@opens_to(PUBLIC)
@public_page
def notice(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the same for everybody")


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open by mistake")


def touch(owner: Scope = AAA) -> None:
    record(TOUCHED, about=Subject("thing", "1", owner=owner), by=SYSTEM, at=clock.now(), face=Face.WEB)


@pytest.fixture
def house(settings, db) -> Iterator[Client]:
    """Rooms with different doors, two roles, and a client who can come as anybody."""
    module = ModuleType("house")
    rooms = [hall, lounge, study, vault, late, notice, forgotten]
    vars(module)["urlpatterns"] = [
        *(path(f"{room.__name__}/", room) for room in rooms),
        path("failing/<str:how>/", failing),
    ]
    vars(module).update(handler404=plain_404, handler500=plain_500)
    settings.ROOT_URLCONF = module
    settings.ACCEDE_ACTOR_OF = "tests.foundation.test_access.find_actor"
    settings.ACCEDE_PAGE_VERSION = "tests.foundation.test_access.no_version"
    settings.MIDDLEWARE = [
        "accede.foundation.access.middleware.Doorkeeper",
        "accede.foundation.pages.public.PublicPages",
    ]
    settings.LOGIN_URL = "/sign-in/"
    before = roles()
    install_roles(
        [
            Role("looker", "Looker", "", frozenset({LOOK}), reads=frozenset({*before[1].reads})),
            Role("turner", "Turner", "", frozenset({TURN})),
        ]
    )
    WHO.update(looker=actor("looker", AAA), stranger=actor("none", ALL), turner=actor("turner", ALL))
    yield Client(raise_request_exception=False)
    install_roles(before)


def plain_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("nothing here", status=404)


def plain_500(request: HttpRequest) -> HttpResponse:
    return HttpResponse("fault", status=500)


def no_version() -> int:
    return 0


def come(client: Client, room: str, who: str = "") -> Any:
    client.cookies.clear()
    if who:
        client.cookies["accede_session"] = who
    return client.get(f"/{room}/")


@pytest.mark.parametrize(
    ("room", "who", "status"),
    [
        ("hall", "", 200),
        ("hall", "stranger", 200),
        ("lounge", "stranger", 200),
        ("lounge", "", 302),
        ("study", "looker", 200),
        ("study", "turner", 404),
        ("study", "stranger", 404),
        ("study", "", 302),
        ("vault", "turner", 200),
        ("vault", "looker", 404),
        ("vault", "", 404),
        ("forgotten", "", 302),
        ("forgotten", "turner", 404),
        ("nowhere", "", 404),
    ],
)
def test_the_door(house, room, who, status):
    assert come(house, room, who).status_code == status


def test_a_refusal_looks_like_an_address_where_there_is_nothing(house):
    refused, absent = come(house, "vault", "looker"), come(house, "nowhere", "looker")

    assert (refused.content, refused.headers.items()) == (absent.content, absent.headers.items())


def test_the_way_in_leads_back(house):
    assert come(house, "study")["Location"] == "/sign-in/?next=/study/"


def test_a_page_sees_what_its_reader_sees(house):
    touch(AAA)
    touch(BBB)

    assert come(house, "study", "looker").content == b"1"
    assert come(house, "hall").content == b"0"
    assert come(house, "hall", "looker").content == b"1"
    assert count_events() == 2, "the test itself is the owner again"


def test_so_does_a_template_that_is_filled_in_after_the_view(house):
    touch(AAA)

    assert come(house, "late", "looker").content == b"1"
    assert come(house, "late").content == b"0"


@pytest.mark.parametrize(("how", "kept"), [("fault", 0), ("gone", 0), ("answered", 0), ("well", 1)])
def test_what_a_page_wrote_before_it_failed_is_undone(house, how, kept):
    house.get(f"/failing/{how}/")

    assert Event.objects.count() == kept


def test_a_request_is_one_transaction(house):
    with CaptureQueriesContext(connection) as captured:
        come(house, "study", "looker")

    # Under a test's own transaction a request's is a savepoint.
    assert [query["sql"].split()[0].lower() for query in captured].count("savepoint") == 1


def test_a_public_page_asks_for_nobody_and_needs_no_database(house, django_assert_num_queries):
    with django_assert_num_queries(0):
        first = come(house, "notice", "looker")
        again = come(house, "notice")

    assert first["Cache-Control"].startswith("public")
    assert first.content == again.content
    assert "Cookie" not in first["Vary"]


def test_a_personal_page_is_kept_by_nobody(house):
    assert come(house, "lounge", "looker")["Cache-Control"] == "private, no-store"


def test_a_permission_is_held_within_the_scope_of_its_grant(house):
    one = WHO["looker"]

    assert can(one, LOOK)
    assert can(one, LOOK, on=AAA)
    assert not can(one, LOOK, on=BBB)
    assert not can(one, TURN)
    assert not can(ANONYMOUS, LOOK)
    assert can(SYSTEM, TURN, on=BBB)
    with pytest.raises(Refused):
        require(one, LOOK, on=BBB)


def test_a_grant_counts_from_its_first_day_to_the_day_before_its_end(house):
    one = Actor(WHO["looker"].person, grants=(Grant("looker", AAA, Period(date(2026, 1, 1), date(2026, 7, 1))),))

    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [can(one, LOOK, at=day) for day in days] == [False, True, True, False]


def test_a_role_that_there_no_longer_is_grants_nothing(house):
    assert not can(actor("abolished", ALL), LOOK)


def test_two_modules_cannot_share_a_permission_however_alike_they_declare_it():
    with pytest.raises(ValueError, match=r"tests\.turn"):
        Permission("tests.turn", "Turn")
    with pytest.raises(ValueError, match=r"tests\.turn"):
        Permission("tests.turn", "Turn around", changes=False)
