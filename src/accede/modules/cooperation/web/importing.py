"""Bring a State's list of bilateral treaties into the record on a page."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import opens_to
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.listings import Option
from accede.foundation.pages import BadInput
from accede.foundation.pages.parameters import unknown_parameters
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.cooperation.services.import_columns import COLUMNS, WORDS
from accede.modules.cooperation.services.import_treaties import Given, check_treaties, import_treaties
from accede.modules.reference.queries.sources import authority_words


@opens_to(TREATIES_IMPORT)
def treaty_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a list would change, or bring it in."""
    if problems := unknown_parameters(request.GET, set()):
        raise BadInput(problems)
    return PAGE.answer(request)


def _wording() -> Wording:
    return Wording(
        title=_("Bring a list of bilateral treaties into the record"),
        lede=_("Treaties on extradition and on mutual legal assistance between two States, as a ministry lists them."),
        columns="state_a, state_b, kind, status, signed_on, in_force_on, terminated_on, title, source, note",
        fields=[
            SaidField(
                "state",
                _("Whose list it is"),
                _("Name or code of the State, for a list that names the partner only."),
            )
        ],
        authorities=[Option(key, words) for key, words in authority_words().items()],
        authority="government",
    )


def _given(brought: Brought) -> Given:
    return Given(brought.said["state"] or None, brought.source, brought.new_source, brought.day_order, brought.options)


def check(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a file would change, and change nothing."""
    return check_treaties(brought.path, _given(brought), by=bringing.by, at=bringing.at)


def _carry_out(brought: Brought, bringing: Bringing) -> Outcome:
    return import_treaties(brought.path, _given(brought), bringing, good_rows=brought.good_rows)


PAGE = ImportPage(
    key="cooperation.import-treaties",
    words=WORDS,
    wording=_wording,
    check=check,
    carry_out=_carry_out,
    onwards=lambda: reverse("cooperation:treaty-list"),
    waiting=lambda number: reverse("cooperation:proposed-detail", args=[number]),
    columns=COLUMNS,
)
