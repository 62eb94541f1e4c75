"""Every instrument is found by what readers call it, and its titles say whose words they are."""

from functools import cache

import pytest

from accede import data
from accede.modules.treaties.queries.find import Finder
from accede.modules.treaties.queries.instruments import InstrumentFacts, TitleStatus, read_terms


@cache
def instruments() -> dict[str, InstrumentFacts]:
    return {terms["key"]: read_terms(terms) for terms in data.document("instruments.yaml")["instruments"]}


@cache
def finder() -> Finder:
    return Finder({}, instruments(), {})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tokyo", "TOKYO-1963"),
        ("Tokyo Convention", "TOKYO-1963"),
        ("1963 Tokyo Convention", "TOKYO-1963"),
        ("hague", "HAGUE-1970"),
        ("Hague 1970", "HAGUE-1970"),
        ("Hague Hijacking Convention", "HAGUE-1970"),
        ("convention de La Haye (1970)", "HAGUE-1970"),
        ("Convenio de La Haya", "HAGUE-1970"),
        ("Montreal Convention", "MONTREAL-1971"),
        ("Montreal 1971", "MONTREAL-1971"),
        ("Montreal Protocol 2014", "MONTREAL-PROT-2014"),
        ("MP14", "MONTREAL-PROT-2014"),
        ("Airports Protocol", "AIRPORTS-1988"),
        ("Airport Protocol", "AIRPORTS-1988"),
        ("Protected Persons Convention", "IPP-1973"),
        ("Hostage-Taking Convention", "HOSTAGES-1979"),
        ("otages", "HOSTAGES-1979"),
        ("CPPNM", "CPPNM-1980"),
        ("CPPNM Amendment", "CPPNM-AMD-2005"),
        ("A/CPPNM", "CPPNM-AMD-2005"),
        ("SUA", "SUA-1988"),
        ("2005 SUA Convention", "SUA-PROT-2005"),
        ("SUA Protocol of 2005", "SUA-PROT-2005"),
        ("Fixed Platforms Protocol", "FIXEDPLATFORMS-1988"),
        ("MEX Convention", "PLASTIC-1991"),
        ("Bombings Convention", "BOMBINGS-1997"),
        ("Terrorist Bombing Convention", "BOMBINGS-1997"),
        ("ICSFT", "FINANCING-1999"),
        ("Terrorism Financing Convention", "FINANCING-1999"),
        ("Convention contre le financement du terrorisme", "FINANCING-1999"),
        ("financement du terrorisme", "FINANCING-1999"),
        ("Конвенция о борьбе с финансированием терроризма", "FINANCING-1999"),
        ("اتفاقية تمويل الإرهاب", "FINANCING-1999"),
        ("ICSANT", "NUCLEAR-2005"),
        ("Beijing", None),
        ("Beijing Convention 2010", "BEIJING-CONV-2010"),
        ("Convention de Pékin", "BEIJING-CONV-2010"),
        ("北京公约", "BEIJING-CONV-2010"),
        ("Montreal", None),
        ("Convention", None),
        ("the Convention of 2005", None),
        ("", None),
        ("Warsaw Convention", None),
    ],
)
def test_an_instrument_is_found_by_any_usual_name(text, key):
    assert finder().instrument(text) == key


def test_no_name_is_that_of_two_instruments():
    names = [
        (finder().instrument(name), key, name)
        for key, facts in instruments().items()
        for t in facts.titles.values()
        for name in t.names
    ]

    assert [(found, key, name) for found, key, name in names if found != key] == []


def test_a_title_is_official_where_the_text_is_authentic_and_a_source_prints_it():
    sources = {row["key"] for row in data.rows("sources.csv")}
    titles = [(f, language, title) for f in instruments().values() for language, title in f.titles.items()]
    official = [(f, language) for f, language, title in titles if title.status is TitleStatus.OFFICIAL]

    assert all(language in facts.authentic_languages for facts, language in official)
    assert {title.source for _f, _l, title in titles if title.status is not TitleStatus.TRANSLATION} <= sources
    assert all(not title.source for _f, _l, title in titles if title.status is TitleStatus.TRANSLATION)
    assert len(official) >= 85
    assert instruments()["FINANCING-1999"].title("fr").status is TitleStatus.OFFICIAL
    assert instruments()["TOKYO-1963"].title("ar").status is TitleStatus.IN_USE
