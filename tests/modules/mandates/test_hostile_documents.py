"""Documents that nobody would write: each is read or refused with words, in little time, and breaks nothing."""

import io
import zipfile
from contextlib import suppress

import pytest

from accede.foundation.imports.problems import FileRefused
from accede.modules.mandates.services.document_lines import LONGEST_TEXT, document_of
from accede.modules.mandates.services.reading_apart import _read_content, read_given
from tests.modules.mandates.test_documents import BODY, docx, refusal
from tests.support.hostile import DOCUMENT_KINDS

SMALL = 3_900
"""In bytes; what is so small is read here: no process of its own is begun for each."""


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_each_kind_is_read_or_refused_with_words(kind):
    name, make = DOCUMENT_KINDS[kind]

    with suppress(FileRefused):
        _read_content(make(SMALL), name, "", None)


@pytest.mark.parametrize("at", range(30, 700, 7))
def test_a_word_document_with_any_byte_changed_is_read_or_refused(at):
    content = bytearray(docx(*BODY))
    content[at] ^= 0x55

    with suppress(FileRefused):
        document_of(bytes(content), name="x.docx")


def test_halves_of_signs_are_no_text():
    found = document_of(rb'[{"text": "1. Urges \ud800 all \udfff"}]', name="x.json")

    assert "".join(found.lines).encode() == "1. Urges \ufffd all \ufffd".encode()


def test_a_document_of_too_much_text_is_refused_before_it_is_read():
    assert "holds more than" in refusal(b"1. Requests " + b"all States " * (LONGEST_TEXT // 11))


def test_markup_that_takes_more_memory_than_there_is_for_it_is_refused():
    with pytest.raises(FileRefused) as refused:
        read_given(b"<html>" + b"<b>x</b>" * 600_000, name="x.html")

    assert [problem.code for problem in refused.value.problems] == ["document.too_heavy"]


def test_a_name_that_the_system_cannot_write_is_tidied():
    assert read_given(b"1. Urges all States.", name="\udcff.txt").document.name == "_.txt"


def test_a_part_that_says_less_than_it_holds_is_refused():
    content = docx(*BODY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    entry = content.index(b"PK\x01\x02")

    assert "damaged" in refusal(content[: entry + 24] + (size - 9).to_bytes(4, "little") + content[entry + 28 :])
