"""What opens without an account: checking a certificate, answering by a link, the notice on what is kept."""

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accede.core.training.keeping import KEPT_YEARS
from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to
from accede.foundation.forms.base import FieldsForm, form_page
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.training.fields.following import STATED, USE, USES, follow_up_of
from accede.modules.training.queries.certificates import check_certificate
from accede.modules.training.services.following import answer_by_link, follow_up_with_token
from accede.modules.training.web.parts import section, to_choose


@opens_to(PUBLIC)
@takes()
def notice(request: HttpRequest) -> HttpResponse:
    """Say what is kept on an official, why, how long, and who sees it."""
    context = {
        **section(request, "notice"),
        "title": _("What is kept on officials who are nominated for training"),
        "years": KEPT_YEARS,
    }
    return render(request, "training/notice.html", context)


@opens_to(PUBLIC)
@never_cache
@takes()
def certificate(request: HttpRequest, certificate: str) -> HttpResponse:
    """Say whether there is a certificate of a number, and what its holder lets it show; nobody guesses twenty signs."""
    found = check_certificate(certificate)
    title = _("This certificate is valid") if found else _("There is no certificate of this number")
    status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
    return render(request, "training/certificate.html", {"title": title, "found": found}, status=status)


@opens_to(PUBLIC)
@never_cache
@takes()
def answer_without_account(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a participant is asked, and take the answer."""
    if refused := _too_many(request):
        return refused
    found = follow_up_with_token(token, at=clock.now())
    if found is None:
        return _closed(request)
    form = FieldsForm(STATED, request, choices={USE.key: to_choose(USES)})
    if request.method == "POST" and form.is_valid():
        try:
            answer_by_link(token, follow_up_of(form.given), at=clock.now())
        except Refused:
            # Somebody was quicker with the same link.
            return _closed(request)
        except UnableTo as unable:
            form.add_problems(unable.problems)
        else:
            context = {"title": _("Your answer is recorded."), "lede": _("The link works no more.")}
            return render(request, "records/page.html", context)
    context = {
        "title": found.title,
        "lede": _("Three short questions. This link works once, and shows nobody’s name."),
        "button": _("Answer"),
    }
    return form_page(request, form, "records/form.html", context)


def _too_many(request: HttpRequest) -> HttpResponse | None:
    refused: HttpResponse | None = ratelimit.consume_or_429(
        request, app="allauth.account", action="follow_up", limit_get=True
    )
    return refused


def _closed(request: HttpRequest) -> HttpResponse:
    words = _("It was used, or its time is over. Your authority can answer for you.")
    context = {"title": _("This link does not work any more"), "lede": words}
    return render(request, "records/page.html", context, status=HTTPStatus.NOT_FOUND)


urlpatterns = [
    path("notice/", notice, name="notice"),
    path("certificates/<str:certificate>/", certificate, name="certificate"),
    path("answer/<str:token>/", answer_without_account, name="answer-by-link"),
]
