"""What changed since a day, of how States stand and of what the record knows: page, file, API and command."""

import json

import pytest
from click.testing import Result

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import complete_list, recorded, small_record
from tests.support.commands import called
from tests.support.pages import page, rows

pytestmark = pytest.mark.django_db
YEAR = "since=2001-12-31&on=2002-12-31"


@pytest.fixture(autouse=True)
def record(monkeypatch):
    """France known since 2015, Morocco since 2016; a full list of 2014."""
    monkeypatch.setenv("ACCEDE_LANG", "en")
    small_record()
    recorded("FINANCING-1999", "FRA", ActKind.SIGNATURE, "2000-01-10", known_on="2015-01-01")
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07", known_on="2015-01-01")
    recorded("FINANCING-1999", "MAR", ActKind.RATIFICATION, "2002-09-19", known_on="2016-01-01")
    complete_list("FINANCING-1999", "2014-07-10")


def said(result: Result) -> str:
    assert "Traceback" not in result.output
    return result.output


def test_the_page_tells_who_stands_otherwise_the_latest_first(client):
    found = rows(client, f"/en/changes/?{YEAR}")

    assert [(row["name"]["label"] if isinstance(row["name"], dict) else row["name"]) for row in found] == [
        "Morocco",
        "France",
    ]
    assert found[1]["before"] == "Signed · 10 January 2000"
    assert found[1]["after"] == "Party · 10 April 2002"
    assert found[0]["on"] == "2002-10-19"


def test_nothing_is_told_of_what_no_state_did(client):
    shown = page(client, "/en/changes/?since=2014-07-10&on=2015-12-31")

    assert "Nothing changed between these days, as far as is known." in shown


def test_what_the_record_learned_is_told_apart(client):
    found = rows(client, "/en/changes/?of=record&since=2015-06-01&on=2010-01-01&state=MAR")

    assert [row["after"] for row in found] == ["Party · 19 October 2002"]
    assert "Answers about" in page(client, "/fr/changes/?of=record&since=2015-06-01&on=2010-01-01").replace(
        "Réponses au sujet du", "Answers about"
    )


def test_the_rows_are_those_of_the_state_and_the_instrument_asked_for(client):
    assert len(rows(client, f"/en/changes/?{YEAR}&state=France&instrument=ICSFT")) == 1
    assert rows(client, f"/en/changes/?{YEAR}&instrument=HAGUE-1970") == []


def test_days_that_cannot_be_are_refused_with_all_that_is_wrong(client):
    shown = page(client, "/en/changes/?since=2003-01-01&on=2002-12-31&of=nonsense", 400)

    assert "no day lies between them" in shown
    assert "nonsense" in shown


def test_the_api_gives_both_positions(client):
    answer = client.get(f"/api/v1/changes/?{YEAR}&state=MAR").json()

    (item,) = answer["items"]
    assert (item["before"]["standing"], item["after"]["standing"], item["after"]["since"]) == (
        "none",
        "party",
        "2002-10-19",
    )
    assert client.get("/api/v1/changes/").status_code == 400


def test_the_command_answers_and_says_what_is_missing():
    assert "France" in said(called("changes", "--since", "2001-12-31", "--on", "2002-12-31"))
    told = json.loads(
        said(
            called("changes", "--since", "2015-06-01", "--record", "--on", "2010-01-01", "--state", "Morocco", "--json")
        )
    )
    assert [row["state"] for row in told["rows"]] == ["MAR"]
    assert called("changes").exit_code == 2
    assert "no day lies between them" in said(called("changes", "--since", "2003-01-01", "--on", "2002-01-01"))


def test_a_picture_for_pages_of_others_needs_no_script_no_style_and_no_cookie(client):
    client.cookies.clear()
    curve = client.get("/en/instruments/FINANCING-1999/parties.svg?on=2007-07-26")
    acts = client.get("/ar/states/FRA/acts.svg")

    for picture in (curve, acts):
        assert picture["Content-Type"] == "image/svg+xml"
        assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert not picture.cookies
        drawn = picture.content.decode()
        assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
        assert not any(part in drawn for part in ("<style", "style=", "class=", "<script", "var("))
    assert client.get("/en/instruments/FINANCING-1999/parties.svg").has_header("Cross-Origin-Resource-Policy")
    assert client.get("/en/states/BOL/acts.svg").status_code == 404
    assert client.get("/en/instruments/ICSFT/parties.svg")["Location"] == "/en/instruments/FINANCING-1999/parties.svg"


def test_a_page_is_cited_with_the_address_that_goes_on_giving_its_answer(client):
    shown = page(client, "/en/states/FRA/?on=2007-07-26&known=2015-06-01")

    assert "on=2007-07-26&amp;known=2015-06-01" in shown
    assert "As at" in shown
    assert 'src="http://testserver/en/states/FRA/acts.svg?on=2007-07-26&amp;known=2015-06-01"' in shown.replace(
        "&lt;", "<"
    )
