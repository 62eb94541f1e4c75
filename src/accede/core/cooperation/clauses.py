"""Where each instrument says what about extradition, assistance, prosecution and what it leaves out.

Read in the texts: in English for the conventions, for the SUA instruments as revised in 2005, in French for the
Amendment of 2005 to the Convention on nuclear material and for UNTOC, in German for the Beijing Protocol, the Protocol
of 2014 to the Tokyo Convention and ETS 90. A protocol whose offences fall under its parent's articles cites the parent
(Airports art. I; Fixed Platforms art. 1(1)).
"""

from collections.abc import Mapping
from types import MappingProxyType

from accede.core.cooperation.topics import WITH_GENDER, Clauses, Ground, Topic
from accede.core.explain import Authority


def _of(text: str, **articles: str) -> dict[Topic, Authority]:
    return {Topic(name): Authority(text, article) for name, article in articles.items()}


_MONTREAL = _of(
    "MONTREAL-1971",
    included="8(1)",
    option="8(2)",
    recognition="8(3)",
    place="8(4)",
    prosecution="7",
    assistance="11(1)",
    assistance_other="11(2)",
    assistance_law="11(1)",
    not_covered="4(1)",
    disputes_opt_out="14(2)",
)
_SUA_REVISED = _of(
    "SUA-1988",
    included="11(1)",
    option="11(2)",
    recognition="11(3)",
    place_requesting="11(4)",
    modifies="11(7)",
    prosecution="10(1)",
    jurisdiction="6(1), 6(4)",
    assistance="12(1)",
    assistance_treaties="12(2)",
    assistance_law="12(2)",
    political="11bis",
    discrimination="11ter",
    fair_treatment="10(2)",
    internal_case="4",
    armed_forces="2bis(2)",
    not_covered="2(1)",
    disputes_opt_out="16(2)",
)
_NEW_IN_2005 = {Topic.POLITICAL, Topic.DISCRIMINATION, Topic.ARMED_FORCES}
_SUA = {topic: authority for topic, authority in _SUA_REVISED.items() if topic not in _NEW_IN_2005}
_PLATFORMS = _of("FIXEDPLATFORMS-1988", jurisdiction="3(1), 3(4)", internal_case="1(2)")
_CPPNM = _of(
    "CPPNM-1980",
    included="11(1)",
    option="11(2)",
    recognition="11(3)",
    place="11(4)",
    prosecution="10",
    jurisdiction="8(1), 8(2)",
    assistance="13(1)",
    assistance_other="13(2)",
    assistance_law="13(1)",
    fair_treatment="12",
    not_covered="2(1), 2(2)",
    disputes_opt_out="17(3)",
)
_HAGUE_COMMON = {
    "included": "8(1)",
    "option": "8(2)",
    "recognition": "8(3)",
    "place": "8(4)",
    "prosecution": "7",
    "assistance": "10(1)",
    "assistance_other": "10(2)",
    "assistance_law": "10(1)",
    "not_covered": "3(2)",
    "disputes_opt_out": "12(2)",
}
_TOKYO_COMMON = {
    "place": "16(1)",
    "no_duty": "16(2)",
    "political_laws": "2",
    "not_covered": "1(4)",
    "disputes_opt_out": "24(2)",
}

_ASSISTED_IN_INTERNAL_CASES: dict[str, dict[Topic, Authority | None]] = {
    text: {Topic.INTERNAL_CASE: None, Topic.INTERNAL_ASSISTED: Authority(text, "3")}
    for text in ("BOMBINGS-1997", "FINANCING-1999", "NUCLEAR-2005")
}
"""Their article 3 leaves cases internal to one State out, but not from the articles on assistance."""

