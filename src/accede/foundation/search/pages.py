"""The page of the search."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.pages import BadInput
from accede.foundation.pages.asat import read_as_at
from accede.foundation.pages.paging import Page, page_address, page_number
from accede.foundation.pages.parameters import shortened, unknown_parameters
from accede.foundation.search.asking import problems_of
from accede.foundation.search.finding import LAST_PAGE, MOST_COUNTED, PER_PAGE, Found, find
from accede.foundation.search.kinds import kinds as all_kinds
from accede.foundation.search.kinds import kinds_for
from accede.foundation.texts import listed

_KNOWN = frozenset({"q", "kind", "page", "on", "known"})


@dataclass(frozen=True, slots=True)
class KindLink:
    """One kind beside the list: how many were found, and where these alone are listed."""

    words: str
    number: str
    address: str
    is_chosen: bool


@opens_to(PUBLIC)
def search(request: HttpRequest) -> HttpResponse:
    """Show what the words of `q` find, of what the reader may see."""
    text, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    actor = actor_of(request)
    choices = [one.key for one in all_kinds()]
    problems = [*unknown_parameters(request.GET, set(_KNOWN)), *problems_of(text)]
    if kind and kind not in choices:
        problems.append(_wrong_kind(kind, choices))
    as_at = None
    number = 1
    try:
        as_at = read_as_at(request.GET)
    except BadInput as wrong:
        problems += wrong.problems
    try:
        number = page_number(request.GET.get("page", "1"), pages=LAST_PAGE)
    except BadInput as wrong:
        problems += wrong.problems
    if problems or as_at is None:
        raise BadInput(problems)
    found = (
        find(text, actor=actor, language=get_language() or "en", as_at=as_at, kind=kind, page=number)
        if text
        else Found()
    )
    page = _page(request, found, kind, number)
    context = {"q": text, "found": found, "page": page, "kinds": _kinds(request, found, kind), "kind": kind}
    return render(request, "search/search.html", context)


def _wrong_kind(kind: str, choices: Iterable[str]) -> str:
    words = _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
    return words % {"name": "kind", "choices": listed(choices) or "–", "text": shortened(kind)}


def _page(request: HttpRequest, found: Found, kind: str, number: int) -> Page[object]:
    numbers = [number for key, number in found.numbers.items() if not kind or key == kind]
    count = sum(min(number, MOST_COUNTED) for number in numbers)
    pages = max(1, min(LAST_PAGE, -(-count // PER_PAGE)))
    if number > pages:
        raise BadInput(
            [_("There is no page %(page)s; the last one is page %(pages)s.") % {"page": number, "pages": pages}]
        )
    return Page(
        items=found.hits,
        count=count + len(found.answers),
        number=number,
        pages=pages,
        previous=page_address(request, number - 1) if number > 1 else "",
        next=page_address(request, number + 1) if number < pages else "",
        is_counted=all(number <= MOST_COUNTED for number in numbers),
    )


def _kinds(request: HttpRequest, found: Found, chosen: str) -> list[KindLink]:
    """Return the kinds of what was found, those that matter most first; the way back to all of them before."""
    kept = [(name, value) for name, value in request.GET.items() if name not in {"kind", "page"}]
    links = [KindLink(str(_("Everything")), "", f"{request.path}?{urlencode(kept)}", is_chosen=not chosen)]
    for one in kinds_for(actor_of(request)):
        number = found.numbers.get(one.key, 0)
        if number or one.key == chosen:
            address = f"{request.path}?{urlencode([*kept, ('kind', one.key)])}"
            links.append(KindLink(str(one.many), _number(number), address, is_chosen=one.key == chosen))
    return links if len(links) > 2 or chosen else []


def _number(number: int) -> str:
    if number > MOST_COUNTED:
        return _("more than %(number)s") % {"number": number_format(MOST_COUNTED, force_grouping=True)}
    return number_format(number, force_grouping=True)


app_name = "search"
urlpatterns = [path("search/", search, name="search")]
