"""Each table of a public page can be searched, sorted, and had as files of what it shows."""

from collections.abc import Iterator, Mapping

from tests.rules import codebase

PUBLIC_MODULES = ("cooperation", "mandates", "treaties")
NEEDS = {
    "a filter": ("<c-row-filters", "<c-filters", 'class="filters"'),
    "headings that sort": ("<c-sort-header", "records/headings.html"),
    "files": ("<c-exports",),
}
EXCEPT = {
    # Its filter stands on the page that takes it in.
    "instrument_states.html": {"a filter"},
    # Its files stand on the page that takes it in.
    "world_table.html": {"files"},
}


def lacking(templates: Mapping[str, str]) -> Iterator[str]:
    """Yield what the tables in templates lack."""
    for name, text in templates.items():
        if "<c-table" in text:
            for what, marks in NEEDS.items():
                if what not in EXCEPT.get(name, set()) and not any(mark in text for mark in marks):
                    yield f"{name}: a table without {what}"


def test_tables_of_public_pages_are_searched_sorted_and_had_as_files():
    texts = {
        path.name: path.read_text("utf-8")
        for path in codebase.templates()
        if any(f"templates/{module}/" in path.as_posix() for module in PUBLIC_MODULES)
    }

    assert "instrument_terms.html" in texts
    assert list(lacking(texts)) == []


def test_a_table_that_lacks_something_is_seen():
    bare = "<c-table><thead></thead></c-table>"

    assert list(lacking({"a.html": bare})) == [f"a.html: a table without {what}" for what in NEEDS]
    assert list(lacking({"a.html": f"<c-row-filters /><c-sort-header />{bare}<c-exports />"})) == []
    assert list(lacking({"a.html": "<p></p>"})) == []
