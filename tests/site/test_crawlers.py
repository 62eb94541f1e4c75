"""What search engines are told: that they may read, and where the public pages are, in every language."""

import re

import pytest
from django.test import Client

from tests.factories.small_record import small_record

pytestmark = pytest.mark.django_db


def test_everybody_may_read_and_is_led_to_the_list_of_pages(client: Client):
    answer = client.get("/robots.txt", HTTP_HOST="localhost")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines()[0] == "User-agent: *"
    assert "Sitemap: http://localhost/sitemap.xml" in answer.content.decode()


def test_the_list_names_every_state_of_today_in_six_languages_and_every_address_opens(client: Client):
    small_record()

    listed = re.findall(
        "<loc>http://localhost([^<]+)</loc>", client.get("/sitemap.xml", HTTP_HOST="localhost").content.decode()
    )

    assert {f"/{language}/states/FRA/" for language in ("ar", "en", "es", "fr", "ru", "zh-hans")} <= set(listed)
    assert "/en/states/YUG/" not in listed
    assert len(listed) == len(set(listed))
    in_english = [address for address in listed if address.startswith("/en/")]
    lists = [address for address in in_english if address.count("/") <= 3]
    assert [address for address in lists if client.get(address).status_code != 200] == []
