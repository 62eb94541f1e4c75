"""One's own account: name, language, time zone, sessions, data."""

import json

from django.conf import settings
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity import events
from accede.modules.identity.queries.own_data import own_data
from accede.modules.identity.queries.people import memberships_of
from accede.modules.identity.queries.signing_in import factors_of, sessions_of
from accede.modules.identity.services.people import change_account, time_zones
from accede.modules.identity.services.sessions import end_all_sessions, note
from accede.modules.identity.web.acting import Reader, reader_of
from accede.modules.identity.web.forms import AccountForm
from accede.modules.identity.web.gate import before_second_factor


@before_second_factor
@opens_to(SIGNED_IN)
@takes("saved", "address")
def account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own account."""
    reader = _reader(request)
    given = {
        "name": reader.person.name,
        "language": reader.person.language,
        "time_zone": reader.person.time_zone,
    }
    form = AccountForm(request.POST or None, initial=given, time_zones=sorted(time_zones()))
    if request.method == "POST" and form.is_valid():
        wish = form.cleaned_data
        try:
            change_account(
                name=wish["name"],
                language=wish["language"],
                time_zone=wish["time_zone"],
                by=actor_of(request),
                at=clock.now(),
            )
        except UnableTo as error:
            form.add_problems(error.problems)
        else:
            with translation.override(wish["language"]):
                return HttpResponseRedirect(f"{reverse('identity:account')}?saved=1")
    return render(
        request,
        "identity/account.html",
        {
            "form": form,
            "saved": request.method == "GET" and "saved" in request.GET,
            "address_taken": request.method == "GET" and "address" in request.GET,
            "person": reader.person,
            "factors": factors_of(reader.person.id),
            "sessions": sessions_of(reader.person.id),
            "memberships": memberships_of(reader.person.id),
        },
    )


@before_second_factor
@opens_to(SIGNED_IN)
@require_POST
@takes()
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session, this one too."""
    end_all_sessions(by=actor_of(request), at=clock.now())
    logout(request)
    return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?signed_out=everywhere")


@opens_to(SIGNED_IN)
@takes()
def data(request: HttpRequest) -> HttpResponse:
    """Give a person all that is kept of them, as JSON."""
    reader = _reader(request)
    note(events.DATA_EXPORTED, by=actor_of(request), at=clock.now())
    body = json.dumps(own_data(reader.person.id), ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    return HttpResponse(
        body,
        content_type="application/json",
        headers={
            "Content-Disposition": 'attachment; filename="accede-my-data.json"',
            "Content-Language": get_language() or settings.LANGUAGE_CODE,
        },
    )


def _reader(request: HttpRequest) -> Reader:
    reader = reader_of(request)
    if reader is None:
        raise Refused
    return reader
