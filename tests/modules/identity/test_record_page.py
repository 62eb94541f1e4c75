"""The record of who did what on a page: filtered, in the reader's own time, and as a table."""

from accede.modules.identity.models import Person
from tests.factories import people


def test_it_is_told_in_the_readers_own_time(client, ada):
    Person.objects.filter(id=ada.id).update(time_zone="Asia/Tokyo")

    page = ada.with_app().sign_in(client).get("/en/record/").text

    assert "2026-11-30 18:00 <bdi>Asia/Tokyo</bdi>" in page
    assert "Ada Adeyi opened an account." in page


def test_it_is_filtered_by_who_and_what_and_day(client, ada):
    nil = people.person("Nil Novak")
    ada.with_app().sign_in(client)

    one = client.get(
        "/en/record/", {"person": str(nil.id), "key": "identity.person-joined", "since": "2026-11-30"}
    ).text

    assert "Nil Novak opened an account." in one
    assert "Ada Adeyi opened an account." not in one
    none = client.get("/en/record/", {"until": "2026-11-29"}).text
    assert "No events" in none
    assert "This is not a day." in client.get("/en/record/", {"since": "banana"}).text
    assert client.get("/en/record/", {"page": "9"}).status_code == 400


def test_it_goes_out_as_a_table(client, ada):
    ada.with_app().sign_in(client)

    table = client.get("/en/record/", {"format": "csv"})

    assert table["Content-Type"].startswith("text/csv")
    assert "2026-11-30 09:00:00" in table.content.decode("utf-8-sig")
    assert client.get("/en/record/", {"format": "pdf"}).status_code == 400


def test_what_one_did_oneself_everybody_reads(client, nil):
    page = nil.sign_in(client).get("/en/account/record/").text

    assert "Nil Novak opened an account." in page
    assert nil.sign_in(client).get("/en/record/").status_code == 404
