"""The final clauses of the nineteen instruments, restated from their texts for the tests of the rules.

`test_shipped_clauses` holds the shipped facts against this table, so that each clause is written down twice.
"""

from dataclasses import replace
from datetime import date

from accede import data
from accede.core.treaties.instruments import Delay, EntryIntoForceRule, Instrument, ParentLink, Wait
from accede.core.treaties.joining_clauses import read_joining_clause


def days(number: int) -> Wait:
    return Wait(Delay.DAYS_AFTER, number)


SECOND_MONTH = Wait(Delay.FIRST_OF_SECOND_MONTH)
GOVERNMENTS = ("RUS", "GBR", "USA")


def clause(article: str, number: int, wait: Wait, later_article: str) -> EntryIntoForceRule:
    return EntryIntoForceRule(article, wait, later_article, wait, deposits=number)


def by_signatories(article: str, number: int, wait: Wait, later_article: str) -> EntryIntoForceRule:
    return EntryIntoForceRule(article, wait, later_article, wait, deposits=number, signatories_only=True)


_NINETEEN = (
    Instrument(
        "TOKYO-1963",
        1,
        date(1963, 9, 14),
        by_signatories("21(1)", 12, days(90), "21(1), 22(2)"),
        date(1963, 9, 14),
        date(1969, 12, 4),
        denunciation_months=6,
        denunciation_article="23(2)",
        depositaries=("ICAO",),
    ),
    Instrument(
        "HAGUE-1970",
        2,
        date(1970, 12, 16),
        by_signatories("13(3)", 10, days(30), "13(4)"),
        date(1970, 12, 16),
        date(1971, 10, 14),
        denunciation_months=6,
        denunciation_article="14(2)",
        depositaries=GOVERNMENTS,
    ),
    Instrument(
        "MONTREAL-1971",
        3,
        date(1971, 9, 23),
        by_signatories("15(3)", 10, days(30), "15(4)"),
        date(1971, 9, 23),
        date(1973, 1, 26),
        denunciation_months=6,
        denunciation_article="16(2)",
        depositaries=GOVERNMENTS,
    ),
    Instrument(
        "IPP-1973",
        4,
        date(1973, 12, 14),
        clause("17(1)", 22, days(30), "17(2)"),
        date(1973, 12, 14),
        date(1977, 2, 20),
        denunciation_months=6,
        denunciation_article="18(2)",
        depositaries=("UNSG",),
    ),
    Instrument(
        "HOSTAGES-1979",
        5,
        date(1979, 12, 17),
        clause("18(1)", 22, days(30), "18(2)"),
        date(1979, 12, 18),
        date(1983, 6, 3),
        denunciation_months=12,
        denunciation_article="19(2)",
        depositaries=("UNSG",),
    ),
    Instrument(
        "CPPNM-1980",
        6,
        date(1979, 10, 26),
        clause("19(1)", 21, days(30), "19(2)"),
        date(1980, 3, 3),
        date(1987, 2, 8),
        denunciation_days=180,
        denunciation_article="21(2)",
        depositaries=("IAEA",),
    ),
    Instrument(
        "AIRPORTS-1988",
        7,
        date(1988, 2, 24),
        by_signatories("VI(1)", 10, days(30), "VI(1), VII(3)"),
        date(1988, 2, 24),
        date(1989, 8, 6),
        parent="MONTREAL-1971",
        parent_link=ParentLink.JOIN_TOGETHER,
        parent_article="V(2), VII(2)",
        denunciation_months=6,
        denunciation_article="VIII(2)",
        falls_with_parent=True,
        falls_with_parent_article="VIII(4)",
        depositaries=(*GOVERNMENTS, "ICAO"),
    ),
    Instrument(
        "SUA-1988",
        8,
        date(1988, 3, 10),
        clause("18(1)", 15, days(90), "18(2)"),
        date(1988, 3, 10),
        date(1992, 3, 1),
        denunciation_months=12,
        denunciation_article="19(3)",
        depositaries=("IMO",),
    ),
    Instrument(
        "FIXEDPLATFORMS-1988",
        9,
        date(1988, 3, 10),
        EntryIntoForceRule("6(1)", days(90), "6(2)", days(90), deposits=3, not_before_parent=True),
        date(1988, 3, 10),
        date(1992, 3, 1),
        parent="SUA-1988",
        parent_link=ParentLink.MUST_BE_PARTY,
        parent_article="5(4)",
        denunciation_months=12,
        denunciation_article="7(3)",
        falls_with_parent=True,
        falls_with_parent_article="7(4)",
        depositaries=("IMO",),
    ),
    Instrument(
        "PLASTIC-1991",
        10,
        date(1991, 3, 1),
        EntryIntoForceRule("XIII(3)", days(60), "XIII(4)", days(60), deposits=35, of_which_producers=5),
        date(1991, 3, 1),
        date(1998, 6, 21),
        denunciation_days=180,
        denunciation_article="XV(2)",
        depositaries=("ICAO",),
    ),
    Instrument(
        "BOMBINGS-1997",
        11,
        date(1997, 12, 15),
        clause("22(1)", 22, days(30), "22(2)"),
        date(1998, 1, 12),
        date(2001, 5, 23),
        denunciation_months=12,
        denunciation_article="23(2)",
        depositaries=("UNSG",),
    ),
    Instrument(
        "FINANCING-1999",
        12,
        date(1999, 12, 9),
        clause("26(1)", 22, days(30), "26(2)"),
        date(2000, 1, 10),
        date(2002, 4, 10),
        denunciation_months=12,
        denunciation_article="27(2)",
        depositaries=("UNSG",),
    ),
    Instrument(
        "NUCLEAR-2005",
        13,
        date(2005, 4, 13),
        clause("25(1)", 22, days(30), "25(2)"),
        date(2005, 9, 14),
        date(2007, 7, 7),
        denunciation_months=12,
        denunciation_article="27(2)",
        depositaries=("UNSG",),
    ),
    Instrument(
        "CPPNM-AMD-2005",
        14,
        date(2005, 7, 8),
        EntryIntoForceRule("20(2)", days(30), "20(2)", Wait(Delay.SAME_DAY), share_of_parent=(2, 3)),
        None,
        date(2016, 5, 8),
        parent="CPPNM-1980",
        parent_link=ParentLink.MUST_BE_PARTY,
        parent_article="20(2)",
        denunciation_days=180,
        denunciation_article="21(2)",
        depositaries=("IAEA",),
    ),
    Instrument(
        "SUA-PROT-2005",
        15,
        date(2005, 10, 14),
        clause("18(1)", 12, days(90), "18(2)"),
        date(2006, 2, 14),
        date(2010, 7, 28),
        parent="SUA-1988",
        parent_link=ParentLink.MUST_BE_PARTY,
        parent_article="17(4)",
        denunciation_months=12,
        denunciation_article="19(3)",
        depositaries=("IMO",),
    ),
    Instrument(
        "FIXEDPLATFORMS-PROT-2005",
        16,
        date(2005, 10, 14),
        EntryIntoForceRule("9(1)", days(90), "9(2)", days(90), deposits=3, not_before="SUA-PROT-2005"),
        date(2006, 2, 14),
        date(2010, 7, 28),
        parent="FIXEDPLATFORMS-1988",
        parent_link=ParentLink.MUST_BE_PARTY,
        parent_article="8(4)",
        denunciation_months=12,
        denunciation_article="10(3)",
        depositaries=("IMO",),
    ),
    Instrument(
        "BEIJING-CONV-2010",
        17,
        date(2010, 9, 10),
        clause("22(1)", 22, SECOND_MONTH, "22(2)"),
        date(2010, 9, 10),
        date(2018, 7, 1),
        denunciation_months=12,
        denunciation_article="23(2)",
        depositaries=("ICAO-SG",),
    ),
    Instrument(
        "BEIJING-PROT-2010",
        18,
        date(2010, 9, 10),
        clause("XXIII(1)", 22, SECOND_MONTH, "XXIII(2)"),
        date(2010, 9, 10),
        date(2018, 1, 1),
        parent="HAGUE-1970",
        parent_link=ParentLink.BINDS_TO_PARENT_AS_AMENDED,
        parent_article="XXI(2)",
        denunciation_months=12,
        denunciation_article="XXIV(2)",
        depositaries=("ICAO-SG",),
    ),
    Instrument(
        "MONTREAL-PROT-2014",
        19,
        date(2014, 4, 4),
        clause("XVIII(1)", 22, SECOND_MONTH, "XVIII(2)"),
        date(2014, 4, 4),
        date(2020, 1, 1),
        parent="TOKYO-1963",
        parent_link=ParentLink.BINDS_TO_PARENT_AS_AMENDED,
        parent_article="XVII(3)",
        denunciation_months=12,
        denunciation_article="XIX(2)",
        depositaries=("ICAO-SG",),
    ),
)
SHIPPED = {terms["key"]: terms for terms in data.document("instruments.yaml")["instruments"]}
NINETEEN = {
    one.key: replace(
        one, joining=read_joining_clause(SHIPPED[one.key]["joining"]), annex=tuple(SHIPPED[one.key].get("annex", ()))
    )
    for one in _NINETEEN
}
"""How they are joined comes from the shipped facts, which `test_joining_clauses` holds against the texts."""
