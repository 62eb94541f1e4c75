"""`accede bases`, `accede network` and `accede plan accessions`: answers, and what is said of bad questions."""

import json

import pytest

from accede.foundation.console import run
from accede.site.cli import ROOT
from tests.factories.cooperation_record import cooperation_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    monkeypatch.setattr("accede.foundation.console.running._let_go_of_database", lambda: None)
    cooperation_record()


def answered(capsys, *arguments: str):
    code = run(ROOT, [*arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_bases_as_json_are_complete(capsys):
    code, out, _ = answered(
        capsys, "bases", "FR", "المغرب", "--offence", "hostage-taking", "--on", "2010-01-01", "--json"
    )

    document = json.loads(out)
    opinion = document["opinions"][0]
    basis = opinion["bases"][0]
    assert (code, document["requesting"]["code"], document["requested"]["code"]) == (0, "FRA", "MAR")
    assert (opinion["effect"], basis["treaty"], basis["kind"]) == (
        "option_or_recognition",
        "HOSTAGES-1979",
        "universal",
    )
    assert {"text": "HOSTAGES-1979", "article": "10(2)"}.items() <= next(
        a for a in basis["articles"] if a["article"] == "10(2)"
    ).items()
    assert {"reasons", "conditions", "unknowns", "effect_words", "sources"} <= basis.keys()


def test_a_bilateral_treaty_includes_the_offence_from_its_day_on(capsys):
    before, after = (
        json.loads(answered(capsys, "bases", "FRA", "MAR", "--offence", "hostage-taking", "--on", day, "--json")[1])[
            "opinions"
        ][0]["effect"]
        for day in ("2011-04-30", "2011-05-01")
    )

    assert (before, after) == ("option_or_recognition", "included")


def test_an_instrument_stands_for_its_offences_that_were_defined_by_then(capsys):
    _, out, _ = answered(capsys, "bases", "FRA", "MAR", "--offence", "SUA-PROT-2005", "--on", "2004-01-01", "--json")

    codes = {opinion["offence"]["code"] for opinion in json.loads(out)["opinions"]}
    assert "ship-seizure" in codes
    assert "ship-as-weapon" not in codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("FRA", "Moroco", "--offence", "hostage-taking"), "Morocco (MAR)"),
        (("FRA", "FRA", "--offence", "hostage-taking"), "The two States are the same"),
        (("FRA", "HRV", "--offence", "hostage-taking", "--on", "1990-01-01"), "did not exist"),
        (("FRA", "MAR", "--offence", "aircraft-as-weapon", "--on", "2005-01-01"), "not yet defined"),
        (("FRA", "MAR", "--offence", "hostage-takin"), "hostage-taking"),
        (("FRA", "MAR", "--offence", "PLASTIC-1991"), "defines no offence"),
        (("FRA", "MAR", "--offence", "hostage-taking", "--on", "2010-02-30"), "is not a day"),
    ],
)
def test_a_bad_question_is_told_with_what_may_be_meant(capsys, arguments, said):
    code, out, err = answered(capsys, "bases", *arguments)

    assert code == 2
    assert out == ""
    assert said in err


def test_all_faults_of_a_question_are_said_together(capsys):
    _, _, err = answered(capsys, "bases", "Frnce", "HRV", "--offence", "xyzzy", "--on", "1990-01-01")

    assert "Frnce" in err
    assert "xyzzy" in err


def test_the_network_counts_every_cell(capsys):
    _, out, _ = answered(capsys, "network", "--on", "2010-01-01", "--state", "FRA", "--json")

    document = json.loads(out)
    assert sum(document["counts"].values()) == document["cells"]
    row = next(r for r in document["row"] if r["requested"] == "MAR")
    assert row["offences"]["hostage-taking"] == {"effect": "option_or_recognition", "by": "HOSTAGES-1979"}


def test_the_plan_of_the_world_proves_its_best_choice(capsys):
    _, out, _ = answered(capsys, "plan", "accessions", "--world", "-k", "2", "--on", "2010-01-01", "--json")

    document = json.loads(out)
    assert document["proven"]
    assert document["best"]["closes"] >= document["greedy"]["closes"]
    assert document["greedy"]["closes"] <= document["greedy"]["upper_bound"]


def test_the_plan_of_a_state_gives_days_and_parents(capsys):
    _, out, _ = answered(capsys, "plan", "accessions", "--state", "BOL", "--on", "2010-01-01", "--json")

    steps = {step["instrument"]: step for step in json.loads(out)["accessions"]}
    assert steps["HOSTAGES-1979"]["takes_effect"] == "2010-01-31"
    assert steps["AIRPORTS-1988"]["parents"][0]["instrument"] == "MONTREAL-1971"


def test_a_plan_is_for_a_state_or_for_the_world(capsys):
    code, _, err = answered(capsys, "plan", "accessions")

    assert code == 2
    assert "--world" in err


def test_what_has_changed_since_a_day_is_told_with_its_cause(capsys):
    _, out, _ = answered(capsys, "network", "--on", "2011-05-01", "--since", "2011-04-30", "--json")

    since = json.loads(out)["since"]
    assert [(c["kind"], c["states"], c["treaty"]) for c in since["causes"]] == [
        ("treaty_began", ["FRA", "MAR"], "treaty-of-the-test")
    ]
    assert since["gained"] == sum(cause["opened"] for cause in since["causes"])


def test_the_earlier_day_is_earlier(capsys):
    code, _, err = answered(capsys, "network", "--on", "2011-05-01", "--since", "2011-05-01")

    assert code == 2
    assert "--since" in err
