"""What is kept of a page for visitors, and what is not: whatever could say something of who asked."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from accede.foundation.pages.public import pages
from accede.foundation.pages.visitors import VisitorPages, visitor_page

FIELD = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
View = Callable[[HttpRequest], HttpResponse]


@pytest.fixture(autouse=True)
def nothing_kept(settings: Any) -> Iterator[None]:
    settings.ACCEDE_PAGE_VERSION = "accede.foundation.clock.today"
    settings.ALLOWED_HOSTS = ["testserver"]
    pages.clear()
    yield
    pages.clear()


def times_made(view: View, **headers: str) -> int:
    """Ask twice, as two visitors, and return how often the view was asked."""
    made = []

    @visitor_page
    def counted(request: HttpRequest) -> HttpResponse:
        made.append(request)
        return view(request)

    for _ in range(2):
        ask(counted, RequestFactory().get("/en/sign-in/", headers=headers))
    return len(made)


def ask(view: View, request: HttpRequest) -> HttpResponse:
    request.session = SessionStore()
    middleware = VisitorPages(view)
    kept = middleware.process_view(request, view, (), {})
    answer = middleware(request) if kept is None else kept
    assert isinstance(answer, HttpResponse)
    return answer


def with_form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FIELD.format(get_token(request)))


def with_two_forms(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FIELD.format(get_token(request)) + FIELD.format(get_token(request)))


def with_a_token_elsewhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f'<body data-token="{get_token(request)}">')


def with_another_token_elsewhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FIELD.format(get_token(request)) + get_token(request))


def with_a_placeholder(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FIELD.format(get_token(request)) + "\0")


def with_a_cookie(request: HttpRequest) -> HttpResponse:
    response = with_form(request)
    response.set_cookie("name", "Nil")
    return response


def with_a_session(request: HttpRequest) -> HttpResponse:
    request.session["name"] = "Nil"
    return with_form(request)


def with_a_problem(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FIELD.format(get_token(request)), status=400)


def with_data(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("{}", content_type="application/json")


def test_a_page_is_made_once_for_all_visitors():
    assert times_made(with_form) == 1


@pytest.mark.parametrize(
    "view",
    [
        with_two_forms,
        with_a_token_elsewhere,
        with_another_token_elsewhere,
        with_a_placeholder,
        with_a_cookie,
        with_a_session,
        with_a_problem,
        with_data,
    ],
)
def test_an_answer_that_may_say_something_of_who_asked_is_not_kept(view):
    assert times_made(view) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"accept": "application/json"},
        {"x-requested-with": "XMLHttpRequest"},
        {"content-type": "application/json"},
        {"cookie": "accede_session=somebody"},
        {"cookie": "messages=You+have+signed+out"},
    ],
)
def test_whoever_may_be_answered_otherwise_is_asked_for_by_the_view(headers):
    assert times_made(with_form, **headers) == 2


@pytest.mark.parametrize("method", ["HEAD", "POST"])
def test_what_is_kept_answers_only_whoever_reads(method):
    made = []

    @visitor_page
    def counted(request: HttpRequest) -> HttpResponse:
        made.append(request.method)
        return with_form(request)

    ask(counted, RequestFactory().get("/en/sign-in/"))
    ask(counted, RequestFactory().generic(method, "/en/sign-in/", content_type=""))

    assert made == ["GET", method]


def test_what_is_kept_holds_no_token_of_whoever_came_first():
    view = visitor_page(with_form)
    first = ask(view, RequestFactory().get("/en/sign-in/"))
    second = ask(view, RequestFactory().get("/en/sign-in/"))

    assert len(first.content) == len(second.content)
    assert first.content != second.content


def test_a_view_without_the_mark_is_made_each_time():
    made = []

    def unmarked(request: HttpRequest) -> HttpResponse:
        made.append(request)
        return with_form(request)

    for _ in range(2):
        ask(unmarked, RequestFactory().get("/en/sign-in/"))

    assert len(made) == 2
