"""The coded reading that ships is worded in the six official languages."""

import json

import pytest
from django.test import Client
from django.utils import translation

from accede.foundation.access import SYSTEM
from accede.modules.mandates.models import Duty, Reading
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.mandates.services.correcting import Correcting, correct_duty
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.core.mandates.days import day

pytestmark = pytest.mark.django_db

OTHERS = ("ar", "es", "fr", "ru", "zh-hans")


@pytest.fixture(autouse=True)
def mandates(db) -> None:
    load_shipped_mandates(at=TODAY)


def test_every_duty_is_worded_in_every_language():
    for duty in Duty.objects.all():
        assert sorted(duty.words) == sorted(OTHERS), duty.key
        for language, words in duty.words.items():
            assert words["what"], (duty.key, language)
            assert len(words["owed_by"]) == len(duty.owed_by), (duty.key, language)
            assert bool(words["owed_to"]) == bool(duty.owed_to), (duty.key, language)
            assert bool(words["due_words"]) == bool(duty.due_words), (duty.key, language)
            assert words["what"][-1] in ".。", (duty.key, language)


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [
        ("fr", "ONUDC", "Assistance technique"),
        ("ar", "المدير التنفيذي", "تقديم المساعدة التقنية"),
        ("zh-hans", "秘书长", "提供技术援助"),
    ],
)
def test_pages_lists_and_the_api_word_it_in_the_readers_language(client: Client, language, words, title):
    page = client.get(f"/{language}/mandates/E-RES-2007-18/").content.decode()
    listed = client.get(f"/{language}/mandates/due/?past=yes").content.decode()
    answer = json.loads(client.get("/api/v1/mandates/E-RES-2007-18/duties/", HTTP_ACCEPT_LANGUAGE=language).content)

    assert words in page
    assert title in page
    assert f'lang="{language}"' in listed
    assert Duty.objects.get(key="10").words[language]["what"] in listed
    first = next(one for one in answer["items"] if one["key"] == "1")
    assert first["what"] == Duty.objects.get(key="1").words[language]["what"]


def test_a_language_without_words_of_its_own_gets_the_english_ones_said_to_be_english():
    line = mandate_at("E-RES-2007-18")
    assert line is not None
    with translation.override("en"):
        assert {one.language for one in duties_under(line)} == {"en"}
    Duty.objects.filter(key="1").update(words={})
    with translation.override("fr"):
        assert {one.language for one in duties_under(line)} == {"en", "fr"}


def test_a_newer_coded_reading_keeps_what_officers_corrected():
    reading = Reading.objects.get()
    correct_duty(reading.pk, "9", Correcting({"due_until": "2009-12-04"}, "seen in the report"), by=SYSTEM, at=TODAY)
    Reading.objects.update(digest="an earlier edition")

    assert load_shipped_mandates(at=TODAY) == 1

    line = mandate_at("E-RES-2007-18")
    assert line is not None
    assert line.coded_id != reading.pk
    duty = next(one for one in duties_under(line) if one.key == "9")
    assert (duty.due_until, duty.due_certainty) == (day("2009-12-04"), "corrected")
    assert load_shipped_mandates(at=TODAY) == 0
