"""The final clauses, written out a second time from the texts: until when one signs, from when one accedes, how."""

import pytest

from accede.core.treaties.joining_clauses import AccessionFrom, JoiningClause
from tests.core.treaties.nineteen import NINETEEN, SHIPPED

SIGNED_UNTIL = {
    "TOKYO-1963": "in force",
    "HAGUE-1970": "in force",
    "MONTREAL-1971": "in force",
    "IPP-1973": "1974-12-31",
    "HOSTAGES-1979": "1980-12-31",
    "CPPNM-1980": "in force",
    "AIRPORTS-1988": "in force",
    "SUA-1988": "1989-03-09",
    "FIXEDPLATFORMS-1988": "1989-03-09",
    "PLASTIC-1991": "in force",
    "BOMBINGS-1997": "1999-12-31",
    "FINANCING-1999": "2001-12-31",
    "NUCLEAR-2005": "2006-12-31",
    "CPPNM-AMD-2005": "never",
    "SUA-PROT-2005": "2007-02-13",
    "FIXEDPLATFORMS-PROT-2005": "2007-02-13",
    "BEIJING-CONV-2010": "in force",
    "BEIJING-PROT-2010": "in force",
    "MONTREAL-PROT-2014": "in force",
}
ONLY_AFTER_ENTRY_INTO_FORCE = {"TOKYO-1963", "CPPNM-1980", "AIRPORTS-1988"}
MARITIME = {"SUA-1988", "FIXEDPLATFORMS-1988", "SUA-PROT-2005", "FIXEDPLATFORMS-PROT-2005"}
RATIFIED_ONLY = {"TOKYO-1963", "HAGUE-1970", "MONTREAL-1971", "IPP-1973", "HOSTAGES-1979", "AIRPORTS-1988"}
SIGNATORY_MAY_ACCEDE = {"BEIJING-CONV-2010", "BEIJING-PROT-2010", "MONTREAL-PROT-2014"}
PAPERS = {
    "TOKYO-1963": "disputes_opt_out 24(2)",
    "HAGUE-1970": "disputes_opt_out 12(2)",
    "MONTREAL-1971": "disputes_opt_out 14(2)",
    "IPP-1973": "disputes_opt_out 13(2)",
    "HOSTAGES-1979": "disputes_opt_out 16(2)",
    "CPPNM-1980": "central_authority 5(1)!, disputes_opt_out 17(3)",
    "AIRPORTS-1988": "",
    "SUA-1988": "optional_jurisdiction 6(3)!, disputes_opt_out 16(2)",
    "FIXEDPLATFORMS-1988": "optional_jurisdiction 3(3)!",
    "PLASTIC-1991": "producer XIII(2)!, disputes_opt_out XI(2)",
    "BOMBINGS-1997": "optional_jurisdiction 6(3)!, disputes_opt_out 20(2)",
    "FINANCING-1999": "optional_jurisdiction 7(3)!, annex_exclusion 2(2)(a), disputes_opt_out 24(2)",
    "NUCLEAR-2005": "optional_jurisdiction 9(3)!, central_authority 7(4)!, disputes_opt_out 23(2)",
    "CPPNM-AMD-2005": "",
    "SUA-PROT-2005": "optional_jurisdiction 6(3)!, central_authority 8bis(15)!, boarding_consent 8bis(5)(d), (e)",
    "FIXEDPLATFORMS-PROT-2005": "optional_jurisdiction 3(3)!",
    "BEIJING-CONV-2010": "optional_jurisdiction 21(4)(a)!, family_exemption 21(4)(b), disputes_opt_out 20(2)",
    "BEIJING-PROT-2010": "optional_jurisdiction XXII(a)!, family_exemption XXII(b)",
    "MONTREAL-PROT-2014": "",
}
WRITTEN_IN = {
    "TOKYO-1963": ("19, 20", "22(1)"),
    "HAGUE-1970": ("13(1), 13(2)", "13(1)"),
    "MONTREAL-1971": ("15(1), 15(2)", "15(1)"),
    "IPP-1973": ("14, 15", "16"),
    "HOSTAGES-1979": ("17(1), 17(2)", "17(3)"),
    "CPPNM-1980": ("18(1), 18(2)", "18(3)"),
    "AIRPORTS-1988": ("IV, V(1)", "VII(1)"),
    "SUA-1988": ("17(1), 17(2)", "17(1)"),
    "FIXEDPLATFORMS-1988": ("5(1), 5(2)", "5(1)"),
    "PLASTIC-1991": ("XIII(1), XIII(2)", "XIII(1)"),
    "BOMBINGS-1997": ("21(1), 21(2)", "21(3)"),
    "FINANCING-1999": ("25(1), 25(2)", "25(3)"),
    "NUCLEAR-2005": ("24(1), 24(2)", "24(3)"),
    "CPPNM-AMD-2005": ("20(2)", ""),
    "SUA-PROT-2005": ("17", "17"),
    "FIXEDPLATFORMS-PROT-2005": ("8(1), 8(2)", "8(1)"),
    "BEIJING-CONV-2010": ("21(1), 21(2)", "21(3)"),
    "BEIJING-PROT-2010": ("XX, XXI(1)", "XXI(3)"),
    "MONTREAL-PROT-2014": ("XVI, XVII(1)", "XVII(2)"),
}


