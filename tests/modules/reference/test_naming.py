"""Every State is found by the names that lists and readers use, and no name is taken for another State's."""

from collections import defaultdict
from datetime import date
from functools import cache

import pytest

from accede import data
from accede.core.values import Period
from accede.modules.reference.queries import Name, StateFacts, StateNames
from accede.modules.reference.services.shipped import in_documents, sort_key


@cache
def shipped() -> dict[str, StateFacts]:
    """The shipped States with all their names, read from the files."""
    names: dict[str, dict[str, Name]] = defaultdict(dict)
    for row in data.rows("state_names.csv"):
        names[row["state"]][row["language"]] = Name(row["short"], row["formal"], b"", row["source"])
    others, territories = defaultdict(list), defaultdict(list)
    for row in data.rows("state_names_other.csv"):
        others[row["state"]].append(row["name"])
    for row in data.rows("territories.csv"):
        territories[row["responsible"]].append(row["name"])
    return {
        row["code"]: StateFacts(
            code=row["code"],
            iso2=row["iso2"],
            m49=row["m49"],
            kind=row["kind"],
            exists=Period(_day(row["exists_from"]), _day(row["exists_until"])),
            note="",
            source=row["source"],
            existence_source=None,
            names=names[row["code"]],
            other_names=tuple(others[row["code"]]),
            territories=tuple(territories[row["code"]]),
            spans=(),
            predecessors=(),
            successors=(),
        )
        for row in data.rows("states.csv")
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.fixture(scope="module")
def names() -> StateNames:
    return StateNames(shipped())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Netherlands", "NLD"),
        ("The Netherlands", "NLD"),
        ("Pays-Bas", "NLD"),
        ("les Pays-Bas", "NLD"),
        ("Нидерланды", "NLD"),
        ("荷兰", "NLD"),
        ("Holland", "NLD"),
        ("Russia", "RUS"),
        ("Russie", "RUS"),
        ("Rusia", "RUS"),
        ("روسيا", "RUS"),
        ("Россия", "RUS"),
        ("俄罗斯", "RUS"),
        ("UK", "GBR"),
        ("United Kingdom", "GBR"),
        ("Royaume-Uni", "GBR"),
        ("Великобритания", "GBR"),
        ("英国", "GBR"),
        ("Iran", "IRN"),
        ("Irán", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("South Korea", "KOR"),
        ("Korea, South", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Corée du Sud", "KOR"),
        ("Rep. of Korea", "KOR"),
        ("North Korea", "PRK"),
        ("Dem. People's Rep. of Korea", "PRK"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("Tanzania", "TZA"),
        ("Turkey", "TUR"),
        ("Turquie", "TUR"),
        ("Türkiye", "TUR"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Cap-Vert", "CPV"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Nauru", "NRU"),
        ("Bolivia", "BOL"),
        ("Venezuela", "VEN"),
        ("Moldova", "MDA"),
        ("Syria", "SYR"),
        ("Laos", "LAO"),
        ("Brunei", "BRN"),
        ("Burma", "MMR"),
        ("Zaire, Republic of", "COD"),
        ("Zaire", "COD"),
        ("DR Congo", "COD"),
        ("Congo (Kinshasa)", "COD"),
        ("Congo", "COG"),
        ("Upper Volta", "BFA"),
        ("Haute-Volta", "BFA"),
        ("Dahomey", "BEN"),
        ("East Timor", "TLS"),
        ("Macedonia", "MKD"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Czech Republic", "CZE"),
        ("Slovak Republic", "SVK"),
        ("Vatican City", "VAT"),
        ("Vatican", "VAT"),
        ("St. Lucia", "LCA"),
        ("St Kitts and Nevis", "KNA"),
        ("Saint Vincent & the Grenadines", "VCT"),
        ("Trinidad & Tobago", "TTO"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Gambia, The", "GMB"),
        ("The Gambia", "GMB"),
        ("l'Algérie", "DZA"),
        ("Estados Unidos", "USA"),
        ("USA", "USA"),
        ("U.S.A.", "USA"),
        ("Micronesia", "FSM"),
        ("German Democratic Republic", "DDR"),
        ("USSR", "SUN"),
        ("U.S.S.R.", "SUN"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Ceylon", "LKA"),
        ("Цейлон", "LKA"),
        ("Democratic Kampuchea", "KHM"),
        ("Southern Rhodesia", "ZWE"),
        ("West Germany", "DEU"),
        ("RDA", "DDR"),
        ("Советский Союз", "SUN"),
        ("South Yemen", "YMD"),
        ("Yémen du Nord", "YAR"),
        ("Jamahiriya arabe libyenne", "LBY"),
        ("ساموا الغربية", "WSM"),
        ("锡兰", "LKA"),
        ("Saint Christopher and Nevis", "KNA"),
        ("DRC", "COD"),
        ("多米尼克", "DMA"),
    ],
)
def test_a_state_is_found_by_what_it_is_called(names, text, code):
    assert names.meant(text) == (code,)


def test_every_official_name_still_means_its_own_state(names):
    wrong = [
        (state.code, name.short)
        for state in shipped().values()
        for name in state.names.values()
        if state.code not in names.meant(name.short)
    ]

    assert wrong == []


def test_every_other_name_leads_to_its_state_or_to_a_choice_that_holds_it(names):
    wrong = [
        (state.code, name, names.meant(name))
        for state in shipped().values()
        for name in state.other_names
        if state.code not in names.meant(name) and state.code != "SCG"
    ]

    assert wrong == []


@pytest.mark.parametrize("text", ["Korea", "Yugoslavia", "Atlantis", "", "Republic", "Democratic Republic", "Saint"])
def test_what_names_no_single_state_is_not_taken_for_one(names, text):
    assert names.find(text) is None


@pytest.mark.parametrize(
    ("on", "code"), [(date(1990, 1, 1), "YUG"), (date(1995, 1, 1), "SCG"), (date(2002, 12, 31), "SCG")]
)
def test_the_day_chooses_between_two_states_of_one_name(names, on, code):
    assert names.find("Yugoslavia", on=on) == code


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("Hong Kong", "CHN"),
        ("China, Hong Kong Special Administrative Region", "CHN"),
        ("Aruba", "NLD"),
        ("أروبا", "NLD"),
        ("Isle of Man", "GBR"),
        ("Jersey", "GBR"),
        ("Greenland", "DNK"),
        ("Polynésie française", "FRA"),
    ],
)
def test_a_territory_is_no_state_and_leads_to_the_one_responsible(names, text, responsible):
    assert names.meant(text) == ()
    assert names.territory(text) == responsible


# Lists of States as documents of the United Nations of 2014 and 2015 print them.
@pytest.mark.parametrize(
    ("language", "document", "printed"),
    [
        (
            "ar",
            "A/69/790",
            "RUS IDN UGA IRN PAK BGD BLR TKM COM ZWE SDN SOM TJK IRQ OMN QAT KGZ KWT LBY MYS EGY SAU NGA NIC YEM",
        ),
        ("ar", "NPT/CONF.2015/MC.III/1", "AUS IRL DNK SWE FIN CAN NOR AUT NZL HUN NLD"),
        ("ar", "E/2015/9", "ESP ISR DEU BEL DNK CHE GBR NOR NLD USA"),
        ("zh-hans", "NPT/CONF.2015/MC.III/1", "AUS AUT CAN DNK FIN HUN IRL NLD NZL NOR SWE"),
        ("zh-hans", "E/2015/9", "BEL DNK DEU ISR NLD NOR ESP CHE GBR USA"),
        ("ru", "E/2015/9/ADD.11", "ATG ARG BRA HTI GTM COL MEX SLV URY ECU"),
        ("es", "E/2015/9", "DEU BEL DNK ESP USA ISR NOR NLD GBR CHE"),
        (
            "fr",
            "A/69/790",
            "SAU BGD BLR COM EGY RUS IDN IRN IRQ KGZ KWT LBY MYS NIC NGA OMN UGA PAK QAT SOM SDN TJK TKM YEM ZWE",
        ),
        ("en", "E/2015/9", "BEL DNK DEU ISR NLD NOR ESP CHE GBR USA"),
    ],
)
def test_states_stand_as_in_documents_of_the_united_nations(language, document, printed):
    states = shipped()

    def place(code: str) -> bytes:
        names = states[code].names
        return sort_key(in_documents(names[language].short, language, english=names["en"].short))

    assert " ".join(sorted(printed.split(), key=place)) == printed
