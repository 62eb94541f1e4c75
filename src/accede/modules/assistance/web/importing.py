"""Bring a register of requests in from a file, on a page."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.pages.parameters import takes
from accede.modules.assistance.access import REQUESTS_HANDLE
from accede.modules.assistance.services import import_requests
from accede.modules.assistance.services.import_requests import RequestsGiven, check_requests


@opens_to(REQUESTS_HANDLE)
@takes()
def requests_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a register would add, or bring it in."""
    require(actor_of(request), REQUESTS_HANDLE, on=ALL)
    return PAGE.answer(request)


def _wording() -> Wording:
    hint = _("Of rows that do not say theirs: en, fr, es, ru, ar or zh-hans.")
    return Wording(
        title=_("Bring in a register of requests"),
        lede=_(
            "A table of requests that were kept elsewhere. Each comes in as received on its day; what has become of it "
            "since is recorded by its steps."
        ),
        columns=", ".join(import_requests.COLUMNS),
        fields=[SaidField("written_in", _("Language of the request"), hint)],
    )


def check_requests_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a register would add, and change nothing."""
    return check_requests(brought.path, _given(brought), by=bringing.by, at=bringing.at)


def bring_requests(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring a register in."""
    return import_requests.import_requests(brought.path, _given(brought), bringing, good_rows=brought.good_rows)


def _given(brought: Brought) -> RequestsGiven:
    return RequestsGiven(brought.said.get("written_in", ""), brought.day_order, brought.options)


PAGE = ImportPage(
    key="assistance.import-requests",
    words=import_requests.WORDS,
    wording=_wording,
    check=check_requests_brought,
    carry_out=bring_requests,
    onwards=lambda: reverse("assistance:requests"),
    columns=import_requests.COLUMNS,
)
urlpatterns = [path("import/", requests_import, name="import")]