FINANCING_ANNEX = (
    "HAGUE-1970",
    "MONTREAL-1971",
    "IPP-1973",
    "HOSTAGES-1979",
    "CPPNM-1980",
    "AIRPORTS-1988",
    "SUA-1988",
    "FIXEDPLATFORMS-1988",
    "BOMBINGS-1997",
)


def clause_of(instrument: str) -> JoiningClause:
    clause = NINETEEN[instrument].joining
    assert clause is not None, f"how {instrument} is joined does not ship"
    return clause


def test_the_nineteen_have_their_clauses() -> None:
    assert len(NINETEEN) == 19
    assert [set(one) for one in (SIGNED_UNTIL, PAPERS, WRITTEN_IN)] == [set(NINETEEN)] * 3
    assert [key for key in NINETEEN if not clause_of(key).is_read] == ["SUA-PROT-2005"]


def test_the_last_day_for_signature_is_the_day_on_which_signature_closed() -> None:
    until = {key: clause_of(key).signature_until for key in NINETEEN}

    assert {key: str(day) for key, day in until.items() if day} == {
        key: SHIPPED[key]["closed_on"] for key, day in until.items() if day
    }


def test_the_annex_of_the_financing_convention_has_nine_treaties() -> None:
    assert {key: one.annex for key, one in NINETEEN.items() if one.annex} == {"FINANCING-1999": FINANCING_ANNEX}


@pytest.mark.parametrize("instrument", NINETEEN)
def test_until_when_it_is_signed_and_from_when_acceded_to(instrument: str) -> None:
    clause = clause_of(instrument)
    until = clause.signature_until.isoformat() if clause.signature_until is not None else "never"

    assert ("in force" if clause.signs_until_in_force else until) == SIGNED_UNTIL[instrument]
    assert clause.definitive_signature == (instrument in MARITIME)
    expected = AccessionFrom.ANY_TIME
    if instrument in ONLY_AFTER_ENTRY_INTO_FORCE:
        expected = AccessionFrom.ENTRY_INTO_FORCE
    elif instrument in MARITIME:
        expected = AccessionFrom.SIGNATURE_CLOSED
    elif instrument == "CPPNM-AMD-2005":
        expected = AccessionFrom.NEVER
    assert clause.accession_from is expected


@pytest.mark.parametrize("instrument", NINETEEN)
def test_by_which_acts_and_with_which_papers_it_is_joined(instrument: str) -> None:
    clause = clause_of(instrument)
    acts = ["ratification"] if instrument in RATIFIED_ONLY else ["ratification", "acceptance", "approval"]

    assert [str(one) for one in clause.after_signature] == acts
    assert (clause.article, clause.accession_article) == WRITTEN_IN[instrument]
    assert clause.signatory_may_accede == (instrument in SIGNATORY_MAY_ACCEDE)
    papers = [f"{one.paper} {one.article}{'!' if one.is_required else ''}" for one in clause.papers]
    assert ", ".join(papers) == PAPERS[instrument]
    assert clause.is_read == (instrument != "SUA-PROT-2005")
