"""The calendar: each reader's own part of it on the page, in the feeds, in the API and by the command."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from accede.foundation.access import SYSTEM
from accede.foundation.audit.models import Event
from accede.foundation.calendar.addresses import address_of
from accede.foundation.calendar.models import CalendarAddress
from accede.foundation.pages.public import pages
from accede.modules.identity.services.grants import NewGrant, end_grant, give_role
from accede.modules.identity.services.memberships import join
from accede.modules.identity.services.people import close_account
from tests.conftest import TODAY
from tests.core.mandates.texts import LIGHTHOUSES
from tests.factories import money, people
from tests.factories.people import TestPerson
from tests.modules.mandates.test_importing import bring_in
from tests.support.commands import called
from tests.support.pages import page

pytestmark = pytest.mark.django_db
DUE = "2026-12-15"
MONTH = "/en/calendar/?month=2026-12"
PUBLIC_API = "/api/v1/calendar/?since=2026-12-01&until=2026-12-31"
API = PUBLIC_API.replace("calendar/", "calendar/own/")


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()


def owing(name: str, reference: str, *, fund: Any) -> TestPerson:
    """Return the representative of a donor that owes an instalment in December."""
    donor = money.donor(f"{name} (sample)")
    key = money.pledge(reference, donor=donor, fund=fund, amount="900")
    money.agreed(key, instalments=f"{DUE} 900")
    return people.person(
        f"{name} Sample", acts_for=donor, role="donor_representative", scope=("organisation", str(donor))
    ).with_app()


@pytest.fixture
def fund() -> Any:
    return money.fund()


@pytest.fixture
def ada(fund) -> TestPerson:
    return owing("Ada", "XA-1", fund=fund)


def shown(client: Client) -> dict[str, object]:
    """Return what a reader is shown of December, by every way there is."""
    feed = client.get(own_feed(client)) if "_auth_user_id" in client.session else None
    return {
        "month": without_tokens(page(client, MONTH)),
        "quarter": without_tokens(page(client, f"{MONTH}&view=quarter")),
        "list": without_tokens(page(client, "/en/calendar/?view=list&since=2026-12-01&until=2026-12-31")),
        "api": client.get(API if "_auth_user_id" in client.session else PUBLIC_API).json(),
        "public api": client.get(PUBLIC_API).json(),
        "file": client.get(f"{MONTH}&format=csv").content,
        "ics": client.get(f"{MONTH}&format=ics").content,
        "public": client.get("/en/calendar.ics").content,
        "own": feed.content if feed else b"",
    }


def without_tokens(text: str) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", text)


def own_feed(client: Client) -> str:
    """Return the private address of whoever is signed in, made where there is none."""
    found = re.search(r"http://testserver(/en/calendar/[^/]+\.ics)", page(client, MONTH))
    if found is None:
        client.post("/en/calendar/address/", {"do": "make"})
        found = re.search(r"http://testserver(/en/calendar/[^/]+\.ics)", page(client, MONTH))
    assert found
    return found[1]


def uids(body: bytes) -> set[str]:
    return {str(one["UID"]) for one in Calendar.from_ical(body).walk("VEVENT")}


def test_a_donor_sees_its_own_instalments_and_a_hidden_one_changes_nothing(ada, fund):
    nobody, donor = Client(), ada.sign_in(Client())
    before = {"nobody": shown(nobody), "donor": shown(donor)}
    assert "XA-1" in str(before["donor"]["month"])
    assert before["donor"]["api"]["count"] == 1  # type: ignore[index]
    assert "XA-1" not in str(before["nobody"])

    berta = owing("Berta", "XB-1", fund=fund)
    pages.clear()

    assert {"nobody": shown(nobody), "donor": shown(donor)} == before
    finance = people.person("Faye Finance", role="finance_officer").with_app().sign_in(Client())
    assert {"XA-1", "XB-1"} <= set(re.findall(r"X[AB]-1", str(shown(finance))))
    assert b"XB-1" in berta.sign_in(Client()).get(own_feed(berta.sign_in(Client()))).content


@pytest.mark.parametrize("role", ["report_drafter", "programme_officer", "auditor", "administrator"])
def test_whoever_has_no_pages_of_contributions_has_no_days_of_them(ada, role):
    reader = people.person("Rita Reader", role=role).with_app().sign_in(Client())
    may = role == "auditor"

    found = f"{page(reader, MONTH)} {reader.get(API).text}"

    assert ("XA-1" in found) is may
    assert ("Instalments" in found) is may
    assert reader.get(f"{MONTH}&kind=instalment").status_code == (200 if may else 400)


def test_what_is_settled_is_done(ada, fund):
    key = money.pledge("XA-2", donor=ada.organisation, fund=fund, amount="100")
    money.agreed(key, instalments=f"{money.PAID} 60\n2026-12-20 40")
    money.received(key, "60")

    items = (
        ada.sign_in(Client()).get("/api/v1/calendar/own/?since=2026-05-01&until=2026-12-31&about=XA-2").json()["items"]
    )

    assert [(one["first"], one["status"]) for one in items] == [(str(money.PAID), "done"), ("2026-12-20", "open")]


def test_duties_stand_there_for_everybody_with_the_same_number_for_ever(client):
    bring_in(LIGHTHOUSES)
    feed = "/en/calendar.ics?kind=duty&about=A-RES-74-901"
    (item,) = client.get("/api/v1/calendar/?since=2022-09-01&until=2022-09-30").json()["items"]

    assert (item["first"], item["about"], item["kind"]) == ("2022-09-12", "A-RES-74-901", "duty")
    assert "A/RES/74/901 4" in page(client, "/en/calendar/?month=2022-09")
    assert "2022-09-12" in called("calendar", "--from", "2022-09-01", "--until", "2022-09-30").output
    assert item["uid"] in called("calendar", "--from", "2022-09-01", "--until", "2022-09-30", "--ics").output
    # A feed holds what is near to the day on which it is asked for.
    assert uids(client.get(feed).content) == set()


def test_a_duty_that_returns_stands_there_with_each_of_its_times(client):
    text = LIGHTHOUSES.replace("at its seventy-sixth session", "every two years, beginning in 2022")
    bring_in(text)
    items = client.get("/api/v1/calendar/?since=2022-01-01&until=2031-12-31&kind=duty").json()["items"]

    assert len({one["uid"] for one in items}) == len(items)


def test_the_page_says_what_cannot_be_and_all_of_it(client):
    found = page(client, "/en/calendar/?month=2026-13&view=year&kind=lamps&since=9999-01-01&colour=red", 400)

    for words in ("is not a month", "month, quarter", "duty", "add “view=list”", "knows no parameter"):
        assert words in found
    for address in ("?month=9999-12", "?view=list&since=2026-12-02&until=2026-12-01", "?kind=instalment"):
        assert client.get(f"/en/calendar/{address}").status_code == 400
    assert client.get("/api/v1/calendar/?since=9999-01-01&kind=x").status_code == 400
    assert called("calendar", "--from", "9999-01-01", "--kind", "x", "--json", "--ics").exit_code == 2


@pytest.mark.parametrize("month", ["1900-01", "2199-12"])
def test_the_calendar_has_ends(client, month):
    found = page(client, f"/en/calendar/?month={month}")

    assert ('rel="prev"' in found) is (month == "2199-12")
    assert ('rel="next"' in found) is (month == "1900-01")


def test_an_empty_month_leads_to_what_is_near(client):
    bring_in(LIGHTHOUSES)

    found = page(client, "/en/calendar/?month=2026-12&kind=duty")

    assert "Nothing falls on these days." in found
    assert re.findall(r"month=([\d-]+)[^>]*>The (last before|next)", found) == [("2023-12", "last before")]


def test_a_private_address_opens_until_it_is_taken_back_and_each_time_is_in_the_record(ada):
    client, nobody = ada.sign_in(Client()), Client()
    first = own_feed(client)
    assert b"XA-1" in nobody.get(first).content
    client.post("/en/calendar/address/", {"do": "renew"})
    second = own_feed(client)
    assert first != second
    assert (nobody.get(first).status_code, nobody.get(second).status_code) == (404, 200)

    client.post("/en/calendar/address/", {"do": "take-back"})
    again = client.post("/en/calendar/address/", {"do": "take-back"}, follow=True)

    assert "has no private address" in again.text
    never = re.sub(r"/[^/]+\.ics", "/00000000000000000000000000000000.nothing.ics", first)
    answers = {
        (nobody.get(one).status_code, nobody.get(one).text.replace(one.rpartition("/")[2], ""))
        for one in (first, second, never)
    }
    assert len(answers) == 1
    keys = [key for key in Event.objects.order_by("pk").values_list("key", flat=True) if key.startswith("calendar.")]
    assert keys == ["calendar.address-made", "calendar.address-renewed", "calendar.address-taken-back"]


def test_no_copy_of_the_database_opens_a_calendar(ada, settings):
    client = ada.sign_in(Client())
    address = own_feed(client)
    row = CalendarAddress.objects.get()

    settings.SECRET_KEY = "another one"  # noqa: S105  (protects nothing)

    assert Client().get(address).status_code == 404
    assert Client().get(f"/en/calendar/{row.key.hex}.ics").status_code == 404


def test_who_has_the_address_only_changes_nothing_and_asks_again_for_nothing_new(ada):
    address = own_feed(ada.sign_in(Client()))
    answer = Client().get(address)

    assert answer["Cache-Control"] == "private, no-cache"
    assert Client().get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert Client().head(address).status_code == 200
    assert Client().post(address).status_code == 405
    assert Client().post("/en/calendar/address/", {"do": "make"}).status_code == 302
    assert not answer.cookies


def test_an_account_that_is_closed_has_no_feed(ada):
    address = own_feed(ada.sign_in(Client()))
    close_account(ada.id, because="They left.", by=SYSTEM, at=TODAY)

    assert Client().get(address).status_code == 404


def test_for_each_of_ones_bodies_the_feed_holds_what_one_may_see(ada, fund):
    other = money.donor("Other (sample)")
    key = money.pledge("XC-1", donor=other, fund=fund, amount="5")
    money.agreed(key, instalments=f"{DUE} 5")
    join(other, person=ada.id, is_coordinator=False, valid_from=date(2026, 1, 1), by=SYSTEM, at=TODAY)
    grant = NewGrant(
        ada.id, "donor_representative", "organisation", str(other), valid_from=date(2026, 1, 1), valid_until=None,
        because="A letter.",
    )  # fmt: skip
    give_role(grant, by=SYSTEM, at=TODAY)

    feed = Client().get(own_feed(ada.sign_in(Client()))).content

    assert b"XA-1" in feed
    assert b"XC-1" in feed


def test_the_end_of_a_role_stands_in_ones_own_calendar_and_is_cancelled_when_it_ended_before():
    until = TODAY.date() + timedelta(days=20)
    olga, other = people.person("Olga First").with_app(), people.person("Pavel Second").with_app()
    grant = NewGrant(
        olga.id, "report_drafter", "all", "", valid_from=TODAY.date(), valid_until=until, because="A letter."
    )
    key = give_role(grant, by=SYSTEM, at=TODAY).id
    client = olga.sign_in(Client())

    (item,) = client.get(API).json()["items"]
    assert (item["kind"], item["first"], item["status"]) == ("ending", str(until), "open")
    assert other.sign_in(Client()).get(API).json()["count"] == 0
    end_grant(key, because="It was a mistake.", by=SYSTEM, at=TODAY)
    (item,) = client.get(API).json()["items"]
    assert item["status"] == "cancelled"
    assert b"STATUS:CANCELLED" in client.get(own_feed(client)).content


@pytest.mark.parametrize("language", ["ar", "zh-hans"])
def test_the_calendar_speaks_each_language(ada, language):
    client = ada.sign_in(Client())
    found = page(client, f"/{language}/calendar/?month=2026-12&view=quarter")

    assert "XA-1" in found
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in found


def test_an_address_says_nothing_of_whose_it_is(ada):
    found = address_of(ada.actor)

    assert found is None
    address = own_feed(ada.sign_in(Client()))
    assert str(ada.id) not in address
    assert len(address) > 80
