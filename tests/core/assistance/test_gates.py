"""The gates of ECOSOC resolution 2007/18, each shut by itself and opened by records alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from accede import data
from accede.core.assessments.consents import Consent
from accede.core.assistance.gate_facts import (
    Activity,
    Citation,
    Contact,
    Determination,
    Excepted,
    Money,
    Request,
    Screening,
)
from accede.core.assistance.gates import TABLE, judge, workflow_gates
from accede.core.assistance.overlaps import Overlap, Planned, overlaps
from accede.core.assistance.reading_gates import rules_in
from accede.core.values import Period

DOCUMENT: Mapping[str, Any] = data.document("assistance/gates-ecosoc-2007-18.yaml")
RULES = rules_in(DOCUMENT)
TODAY = date(2010, 6, 1)
YES = Determination(
    is_yes=True, reason="A prison component.", has_author_and_day=True, budget_line="B-1", indicator="I-1"
)
CONSENT = Consent(
    "XSA", Period(date(2010, 1, 1), date(2011, 1, 1)), frozenset({"legislation"}), frozenset({"body"}), frozenset(),
    frozenset(),
)  # fmt: skip


def told(body: str, answer: str = "no_objection", until: date | None = date(2010, 5, 1)) -> Contact:
    return Contact(body, date(2010, 4, 1), until, answer, has_document=True)


ACTIVITY = Activity(
    beneficiaries=("XSA",),
    requests=(Request("XSA", "Note 1", has_document=True, is_accepted=True),),
    visits=("XSA",),
    consents=(CONSENT,),
    topics=("legislation",),
    participants=("body",),
    first_day=date(2010, 7, 1),
    last_day=date(2010, 7, 3),
    contacts=(told("CTC"), told("CTED"), told("CTITF")),
    money=Money(113_000_00, 0, "A-1"),
    citations=(Citation("A/RES/62/172", "1", is_adopted=True, has_record=True),),
    discretion={"5": YES, "6": Determination(is_yes=False, reason="Not needed.", has_author_and_day=True)},
    screening=Screening((), has_document=True),
    languages=frozenset({"fr", "ar"}),
    asked_in=frozenset({"fr"}),
    words="Help a State that wishes to join.",
    today=TODAY,
)


def shut(activity: Activity) -> dict[str, tuple[str, str]]:
    """Return the gates that are shut: by their short names, the clause and who can supply what is missing."""
    found = zip(RULES, judge(activity, RULES), strict=True)
    return {
        rule.key: (str(one.because[0].authority), str(one.because[0].facts["supplied_by"]))
        for rule, one in found
        if not one.answer
    }


def test_an_activity_with_all_its_records_passes_every_gate():
    assert shut(ACTIVITY) == {}
    assert [rule.key for rule in RULES] == [f"G{number}" for number in range(1, 11)]
    assert {rule.code for rule in RULES} == set(TABLE)


@pytest.mark.parametrize(
    ("key", "lacks"),
    [
        ("G1", {"requests": ()}),
        ("G1", {"requests": (Request("XSA", "Note 1", has_document=False, is_accepted=True),)}),
        ("G1", {"requests": (Request("XSA", "N", has_document=True, is_accepted=True, is_withdrawn=True),)}),
        ("G1", {"beneficiaries": ("XSA", "XSB")}),
        ("G2", {"consents": ()}),
        ("G2", {"consents": (replace(CONSENT, withdrawn_on=date(2010, 5, 1)),)}),
        ("G2", {"participants": ("body", "other")}),
        ("G3", {"money": Money(0, 113_000_00, "")}),
        ("G3", {"money": Money(100, 1, "A-1")}),
        ("G4", {"contacts": (told("CTC"),)}),
        ("G4", {"contacts": (told("CTC"), told("CTED", "objected"))}),
        ("G4", {"contacts": (told("CTC"), replace(told("CTED"), has_document=False))}),
        ("G5", {"citations": (Citation("E/RES/2007/18", "1", is_adopted=False, has_record=False),)}),
        ("G5", {"citations": (Citation("A/RES/62/172", "1", is_adopted=True, has_record=False),)}),
        ("G6", {"discretion": {"5": YES}}),
        ("G6", {"discretion": {"5": YES, "6": Determination(is_yes=True, reason=" ", has_author_and_day=True)}}),
        ("G7", {"screening": None}),
        ("G7", {"screening": Screening(("fair trial",), has_document=True)}),
        ("G8", {"languages": frozenset({"en"})}),
        ("G9", {"discretion": {**ACTIVITY.discretion, "5": replace(YES, indicator="")}}),
        ("G9", {"discretion": {"6": ACTIVITY.discretion["6"]}}),
        ("G10", {"words": "Help a non-compliant State."}),
    ],
)  # fmt: skip
def test_each_gate_is_shut_by_itself_where_its_record_is_missing(key, lacks):
    assert list(shut(replace(ACTIVITY, **lacks))) == [key]


def test_delivery_without_request_or_consultation_is_refused_with_the_paragraph_and_who_can_help():
    found = shut(replace(ACTIVITY, requests=(), contacts=()))

    assert found == {
        "G1": ("E/RES/2007/18 art. 1", "state"),
        "G4": ("E/RES/2007/18 art. 1", "body"),
    }


def test_paragraphs_1_4_and_6_want_other_bodies_to_take_part_more_or_less_closely():
    def citing(paragraph: str, *contacts: Contact) -> list[str]:
        cited = (Citation("A/RES/62/172", paragraph, is_adopted=True, has_record=True),)
        return list(shut(replace(ACTIVITY, citations=cited, contacts=contacts)))

    only_told = tuple(told(body, "", None) for body in ("CTC", "CTED"))
    time_over = tuple(told(body, "") for body in ("CTC", "CTED"))
    answered = tuple(told(body) for body in ("CTC", "CTED"))
    still_time = tuple(told(body, "", date(2010, 6, 30)) for body in ("CTC", "CTED"))

    assert [citing("6", *log) for log in (only_told, time_over, answered, still_time)] == [[], [], [], ["G4"]]
    assert [citing("1", *log) for log in (only_told, time_over, answered)] == [["G4"], [], []]
    assert [citing("4", *log) for log in (time_over, answered)] == [["G4"], ["G4"]]
    assert citing("4", *answered, told("CTITF")) == []
    assert citing("4", *answered, told("CTITF", "")) == ["G4"]


def test_a_regional_organisation_asks_as_a_state_does():
    asked = Request("centre", "Letter 3", has_document=True, is_accepted=True)

    assert shut(replace(ACTIVITY, beneficiaries=("centre",))) == {"G1": ("E/RES/2007/18 art. 1", "state")}
    assert shut(replace(ACTIVITY, beneficiaries=("centre",), requests=(asked,))) == {}


def test_an_exception_needs_two_persons_a_reason_and_a_document_and_a_gate_that_permits_one():
    silent = replace(ACTIVITY, contacts=())
    by_two = Excepted("assistance.coordination", "The Committee does not meet.", "ada", "bo", has_document=True)

    assert shut(replace(silent, exceptions=(by_two,))) == {}
    for wrong in (
        replace(by_two, confirmed_by="ada"),
        replace(by_two, confirmed_by=""),
        replace(by_two, reason=" "),
        replace(by_two, has_document=False),
        replace(by_two, gate="assistance.request"),
    ):
        assert list(shut(replace(silent, exceptions=(wrong,)))) == ["G4"]
    unasked = replace(ACTIVITY, requests=(), exceptions=(replace(by_two, gate="assistance.request"),))
    assert list(shut(unasked)) == ["G1"]
    passed = judge(replace(silent, exceptions=(by_two,)), RULES)[3]
    assert passed.because[0].code == "assistance.coordination.excepted"


def test_the_same_table_shuts_the_steps_of_a_workflow():
    gates = workflow_gates(RULES)

    assert [one.missing(ACTIVITY) for one in gates] == [None] * 10
    unfunded = replace(ACTIVITY, money=Money(0, 5_000, ""))
    assert {one.code: one.missing(unfunded) for one in gates if one.missing(unfunded)} == {
        "assistance.resources": {"gap": "50.00", "supplied_by": "finance"}
    }


def test_a_document_that_names_no_gate_of_ours_does_not_load():
    wrong = {**DOCUMENT, "gates": [{**DOCUMENT["gates"][0], "code": "assistance.magic"}]}
    with pytest.raises(ValueError, match="no such gate"):
        rules_in(wrong)
    with pytest.raises(ValueError, match="twice"):
        rules_in({**DOCUMENT, "gates": [DOCUMENT["gates"][0], DOCUMENT["gates"][0]]})


def test_two_bodies_with_the_same_plan_for_a_state_in_one_quarter_are_told():
    def plan(key: str, body: str, states: str, first: date, topic: str = "training") -> Planned:
        return Planned(key, body, frozenset(states.split()), topic, first, first)

    may, june, july = date(2010, 5, 3), date(2010, 6, 28), date(2010, 7, 5)
    one = plan("a", "UNODC", "XSA XSB", may)

    assert overlaps([one, plan("b", "UNDP", "XSB", june)]) == [Overlap("a", "b", ("XSB",), "training")]
    for other in (
        plan("b", "UNODC", "XSB", june),
        plan("b", "UNDP", "XSC", june),
        plan("b", "UNDP", "XSB", july),
        plan("b", "UNDP", "XSB", june, "legislation"),
    ):
        assert overlaps([one, other]) == []
