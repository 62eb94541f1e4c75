"""Every address says for whom it opens; one that does not keeps the product from starting."""

from types import ModuleType

import pytest
from django.core.checks import run_checks
from django.http import HttpRequest, HttpResponse
from django.urls import path

from accede.foundation.access import PUBLIC, Audience, addresses_below, audiences_of, opens_to, undeclared


@pytest.fixture
def careless_addresses(settings):
    """A URL configuration in which one view declares something and one nothing."""

    @opens_to(PUBLIC)
    def open_door(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    def side_door(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    module = ModuleType("careless_addresses")
    vars(module)["urlpatterns"] = [path("front/", open_door), path("side/", side_door, name="side")]
    settings.ROOT_URLCONF = module


def test_every_address_says_for_whom_it_opens():
    assert len(list(addresses_below())) > 5
    assert [address.route for address in undeclared()] == []


@pytest.mark.usefixtures("careless_addresses")
def test_an_address_that_says_nothing_is_found():
    assert [address.route for address in undeclared()] == ["side/"]


@pytest.mark.usefixtures("careless_addresses")
def test_the_product_does_not_start_with_it():
    found = run_checks(tags=["access"])

    assert [(error.id, error.obj) for error in found] == [("accede.E001", "side")]
    assert "for whom it opens" in found[0].msg


def test_opening_to_nobody_is_refused():
    with pytest.raises(ValueError, match="audience"):
        opens_to()


def test_a_declaration_is_read_back():
    @opens_to(PUBLIC)
    def view() -> None: ...

    assert audiences_of(view) == {Audience.PUBLIC}
    assert audiences_of(len) == frozenset()
