"""A document on a page: structure, language and direction, and nothing of what people wrote is run."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from accede.foundation.documents.html import html_of
from accede.foundation.documents.tree import Document, Heading, Paragraph, Run, said
from tests.support.documents import LANGUAGES, sample_document


def parsed(html: str) -> Any:
    return LexborHTMLParser(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_nested_and_tables_say_what_their_headers_head(language):
    tree = parsed(html_of(sample_document(language)))
    levels = [int(found.tag[1]) for found in tree.css("h2, h3, h4")]

    assert tree.css_first("article").attributes["lang"] == language
    assert tree.css_first("article").attributes["dir"] == ("rtl" if language == "ar" else "ltr")
    assert all(after <= before + 1 for before, after in zip([1, *levels], levels, strict=False))
    assert {found.attributes["scope"] for found in tree.css("th")} == {"col", "colgroup", "row"}
    assert all(found.css_first("caption").text() for found in tree.css("table"))


def test_what_people_write_is_words():
    hostile = '<script>alert(1)</script>"&<img src=x onerror=alert(1)>'
    html = html_of(Document(hostile, "en", (Heading(hostile, key=hostile), Paragraph(said(Run(hostile, bold=True))))))

    assert parsed(html).css("script, img") == []
    assert "&lt;script&gt;" in html


def test_footnotes_lead_there_and_back():
    tree = parsed(html_of(sample_document("en")))
    marks = [found.attributes["href"] for found in tree.css(".note-mark a")]

    assert len(marks) == 6
    assert all(tree.css_first(mark) for mark in marks)
    assert all(tree.css_first(back.attributes["href"]) for back in tree.css(".note-back"))


def test_words_of_another_language_are_marked():
    tree = parsed(html_of(sample_document("ar")))

    assert tree.css_first('[lang="la"]').attributes["dir"] == "ltr"
