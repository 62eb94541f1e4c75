"""Conditions, deadlines, citations, addressees: what stands in a clause."""

import pytest

from accede.core.mandates.clauses.acts import acts_in
from accede.core.mandates.clauses.citations import citations_in
from accede.core.mandates.clauses.conditions import conditions_in
from accede.core.mandates.clauses.deadline import Setting
from accede.core.mandates.clauses.deadlines import deadlines_in
from accede.core.mandates.words.verbs import base_of_participle, read_lead
from tests.core.mandates.days import day
from tests.core.mandates.texts import CALENDAR, LIGHTHOUSES, reading

SETTING = Setting(CALENDAR, "GA", day("2019-12-12"), 74, year=2019)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("upon request", "upon_request"),
        ("at the request of the States concerned", "upon_request"),
        ("with the consent of the States concerned", "consent"),
        ("subject to the availability of extrabudgetary resources", "extrabudgetary_resources"),
        ("from within existing resources", "existing_resources"),
        ("on a voluntary basis", "voluntary"),
        ("in close consultation with the Keepers", "consultation"),
        ("in coordination with the Keepers", "coordination"),
        ("in cooperation with other bodies", "cooperation"),
        ("within their respective mandates", "within_mandate"),
        ("where appropriate", "as_appropriate"),
        ("as applicable", "as_applicable"),
        ("when necessary", "as_necessary"),
        ("to the fullest extent possible", "as_possible"),
        ("in accordance with applicable international law", "in_accordance_with_law"),
        ("where they exist", "where_they_exist"),
        ("without prejudice to other rules", "without_prejudice"),
    ],
)
def test_each_condition_of_the_catalogue_is_found_as_written(words, code):
    text = f"Requests the Office of Lamps, {words}, to report;"

    assert [(one.code, one.text) for one in conditions_in(text)] == [(code, words)]


def test_a_row_of_kinds_of_bodies_is_one_party():
    text = "in close cooperation with relevant international, regional and subregional bodies, including the Office"

    assert [one.text for one in conditions_in(text)] == [text.split(", including", maxsplit=1)[0]]


@pytest.mark.parametrize(
    "text", ["Calls upon States to pay;", "Welcomes the request of the Office;", "Notes the appropriate lamps;"]
)
def test_words_that_only_look_like_a_condition_are_none(text):
    assert conditions_in(text) == ()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("to report to the General Assembly at its seventy-sixth session", "2021-09-14", "2022-09-12"),
        ("to report to it at its next session", "2020-09-15", "2021-09-13"),
        (
            "to report at the thirtieth session of the Commission on Crime Prevention and Criminal Justice",
            "2021-05-17",
            "2021-05-21",
        ),
        ("to report for the biennium 2022–2023", "2022-01-01", "2023-12-31"),
        ("to keep lamps burning by 2030", None, "2030-12-31"),
        ("to report before 1 March 2021", None, "2021-02-28"),
        ("to report within six months", "2019-12-12", "2020-06-12"),
        ("to report not later than six months from the adoption of this resolution", "2019-12-12", "2020-06-12"),
        ("to meet in May 2021", "2021-05-01", "2021-05-31"),
        ("to meet from 3 to 5 May 2021", "2021-05-03", "2021-05-05"),
    ],
)
def test_deadlines_become_days(words, first, last):
    (found,) = deadlines_in(f"Requests the Secretary-General {words};", SETTING)

    assert (found.due_from and found.due_from.isoformat(), found.due_until and found.due_until.isoformat()) == (
        first,
        last,
    )
    assert found.reason == ""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("at the ninetieth session of the Commission on Narcotic Drugs", "session_not_in_calendar"),
        ("as soon as possible", "no_date_given"),
        ("at its next session of lamps", "session_not_numbered"),
        ("for the biennium 2023–2022", "period_runs_backwards"),
        ("by 31 February 2021", "no_such_day"),
    ],
)
def test_a_deadline_that_has_no_day_says_why(words, reason):
    setting = Setting(CALENDAR, "ECOSOC", day("2019-12-12"), None, year=2019)

    assert [one.reason for one in deadlines_in(f"Requests the Office to report {words};", setting)] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Welcomes the declaration adopted by the Assembly at its tenth special session;",
        "Notes the meeting held in Vienna in May 2018;",
        "Recalls the 2030 Agenda;",
    ],
)
def test_what_happened_is_no_deadline(text):
    assert deadlines_in(text, SETTING) == ()


def test_each_act_of_a_paragraph_has_its_own_addressees():
    paragraph = next(one for one in reading(LIGHTHOUSES).paragraphs if one.path == "2")

    assert [(one.base, one.addressees) for one in paragraph.acts] == [
        ("urge", ("coastal States that have not yet done so",)),
        ("request", ("the Office of Lamps",)),
    ]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        (
            "Invites Member States, the Lamp Fund and the World Bank to pay;",
            ("Member States", "the Lamp Fund", "the World Bank"),
        ),
        ("Calls upon all parties to the Convention to pay;", ("all parties to the Convention",)),
        ("Requests the Office, including its Branch, to report;", ("the Office",)),
        ("Recommends that the Commission should review lamps;", ("the Commission",)),
        ("Encourages the use of lamps;", ()),
        ("Expresses its appreciation to donor countries for lamps;", ("donor countries",)),
    ],
)
def test_addressees_are_the_parties_that_are_asked(text, addressees):
    lead = read_lead(text)

    assert acts_in(text, lead, conditions_in(text))[0].addressees == addressees


def test_citations_name_organ_and_symbol():
    found = citations_in(
        "Recalling its resolutions 70/901 of 3 December 2015 and 71/902, Security Council resolution 9901 (2013), "
        "Economic and "
        "Social Council resolution 2015/901, document A/74/555 and the Convention on Lamps,"
    )

    assert [(one.kind, one.symbol or one.text) for one in found] == [
        ("resolution", "A/RES/70/901"),
        ("resolution", "A/RES/71/902"),
        ("resolution", "S/RES/9901(2013)"),
        ("resolution", "E/RES/2015/901"),
        ("document", "A/74/555"),
        ("instrument", "Convention on Lamps"),
    ]
    assert found[0].dated == "3 December 2015"


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Recalling", "recall"),
        ("Noting", "note"),
        ("Urging", "urge"),
        ("Recognising", "recognize"),
        ("Stressing", "stress"),
        ("Submitting", "submit"),
        ("Condemning", "condemn"),
        ("Reaffirming", "reaffirm"),
        ("Emphasizing", "emphasize"),
        ("Taking", "take"),
    ],
)
def test_participles_lead_back_to_their_base(word, base):
    assert base_of_participle(word) == base
