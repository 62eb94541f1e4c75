"""Every message is translated into all five other languages, whole, with its placeholders and its plural forms."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from tools import messages
from tools.messages import Message

pytestmark = pytest.mark.xdist_group("messages")

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_BARE_DAY = re.compile(r"(?<!\u2066)\d{4}-\d\d-\d\d")


def faults(catalogue: polib.POFile, wanted: dict[tuple[str, str], Message], *, language: str) -> Iterator[str]:
    """Yield what keeps a catalogue from saying all that the product says."""
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue if not entry.obsolete}
    yield from (f"{language}: not in the catalogue: {text}" for context, text in wanted.keys() - known.keys())
    yield from (f"{language}: no longer used: {text}" for context, text in known.keys() - wanted.keys())
    for key in wanted.keys() & known.keys():
        entry = known[key]
        if entry.fuzzy:
            yield f"{language}: a guess: {entry.msgid}"
        if entry.msgid_plural:
            yield from _faults_of_plural(entry, language)
        else:
            yield from _faults_of(entry.msgid, entry.msgstr, language)


def _faults_of(text: str, translation: str, language: str) -> Iterator[str]:
    if not translation.strip():
        yield f"{language}: not translated: {text}"
        return
    if messages.placeholders(text) != messages.placeholders(translation):
        yield f"{language}: other placeholders: {text} → {translation}"
    if sorted(_TAG.findall(text)) != sorted(_TAG.findall(translation)):
        yield f"{language}: other marks of structure: {text} → {translation}"
    if text.startswith("\n") != translation.startswith("\n") or text.endswith("\n") != translation.endswith("\n"):
        yield f"{language}: other line ends: {text}"
    if language == "ar" and _BARE_DAY.search(translation):
        # Among Arabic letters the parts of the day would be shown in the opposite order.
        yield f"{language}: a day in figures without marks of direction: {text}"


def _faults_of_plural(entry: polib.POEntry, language: str) -> Iterator[str]:
    forms = entry.msgstr_plural
    if sorted(forms) != list(range(messages.number_of_forms(language))):
        yield f"{language}: {len(forms)} plural forms: {entry.msgid}"
        return
    allowed = set(messages.placeholders(entry.msgid_plural))
    for number, translation in forms.items():
        used = set(messages.placeholders(translation))
        if not translation.strip():
            yield f"{language}: not translated, form {number}: {entry.msgid}"
        # "One act" may be said without its number, the form for many may not.
        elif not used <= allowed or (number == max(forms) and used != allowed):
            yield f"{language}: other placeholders, form {number}: {entry.msgid} → {translation}"


def test_everything_is_translated():
    catalogues = {language: messages.catalogue_of(language) for language in messages.PLURALS}
    wanted = messages.collect()

    found = [
        fault
        for language, path in catalogues.items()
        for fault in faults(polib.pofile(str(path)) if path.exists() else polib.POFile(), wanted, language=language)
    ]

    assert sorted(found) == []


def _catalogue(tmp_path: Path, *wanted: Message) -> polib.POFile:
    return messages.update(tmp_path / "django.po", wanted, language="ar")


def _faults(catalogue: polib.POFile, *wanted: Message) -> list[str]:
    return sorted(faults(catalogue, {message.key: message for message in wanted}, language="ar"))


GREETING = Message("Standing on %(day)s")
COUNT = Message("%(count)s act of <bdi>%(state)s</bdi>", plural="%(count)s acts of <bdi>%(state)s</bdi>")


def test_the_rule_sees_what_is_not_translated(tmp_path):
    catalogue = _catalogue(tmp_path, GREETING, COUNT)

    assert {line.split(":")[1].strip() for line in _faults(catalogue, GREETING, COUNT)} == {
        "not translated",
        *(f"not translated, form {number}" for number in range(6)),
    }


def test_the_rule_sees_what_is_not_collected_and_what_is_left_over(tmp_path):
    catalogue = _catalogue(tmp_path, GREETING)
    catalogue[0].msgstr = "الوضع في %(day)s"

    assert _faults(catalogue, GREETING) == []
    assert _faults(catalogue, COUNT) == [
        f"ar: no longer used: {GREETING.text}",
        f"ar: not in the catalogue: {COUNT.text}",
    ]


def test_the_rule_sees_a_lost_placeholder_and_a_guess(tmp_path):
    catalogue = _catalogue(tmp_path, GREETING)
    catalogue[0].msgstr = "الوضع"
    catalogue[0].flags.append("fuzzy")

    assert [line.split(":")[1] for line in _faults(catalogue, GREETING)] == [" a guess", " other placeholders"]


def test_the_rule_sees_a_day_that_would_be_shown_back_to_front(tmp_path):
    message = Message("For example 2007-07-26")
    catalogue = _catalogue(tmp_path, message)
    catalogue[0].msgstr = "مثلاً 2007-07-26"

    assert [line.split(":")[1] for line in _faults(catalogue, message)] == [
        " a day in figures without marks of direction"
    ]


def test_the_rule_sees_lost_plural_forms(tmp_path):
    catalogue = _catalogue(tmp_path, COUNT)
    catalogue[0].msgstr_plural = {0: "a", 1: "b"}

    assert _faults(catalogue, COUNT) == [f"ar: 2 plural forms: {COUNT.text}"]


def test_translations_are_kept_when_messages_are_collected_again(tmp_path):
    catalogue = _catalogue(tmp_path, GREETING)
    catalogue[0].msgstr = "الوضع في %(day)s"
    catalogue.save(str(tmp_path / "django.po"))

    again = _catalogue(tmp_path, COUNT, GREETING)

    assert [entry.msgstr for entry in again] == ["", "الوضع في %(day)s"]
    assert _catalogue(tmp_path, COUNT) != again
