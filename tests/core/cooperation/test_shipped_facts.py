"""The shipped facts of cooperation: each leads to a source, and the catalogue fits the texts."""

import re

import pytest

from accede import data
from accede.core.cooperation.agreements import memberships, settle_agreements
from accede.core.cooperation.rows import agreement_report, national_rule, regional, regional_act
from accede.core.cooperation.superseding import SUPERSEDES
from accede.core.cooperation.topics import Topic
from accede.core.cooperation.world import LISTED_IN_ETS_90
from tests.core.cooperation.reading import SOURCE_DAY, catalogue
from tests.core.treaties.nineteen import NINETEEN

SOURCES = {row["key"] for row in data.rows("cooperation/sources.csv")}
STATES = {row["code"] for row in data.rows("states.csv")}
WITHOUT_OFFENCE = {"PLASTIC-1991"}
LANGUAGES = frozenset({"ar", "en", "es", "fr", "ru", "zh-hans"})


@pytest.mark.parametrize("name", ["bilateral_treaties", "regional_acts", "national_rules"])
def test_every_row_names_its_source(name):
    rows = list(data.rows(f"cooperation/{name}.csv"))

    assert rows
    assert {row["source"] for row in rows} <= SOURCES


def test_every_row_names_states_of_the_record():
    named = {
        row["state"] for name in ("regional_acts", "national_rules") for row in data.rows(f"cooperation/{name}.csv")
    }
    named |= {row[side] for row in data.rows("cooperation/bilateral_treaties.csv") for side in ("state_a", "state_b")}

    assert named <= STATES


def test_every_row_can_be_read():
    rows = list(data.rows("cooperation/bilateral_treaties.csv"))
    reports = [agreement_report(row, key=str(n), attested_on=SOURCE_DAY) for n, row in enumerate(rows)]
    regionals = {t["key"]: regional(t) for t in data.document("cooperation/regional_instruments.yaml")["instruments"]}
    acts = [regional_act(row, attested_on=SOURCE_DAY) for row in data.rows("cooperation/regional_acts.csv")]

    assert len(settle_agreements(reports)) <= len(reports)
    assert {act.instrument for act in acts} <= regionals.keys()
    assert any(memberships(regionals["ETS-024"], acts))
    assert len({national_rule(row).state for row in data.rows("cooperation/national_rules.csv")}) == 55


def test_what_is_only_named_is_never_in_force():
    rows = list(data.rows("cooperation/bilateral_treaties.csv"))
    reports = [agreement_report(row, key=str(n), attested_on=SOURCE_DAY) for n, row in enumerate(rows)]

    named = [a for a in settle_agreements(reports) if a.status.value in {"named", "signed", "approved", "not_in_force"}]

    assert named
    assert all(a.since is None for a in named)


def test_every_instrument_that_defines_an_offence_says_what_cooperation_follows():
    defining = {d.instrument for o in catalogue().offences for d in o.definitions}

    assert defining == NINETEEN.keys() - WITHOUT_OFFENCE
    assert defining <= catalogue().clauses.keys()


def test_every_reading_of_a_text_names_it_or_says_that_its_address_was_not_kept():
    rows = data.document("cooperation/clauses.yaml")["texts"]
    texts = {row["key"] for row in data.rows("sources.csv")}

    assert {row["instrument"] for row in rows if "source" not in row} == {"CPPNM-AMD-2005", "UNTOC-2000", "ETS-090"}
    assert {row["source"] for row in rows if "source" in row} <= texts
    assert {row["read_in"] for row in rows} == {"de", "en", "fr"}


def test_a_text_that_protects_from_persecution_says_on_what_account():
    protecting = {key for key, one in catalogue().clauses.items() if one.on(Topic.DISCRIMINATION) is not None}

    assert protecting
    assert all(catalogue().clauses[key].grounds for key in protecting)


def test_the_newest_text_of_an_offence_comes_first():
    for offence in catalogue().offences:
        numbers = [NINETEEN[key].number for key in offence.instruments]
        assert numbers == sorted(numbers, reverse=True), offence.code
        assert len(numbers) == 1 or (offence.instruments[0], offence.instruments[1]) in SUPERSEDES


def test_the_annex_has_an_offence_of_financing_for_each_of_its_nine_treaties():
    annexes = [d.annex for o in catalogue().offences for d in o.definitions if d.annex]

    assert annexes == list(NINETEEN["FINANCING-1999"].annex)


def test_codes_are_unique_words_and_articles_are_written():
    codes = [offence.code for offence in catalogue().offences]

    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)
    assert all(d.article for o in catalogue().offences for d in o.definitions)
    assert LISTED_IN_ETS_90.keys() <= set(codes)


def test_a_regional_treaty_is_named_in_six_languages_with_its_source_or_as_a_translation():
    shipped = data.document("cooperation/regional_instruments.yaml")["instruments"]
    titles = [title for terms in shipped for title in terms.get("titles", ())]
    untoc = regional(next(terms for terms in shipped if terms["key"] == "UNTOC-2000"))
    warrant = regional(next(terms for terms in shipped if terms["key"] == "EAW-2002"))

    assert all(("source" in title) != bool(title.get("translated")) for title in titles)
    assert {frozenset(regional(terms).titles) | {"en"} for terms in shipped} == {LANGUAGES}
    assert untoc.title_in("fr") == "Convention des Nations Unies contre la criminalité transnationale organisée"
    assert not untoc.translated & {"fr", "ru"}
    assert "fr" in warrant.translated
