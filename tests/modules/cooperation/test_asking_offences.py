"""Offences can be asked for by their titles in any of the six languages, on the command line as on the page."""

import json
from urllib.parse import urlencode

import pytest
from django.utils.translation import override

from accede.foundation.console import run
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.words.opinion_question import LANGUAGES, offences_named
from accede.site.cli import ROOT
from tests.factories.cooperation_record import cooperation_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    monkeypatch.setattr("accede.foundation.console.running._let_go_of_database", lambda: None)
    cooperation_record()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_leads_to_its_offence_and_to_no_other(language):
    snapshot = current_cooperation()
    with override(language):
        titles = {code: offence_title(code) for code in snapshot.catalogue.by_code}

    assert {code: offences_named(snapshot, title) for code, title in titles.items()} == {
        code: (code,) for code in titles
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_and_the_page_take_a_title_of_any_language(language, client, capsys):
    with override(language):
        title = offence_title("hostage-taking")

    code = run(ROOT, ["bases", "FRA", "MAR", "--offence", title.upper(), "--on", "2010-01-01", "--json"])
    asked = urlencode({"requesting": "FRA", "requested": "MAR", "offence": title, "on": "2010-01-01"})
    page = client.get(f"/fr/cooperation/?{asked}")

    assert code == 0
    assert json.loads(capsys.readouterr().out)["opinions"][0]["offence"]["code"] == "hostage-taking"
    assert page.status_code == 200
    assert 'id="hostage-taking"' in page.content.decode()