_CLAUSES: dict[str, Clauses] = {
    "TOKYO-1963": Clauses(
        _of("TOKYO-1963", **_TOKYO_COMMON, jurisdiction="3(2)"), grounds=(Ground.RACE, Ground.RELIGION)
    ),
    "MONTREAL-PROT-2014": Clauses(
        _of("TOKYO-1963", **_TOKYO_COMMON, jurisdiction="3(2), 3(2bis)", fair_treatment="17(2)"), grounds=WITH_GENDER
    ),
    "HAGUE-1970": Clauses(
        _of("HAGUE-1970", **_HAGUE_COMMON, jurisdiction="4(1), 4(2)", internal_case="3(3), 3(4), 3(5)")
    ),
    "BEIJING-PROT-2010": Clauses(
        _of(
            "HAGUE-1970",
            **_HAGUE_COMMON,
            jurisdiction="4(1), 4(3)",
            political="8bis",
            discrimination="8ter",
            fair_treatment="7bis",
            internal_case="3(3), 3(4), 3(5)",
            armed_forces="3bis(2)",
        ),
        grounds=WITH_GENDER,
    ),
    "MONTREAL-1971": Clauses(_MONTREAL | _of("MONTREAL-1971", jurisdiction="5(1), 5(2)", internal_case="4(2), 4(3)")),
    "AIRPORTS-1988": Clauses(_MONTREAL | _of("MONTREAL-1971", jurisdiction="5(1), 5(2 bis)")),
    "IPP-1973": Clauses(
        _of(
            "IPP-1973",
            included="8(1)",
            option="8(2)",
            recognition="8(3)",
            place="8(4)",
            prosecution="7",
            jurisdiction="3(1), 3(2)",
            assistance="10(1)",
            assistance_other="10(2)",
            fair_treatment="9",
            asylum="12",
            disputes_opt_out="13(2)",
        )
    ),
    "HOSTAGES-1979": Clauses(
        _of(
            "HOSTAGES-1979",
            included="10(1)",
            option="10(2)",
            recognition="10(3)",
            place="10(4)",
            modifies="9(2)",
            prosecution="8(1)",
            jurisdiction="5(1), 5(2)",
            assistance="11(1)",
            assistance_other="11(2)",
            discrimination="9(1)",
            fair_treatment="8(2)",
            internal_case="13",
            armed_conflict="12",
            asylum="15",
            disputes_opt_out="16(2)",
        ),
        must_refuse=True,
        discrimination_covers_mla=False,
    ),
    "CPPNM-1980": Clauses(_CPPNM),
    "CPPNM-AMD-2005": Clauses(
        _CPPNM | _of("CPPNM-1980", political="11A", discrimination="11B", armed_forces="2(4)(b)", not_covered="2(5)")
    ),
    "SUA-1988": Clauses(_SUA),
    "SUA-PROT-2005": Clauses(_SUA_REVISED, grounds=WITH_GENDER),
    "FIXEDPLATFORMS-1988": Clauses({k: v for k, v in _SUA.items() if k is not Topic.NOT_COVERED} | _PLATFORMS),
    "FIXEDPLATFORMS-PROT-2005": Clauses(
        {k: v for k, v in _SUA_REVISED.items() if k is not Topic.NOT_COVERED} | _PLATFORMS, grounds=WITH_GENDER
    ),
    "BOMBINGS-1997": Clauses(
        _of(
            "BOMBINGS-1997",
            included="9(1)",
            option="9(2)",
            recognition="9(3)",
            place="9(4)",
            modifies="9(5)",
            prosecution="8(1)",
            nationals="8(2)",
            jurisdiction="6(1), 6(4)",
            assistance="10(1)",
            assistance_treaties="10(2)",
            assistance_law="10(2)",
            political="11",
            discrimination="12",
            fair_treatment="14",
            internal_case="3",
            armed_forces="19(2)",
            disputes_opt_out="20(2)",
        ),
        for_assistance=_ASSISTED_IN_INTERNAL_CASES["BOMBINGS-1997"],
        existing_only=True,
        assists_investigations=True,
    ),
    "FINANCING-1999": Clauses(
        _of(
            "FINANCING-1999",
            included="11(1)",
            option="11(2)",
            recognition="11(3)",
            place="11(4)",
            modifies="11(5)",
            prosecution="10(1)",
            nationals="10(2)",
            jurisdiction="7(1), 7(4)",
            assistance="12(1)",
            assistance_treaties="12(5)",
            assistance_law="12(5)",
            bank_secrecy="12(2)",
            fiscal="13",
            political="14",
            discrimination="15",
            fair_treatment="17",
            internal_case="3",
            other_law="21",
            disputes_opt_out="24(2)",
        ),
        for_assistance=_ASSISTED_IN_INTERNAL_CASES["FINANCING-1999"],
        existing_only=True,
        assists_investigations=True,
    ),
    "NUCLEAR-2005": Clauses(
        _of(
            "NUCLEAR-2005",
            included="13(1)",
            option="13(2)",
            recognition="13(3)",
            place="13(4)",
            modifies="13(5)",
            prosecution="11(1)",
            nationals="11(2)",
            jurisdiction="9(1), 9(4)",
            assistance="14(1)",
            assistance_treaties="14(2)",
            assistance_law="14(2)",
            political="15",
            discrimination="16",
            fair_treatment="12",
            internal_case="3",
            armed_forces="4(2)",
            disputes_opt_out="23(2)",
        ),
        for_assistance=_ASSISTED_IN_INTERNAL_CASES["NUCLEAR-2005"],
        existing_only=True,
        assists_investigations=True,
    ),
    "BEIJING-CONV-2010": Clauses(
        _of(
            "BEIJING-CONV-2010",
            included="12(1)",
            option="12(2)",
            recognition="12(3)",
            place="12(4)",
            prosecution="10",
            jurisdiction="8(1), 8(3)",
            assistance="17(1)",
            assistance_other="17(2)",
            assistance_law="17(1)",
            political="13",
            discrimination="14",
            fair_treatment="11",
            internal_case="5(2), 5(3)",
            armed_forces="6(2)",
            not_covered="5(1)",
            disputes_opt_out="20(2)",
        ),
        grounds=WITH_GENDER,
    ),
    "ETS-090": Clauses(
        _of(
            "ETS-090",
            included="4",
            modifies="3",
            prosecution="7",
            jurisdiction="6(1)",
            assistance="8(1)",
            assistance_law="8(1)",
            political="1",
            discrimination="5",
        ),
        for_assistance=_of("ETS-090", political="8(1)", discrimination="8(2)"),
        grounds=(Ground.RACE, Ground.RELIGION, Ground.NATIONALITY, Ground.POLITICAL_OPINION),
    ),
    "UNTOC-2000": Clauses(
        _of(
            "UNTOC-2000",
            included="16(3)",
            option="16(4)",
            recognition="16(6)",
            law="16(7)",
            prosecution="16(10)",
            nationals="16(11)",
            assistance="18(1)",
            fiscal="16(15)",
            discrimination="16(14)",
            fair_treatment="16(13)",
            jurisdiction="15(3)",
        ),
        for_assistance={**_of("UNTOC-2000", fiscal="18(22)", bank_secrecy="18(8)"), Topic.FAIR_TREATMENT: None},
        discrimination_covers_mla=False,
        assists_investigations=True,
        grounds=(
            Ground.SEX,
            Ground.RACE,
            Ground.RELIGION,
            Ground.NATIONALITY,
            Ground.ETHNIC_ORIGIN,
            Ground.POLITICAL_OPINION,
        ),
    ),
}
CLAUSES: Mapping[str, Clauses] = MappingProxyType(_CLAUSES)
"""The articles of every instrument that speaks of cooperation; Plastic 1991 does not."""
