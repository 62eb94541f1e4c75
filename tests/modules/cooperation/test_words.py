"""The words for readers are those of the shipped catalogue, and every code has its sentence."""

import re

import pytest
from django.utils.translation import override

from accede.core.cooperation.effects import Effect
from accede.core.cooperation.reasons import REASON_FACTS, Code
from accede.modules.cooperation.fields.codes import EFFECTS
from accede.modules.cooperation.fields.offences import (
    mental_words,
    offence_conduct,
    offence_title,
    read_words,
    shipped_catalogue,
)
from accede.modules.cooperation.words.sentences import SENTENCES
from accede.modules.cooperation.words.speaker import CooperationSpeaker
from accede.modules.treaties.fields.codes import SUBJECT_WORDS


def test_offences_are_called_as_the_catalogue_calls_them():
    with override("en"):
        for offence in shipped_catalogue().offences:
            assert offence_title(offence.code) == offence.title
            assert offence_conduct(offence.code) == offence.conduct
            assert mental_words(offence.mental) == offence.mental


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh-hans"])
def test_offences_have_words_of_their_own_in_every_language(language):
    with override(language):
        for offence in shipped_catalogue().offences:
            assert offence_title(offence.code) != offence.title
            assert offence_conduct(offence.code) != offence.conduct
            assert mental_words(offence.mental) != offence.mental


def test_all_that_is_wrong_with_a_file_of_words_is_told_at_once():
    catalogue = shipped_catalogue()
    titles = {one.code: "parole" for one in catalogue.offences}
    titles["piracy"] = titles.pop("hostage-taking")

    with pytest.raises(ValueError, match="mood") as wrong:
        read_words({"titles": titles, "conduct": dict.fromkeys(titles, ""), "mood": {}}, catalogue)

    told = str(wrong.value).splitlines()
    assert {
        "“mood” is no section",
        "titles: no words for “hostage-taking”",
        "titles: nothing is called “piracy”",
    } < set(told)
    assert sum(line.startswith("conduct: no words") for line in told) == len(catalogue.offences)
    assert sum(line.startswith("mental: no words") for line in told) > 5


@pytest.mark.parametrize("code", list(Code))
def test_a_sentence_uses_the_facts_of_its_reason_and_no_other(code):
    facts = dict.fromkeys(REASON_FACTS[code], "x")

    with override("en"):
        assert str(SENTENCES[code]) % facts


def test_every_effect_has_words():
    assert set(EFFECTS) == set(Effect)


@pytest.mark.parametrize("subject", sorted(SUBJECT_WORDS))
def test_what_a_declaration_is_about_is_told_in_the_language_of_the_opinion(subject):
    speaker = CooperationSpeaker(snapshot=None, language="ru")  # type: ignore[arg-type]  # words of codes need none

    with override("ru"):
        words = speaker._word("subject", subject)
        expected = str(SUBJECT_WORDS[subject]).rstrip(".")

    assert words == expected
    assert re.search("[а-я]", words)
