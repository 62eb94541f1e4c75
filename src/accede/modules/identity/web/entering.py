"""Sign somebody in who has just proved who they are by a link that was sent or printed."""

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse

from accede.foundation.access import Refused
from accede.modules.identity.queries.signing_in import account
from accede.modules.identity.web.acting import forget_reader


def enter(request: HttpRequest, person: UUID, *, onwards: str) -> HttpResponse:
    """Sign the person in and lead on; who has a second factor is asked for it first.

    The link proves as much as a password typed now, so that a passkey can be added at once.
    """
    user = account(person)
    if user is None:
        raise Refused
    record_authentication(request, user, "password", reauthenticated=True)
    response: HttpResponse = perform_login(request, user, email_verification="none", redirect_url=onwards)
    forget_reader(request)
    return response
