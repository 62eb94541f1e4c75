"""Answer a consultation without an account, by the link that the office of a body was sent; it works once."""

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, PUBLIC, Refused, opens_to
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, form_page
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.coordination.fields.codes import ANSWERS
from accede.modules.coordination.fields.consultations import ANSWER, ANSWERED, TOLD, answer_of
from accede.modules.coordination.services.consultations import answer_by_link, consultation_with_token
from accede.modules.coordination.web.parts import to_choose


@opens_to(PUBLIC)
@never_cache
@takes()
def answer_without_account(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a body is asked, and take its answer."""
    refused: HttpResponse | None = ratelimit.consume_or_429(
        request, app="allauth.account", action="invitation", limit_get=True
    )
    if refused:
        return refused
    found = consultation_with_token(token, at=clock.now())
    if found is None:
        return _closed(request)
    form = FieldsForm(ANSWERED, request, choices={ANSWER.key: to_choose(ANSWERS)})
    if request.method == "POST" and form.is_valid():
        try:
            answer_by_link(token, answer_of(form.given), at=clock.now())
        except Refused:
            # Somebody was quicker with the same link.
            return _closed(request)
        except UnableTo as unable:
            form.add_problems(unable.problems)
        else:
            return render(request, "coordination/answered.html", {"title": _("Your answer is recorded.")})
    context = {
        "title": _("The programme asks %(body)s") % {"body": found.body_name},
        "rows": [row for row in shown_fields(TOLD, found, ANONYMOUS) if row.words or row.day],
        "words": found.words,
        "lede": _("This link works once. Whoever opens it can answer: keep it within your office."),
        "button": _("Answer"),
    }
    return form_page(request, form, "coordination/answer.html", context)


def _closed(request: HttpRequest) -> HttpResponse:
    context = {"title": _("This link does not work any more")}
    return render(request, "coordination/link_closed.html", context, status=HTTPStatus.NOT_FOUND)


urlpatterns = [path("answer/<str:token>/", answer_without_account, name="answer-by-link")]
