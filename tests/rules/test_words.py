"""Words for readers: all of them can be translated, none blames and none congratulates itself."""

import re
from collections.abc import Iterator

import pytest

from tests.rules import codebase
from tools import messages

pytestmark = pytest.mark.xdist_group("messages")

FORBIDDEN = {
    "non-compliant": r"non-?\s?complian(?:t|ce)",
    "successfully": r"\bsuccessful(?:ly)?\b",
    "please note": r"\bplease note\b",
    "oops": r"\boops\b",
    "missing State": r"\bmissing (?:\w+ )?(?:States?|part(?:y|ies)|ratifications?)\b|\bStates?\b[^.]*\bmissing\b",
    "failed to join": r"\bfail(?:s|ed|ing|ure)? to (?:join|ratify|accede|sign)\b",
    "has not yet joined": r"\bnot yet (?:joined|ratified|acceded)\b",
    "ranking": r"\b(?:rank(?:ed|ing)?|score[ds]?|laggards?|best performers?|worst)\b",
    "invalid": r"\binvalid\b",
}
"""What is not said, and how to see it. A State that has not joined is invited; a fault is told without blame."""


def forbidden_in(text: str) -> list[str]:
    """Return which of the words that are not said stand in a message."""
    return [word for word, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


def out_of_reach(source: str, name: str) -> Iterator[str]:
    """Yield the marks that no translator would see: formatted text, variables."""
    for found in messages.unreadable_in_python(source, name):
        yield f"{found.place}:{found.line}"


def unnamed(text: str) -> bool:
    """Return whether a message has several placeholders that a translation could not put in another order."""
    return len(re.findall(r"%[sd]", text.replace("%%", ""))) > 0


def test_marks_stand_on_words_written_out():
    sources = codebase.files(".py", below=codebase.PACKAGE)

    found = [line for path in sources for line in out_of_reach(path.read_text("utf-8"), codebase.name_of(path))]

    assert found == []


@pytest.mark.parametrize(
    "argument", ['f"State {code}"', "name", '"State " + code', '"State {}".format(code)', '"State %s" % code', ""]
)
def test_the_rule_sees_a_mark_on(argument):
    source = f"from django.utils.translation import gettext as _\n_({argument})\n"

    assert list(out_of_reach(source, "a.py")) == ["a.py:2"]


def test_messages_use_words_of_respect():
    found = {
        message.text: words
        for message in messages.collect().values()
        if (words := forbidden_in(f"{message.text} {message.plural}"))
    }

    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "Three non-compliant States",
        "The file was successfully read.",
        "Please note:",
        "Oops!",
        "Missing State",
        "Invalid day",
    ],
)
def test_the_rule_sees_a_word_that_is_not_said(text):
    assert forbidden_in(text) != []


def test_placeholders_have_names():
    assert [message.text for message in messages.collect().values() if unnamed(message.text)] == []
    assert unnamed("%s of %s")
    assert not unnamed("%(done)s of %(all)s, 100%%")
