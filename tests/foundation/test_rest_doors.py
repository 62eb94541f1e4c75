"""Operations of one address that open to different people."""

from types import ModuleType

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import path

from accede.foundation.access import ALL, PUBLIC, Actor, Permission, Role, install_roles, opens_to, roles
from accede.foundation.rest import Api
from tests.support.actors import actor

CHANGE = Permission("tests.change", "Change")
WHO: dict[str, Actor] = {}


def find_actor(request: HttpRequest) -> Actor:
    """Return the actor whose name stands in the cookie; for ACCEDE_ACTOR_OF."""
    return WHO[request.COOKIES["accede_session"]]


@pytest.fixture
def house(settings, db):
    """An API with one address that anybody reads and one role changes."""
    api = Api(title="Test", version="test")

    @api.get("things/")
    @opens_to(PUBLIC)
    def thing_list(request: HttpRequest) -> list[str]:
        return ["a"]

    @api.post("things/")
    @opens_to(CHANGE)
    def thing_add(request: HttpRequest) -> str:
        return "added"

    module = ModuleType("house")
    vars(module)["urlpatterns"] = [path("api/test/", api.urls)]
    vars(module)["handler404"] = "accede.site.errors.not_found"
    settings.ROOT_URLCONF = module
    settings.ACCEDE_ACTOR_OF = "tests.foundation.test_rest_doors.find_actor"
    settings.MIDDLEWARE = ["accede.foundation.access.middleware.Doorkeeper"]
    settings.CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"
    before = roles()
    install_roles([Role("changer", "Changer", "", frozenset({CHANGE}))])
    WHO.update(changer=actor("changer", ALL), stranger=actor("none", ALL))
    yield
    install_roles(before)


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("method", "who", "status"),
    [
        ("get", "", 200),
        ("get", "stranger", 200),
        ("post", "", 404),
        ("post", "stranger", 404),
        ("post", "changer", 200),
    ],
)
def test_each_operation_has_a_door_of_its_own(method, who, status):
    client = Client()
    if who:
        client.cookies["accede_session"] = who

    assert getattr(client, method)("/api/test/things/").status_code == status


@pytest.mark.usefixtures("house")
def test_a_change_that_another_site_sends_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.cookies["accede_session"] = "changer"

    assert client.post("/api/test/things/").status_code == 404
