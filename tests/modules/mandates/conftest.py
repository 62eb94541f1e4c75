"""Pages that were kept in one test are no pages of the next."""

from collections.abc import Iterator

import pytest

from accede.foundation.pages.public import pages


@pytest.fixture(autouse=True)
def no_kept_pages() -> Iterator[None]:
    """Forget the pages before and after: without an edition of the record nothing tells that they are old."""
    pages.clear()
    yield
    pages.clear()
