"""The words for readers are those of the shipped catalogue, and every code has its sentence."""

import pytest
from django.utils.translation import override

from accede.core.cooperation.effects import Effect
from accede.core.cooperation.reasons import REASON_FACTS, Code
from accede.modules.cooperation.fields.codes import EFFECTS, mental_words, offence_conduct, offence_title
from accede.modules.cooperation.queries.snapshot import shipped_catalogue
from accede.modules.cooperation.words.sentences import SENTENCES


def test_offences_are_called_as_the_catalogue_calls_them():
    with override("en"):
        for offence in shipped_catalogue().offences:
            assert offence_title(offence.code) == offence.title
            assert offence_conduct(offence.code) == offence.conduct
            assert mental_words(offence.mental) == offence.mental


@pytest.mark.parametrize("code", list(Code))
def test_a_sentence_uses_the_facts_of_its_reason_and_no_other(code):
    facts = dict.fromkeys(REASON_FACTS[code], "x")

    with override("en"):
        assert str(SENTENCES[code]) % facts


def test_every_effect_has_words():
    assert set(EFFECTS) == set(Effect)
