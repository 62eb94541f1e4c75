"""Pages of docs/ that are made from the program say what it says, and links between pages lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from accede.foundation import clock
from accede.modules.treaties.queries.register import forget_snapshots
from accede.modules.treaties.services.shipped import load_shipped_facts
from tests.rules import codebase
from tools import docs

_LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def broken_links(path: Path) -> Iterator[str]:
    """Yield the links of a page that lead to no file."""
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        if not (path.parent / target).exists():
            yield f"{path.name}: {target}"


@pytest.fixture
def shipped_facts(db):
    forget_snapshots()
    load_shipped_facts(at=clock.now())
    yield
    forget_snapshots()


@pytest.mark.usefixtures("shipped_facts")
def test_pages_made_from_the_program_equal_it():
    made = docs.pages()

    assert docs.outdated(made) == [], "\n".join(["make docs", *docs.differences(made)])


def test_a_page_that_says_something_else_is_found(tmp_path):
    (tmp_path / "told.md").write_text("old")

    assert docs.outdated({"told.md": "new", "absent.md": "new"}, tmp_path) == ["told.md", "absent.md"]
    assert docs.differences({"told.md": "new"}, tmp_path)[-2:] == ["-old", "+new"]


def test_links_between_pages_lead_somewhere():
    assert [broken for path in codebase.files(".md") for broken in broken_links(path)] == []


def test_a_link_to_nowhere_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [there](nowhere.md) [web](https://example.org) [part](#part)")

    assert list(broken_links(page)) == ["page.md: nowhere.md"]
