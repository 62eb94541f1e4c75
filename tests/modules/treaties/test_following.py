"""Acts that people follow: begun and stopped on a page, told once in the inbox and by mail."""

import pytest

from accede.core.treaties.acts import ActKind
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.inbox import inbox_of
from accede.modules.treaties.services.following import followed_acts, tell_followers
from tests.factories.people import AT, person
from tests.factories.small_record import recorded, small_record, two_parties

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    small_record()
    two_parties()
    return person("Rita Sample")


def told(reader) -> list[str]:
    with acting(SYSTEM):
        return [one.sentence for one in inbox_of(reader.id, actors=[reader.actor])]


def test_whoever_follows_is_told_once_of_what_comes_in_later(client, reader):
    reader.sign_in(client)
    client.post("/en/acts/followed/", {"state": "Morocco", "instrument": ""})
    assert followed_acts(reader.actor) == (("MAR", ""),)
    assert tell_followers(at=AT) == 0, "what was there is no news"

    recorded("HOSTAGES-1979", "FRA", ActKind.ACCESSION, "2000-06-09")
    assert tell_followers(at=AT) == 0, "another State's act"
    recorded("HOSTAGES-1979", "MAR", ActKind.ACCESSION, "2007-05-09")
    assert tell_followers(at=AT) == 1
    assert tell_followers(at=AT) == 0, "told once"
    assert told(reader) == ["New in the record on what you follow (MAR): reports on acts: 1."]


def test_it_is_stopped_with_one_button_and_is_nobody_elses(client, reader):
    assert client.get("/en/acts/followed/").status_code == 302
    reader.sign_in(client)
    client.post("/en/acts/followed/", {"state": "MAR", "instrument": "ICSFT"})
    shown = client.get("/en/acts/followed/").content.decode()
    assert "/en/acts/?state=MAR&amp;instrument=FINANCING-1999" in shown

    client.post("/en/acts/followed/", {"state": "MAR", "instrument": "FINANCING-1999", "do": "stop"})

    assert followed_acts(reader.actor) == ()
    assert client.post("/en/acts/followed/", {"state": "Atlantis"}).status_code == 400


def test_the_list_of_acts_leads_there_with_what_it_asks(client, reader):
    shown = client.get("/en/acts/?state=MAR&state=FRA&instrument=FINANCING-1999").content.decode()

    assert "/en/acts/followed/?state=MAR&amp;instrument=FINANCING-1999" in shown
