"""What is told of an error in words, and what is the program's own and shown in full where it is looked for."""

import errno

import pytest
from django.core.exceptions import ImproperlyConfigured

from accede.foundation.problems import UnableTo
from accede.foundation.readiness import NotReady, words_for


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotReady("The server is not there."), "The server is not there."),
        (UnableTo({"name": "This name is taken.", "": "Nothing was done."}), "This name is taken. Nothing was done."),
        (ImproperlyConfigured("ACCEDE_PORT is no number."), "ACCEDE_PORT is no number."),
        (OSError(errno.ENOSPC, "No space left on device", "/x"), "Make room on that disk"),
        (OSError(errno.EROFS, "Read-only file system", "/x"), "name another state folder"),
    ],
)
def test_what_the_machine_or_a_rule_refuses_is_told_in_words(error, words):
    assert words in (words_for(error) or "")


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), OSError(errno.EINVAL, "x")])
def test_a_fault_of_the_program_is_not_taken_for_one(error):
    assert words_for(error) is None
