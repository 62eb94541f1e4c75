"""Lists by pages, with the links that lead through them (RFC 8288)."""

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accede.foundation.listings import Rows, page_of_rows
from accede.foundation.pages import BadInput
from accede.foundation.pages.parameters import Parameters
from accede.foundation.rest.parameters import MOST_PER_PAGE, PER_PAGE, PagedQuery

T = TypeVar("T")
_HIGHEST_PAGE = 1_000_000


def paged(
    items: Sequence[T], query: PagedQuery, *, request: HttpRequest, response: HttpResponse
) -> tuple[Sequence[T], dict[str, Any]]:
    """Return the items of the page asked for and what the listing says of it; put the links on `response`.

    Raises:
        BadInput: there is no such page.
    """
    asking = Parameters()
    page = asking.number(query.page, name="page", most=_HIGHEST_PAGE, otherwise=1)
    per_page = asking.number(query.per_page, name="per_page", most=MOST_PER_PAGE, otherwise=PER_PAGE)
    asking.done()
    pages = max(1, math.ceil(len(items) / per_page))
    if page > pages:
        raise BadInput(
            [_("There is no page %(page)s; the last one is page %(pages)s.") % {"page": page, "pages": pages}]
        )
    response.headers["Link"] = _links(request, page=page, pages=pages)
    start = (page - 1) * per_page
    return items[start : start + per_page], {"count": len(items), "page": page, "pages": pages}


def paged_rows(rows: Rows[T], *, request: HttpRequest, response: HttpResponse) -> tuple[Sequence[T], dict[str, object]]:
    """Return the rows of the page asked for and what the list says of it; put the links on `response`.

    Raises:
        BadInput: there is no such page.
    """
    asking = Parameters()
    per_page = asking.number(request.GET.get("per_page", ""), name="per_page", most=MOST_PER_PAGE, otherwise=PER_PAGE)
    asking.done()
    page = page_of_rows(rows, request=request, per_page=per_page)
    last = page.pages or page.number + bool(page.next)
    response.headers["Link"] = _links(request, page=page.number, pages=last)
    count: dict[str, object] = {
        "count": page.count,
        "is_counted": page.is_counted,
        "page": page.number,
        "pages": page.pages,
    }
    return page.items, count


def _links(request: HttpRequest, *, page: int, pages: int) -> str:
    relations = {"first": 1, "prev": page - 1, "next": page + 1, "last": pages}
    return ", ".join(
        f'<{_address(request, number)}>; rel="{relation}"'
        for relation, number in relations.items()
        if 1 <= number <= pages
    )


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return f"{request.path}?{query.urlencode()}"
