"""Long lists by pages."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accede.foundation.pages.errors import BadInput

T_co = TypeVar("T_co", covariant=True)

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """A page of a list: its items, its place among the others, and the addresses of its neighbours, empty for none.

    Attributes:
        count: how many items all pages have; more than that where `is_counted` is false, and `pages` is then 0.
    """

    items: Sequence[T_co]
    count: int
    number: int
    pages: int
    previous: str
    next: str
    is_counted: bool = True

    @property
    def count_words(self) -> str:
        """How many items there are, as a reader is told."""
        number = number_format(self.count, force_grouping=True)
        return number if self.is_counted else _("more than %(number)s") % {"number": number}


def page_of(items: Sequence[T_co], *, request: HttpRequest, per_page: int = PER_PAGE) -> Page[T_co]:
    """Return the page of `items` that the address asks for by its parameter “page”.

    Raises:
        BadInput: there is no such page.
    """
    pages = max(1, math.ceil(len(items) / per_page))
    number = page_number(request.GET.get("page", "1"), pages=pages)
    start = (number - 1) * per_page
    return Page(
        items=items[start : start + per_page],
        count=len(items),
        number=number,
        pages=pages,
        previous=page_address(request, number - 1) if number > 1 else "",
        next=page_address(request, number + 1) if number < pages else "",
    )


def page_number(text: str, *, pages: int) -> int:
    """Return the number of the page asked for.

    Raises:
        BadInput: it is no number, or there is no such page.
    """
    # Longer than any count of pages: int() would refuse thousands of digits with another error.
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise BadInput([_("“%(text)s” is not the number of a page.") % {"text": text[:40]}])
    if not 1 <= int(text) <= pages:
        raise BadInput(
            [_("There is no page %(page)s; the last one is page %(pages)s.") % {"page": text, "pages": pages}]
        )
    return int(text)


def page_address(request: HttpRequest, number: int) -> str:
    """Return the address of another page of the same list."""
    query = request.GET.copy()
    query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}"
