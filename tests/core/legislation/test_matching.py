"""Provisions that may answer an obligation come first, in every language, with reasons. All samples are invented."""

import pytest

from accede import data
from accede.core.legislation.catalogue import catalogue_of
from accede.core.legislation.matching import LawIndex, Matcher, Provision, windows_of
from accede.core.legislation.tongues import LANGUAGES, language_of, terms
from accede.modules.legislation.queries.catalogue import catalogue

ANSWERS = {
    "en": "Whoever collects or provides money knowing that terrorists will use it is guilty of financing terrorism.",
    "fr": "Quiconque collecte ou fournit des fonds sachant qu'ils financeront le terrorisme est puni.",
    "es": "El que recolecte o provea fondos a sabiendas de que financiarán el terrorismo será sancionado.",
    "ru": "Сбор или предоставление средств для финансирования терроризма наказывается.",
    "ar": "يعاقب كل من جمع أو قدم أموالا مع علمه بأنها لتمويل الإرهاب.",
    "zh": "募集或提供資金意圖資助恐怖活動者，處有期徒刑。",
}
OTHERS = {
    "en": "Lighthouses are painted white each spring by the harbour master.",
    "fr": "Les phares sont repeints chaque printemps par le maître de port.",
    "es": "Los faros se pintan cada primavera por el capitán de puerto.",
    "ru": "Маяки красят каждую весну.",
    "ar": "تطلى المنارات كل ربيع.",
    "zh": "燈塔每年春季粉刷。",
}


def provision(number: str, text: str, **more: object) -> Provision:
    return Provision("Sample act", number, number, "", (), text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_comes_first_in_each_language(language):
    laws = [provision(str(number), OTHERS[language]) for number in range(1, 20)] + [provision("20", ANSWERS[language])]
    known = catalogue()

    found = Matcher(known, [LawIndex(laws, language)]).candidates(known.obligations["financing.offence"])

    assert found[0].provision.number == "20"
    assert found[0].terms


def test_languages_of_one_state_are_asked_together():
    known = catalogue()
    indexes = [LawIndex([provision(code, ANSWERS[code]), provision("0", OTHERS[code])], code) for code in ("fr", "ar")]

    found = Matcher(known, indexes).candidates(known.obligations["financing.offence"])

    assert {one.provision.number for one in found[:2]} == {"fr", "ar"}


def test_a_provision_that_names_the_convention_says_so():
    text = "The courts apply the International Convention for the Suppression of the Financing of Terrorism abroad."
    known = catalogue()

    found = Matcher(known, [LawIndex([provision("1", text), provision("2", OTHERS["en"])], "en")])

    assert found.candidates(known.obligations["financing.jurisdiction"])[0].names_convention


def test_what_was_confirmed_for_another_state_lifts_its_like():
    known = catalogue()
    alike = "Masters of vessels keep a log of ropes, anchors and lanterns."
    laws = [provision(str(at), f"{OTHERS['en']} Funds and terrorists {at}.") for at in range(8)] + [
        provision("9", alike)
    ]
    index, obligation = LawIndex(laws, "en"), known.obligations["financing.offence"]

    without = [one.provision.number for one in Matcher(known, [index]).candidates(obligation)]
    found = Matcher(known, [index]).candidates(obligation, exemplars={"en": [alike]})

    assert "9" not in without
    assert next(one for one in found if one.provision.number == "9").is_like_confirmed


def test_where_nothing_answers_nothing_is_offered():
    known = catalogue()
    index = LawIndex([provision("1", OTHERS["en"])], "en")

    assert Matcher(known, [index]).candidates(known.obligations["financing.offence"]) == []
    assert Matcher(known, [LawIndex([], "en")]).candidates(known.obligations["financing.offence"]) == []


def test_windows_joined_are_the_text():
    text = "word " * 900

    assert "".join(windows_of(text)) == text
    assert max(map(len, windows_of(text))) <= 700


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_a_law_is_told(language):
    assert language_of(ANSWERS[language] + OTHERS[language]) == language


def test_forms_of_a_word_meet():
    assert terms("терроризма", "ru") == terms("терроризм", "ru")
    assert terms("والإرهاب", "ar") == terms("الإرهاب", "ar")
    assert terms("資助恐怖", "zh") == terms("资助恐怖", "zh")


def test_every_obligation_is_asked_in_six_languages():
    known = catalogue()

    assert len(known.obligations) > 80
    for one in known.obligations.values():
        assert set(one.questions) == set(LANGUAGES)
        assert all(len(phrases) > 1 and all(phrases) for phrases in one.questions.values()), one.key
    instruments = {one["key"] for one in data.document("instruments.yaml")["instruments"]}
    assert set(known.instruments) <= instruments
    assert set(known.names) <= instruments


def test_what_inherits_from_nothing_is_refused():
    entry = {"id": "a", "article": "1", "kind": "other", "inherits": ["b"], "en": "x | y"}
    with pytest.raises(ValueError, match="b"):
        catalogue_of([{"instrument": "", "obligations": [entry]}], {}, ["en"])
