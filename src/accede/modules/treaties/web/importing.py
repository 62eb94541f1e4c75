"""Bring a table of acts into the record on a page."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.listings import Option
from accede.foundation.pages import BadInput
from accede.foundation.pages.parameters import unknown_parameters
from accede.modules.reference.queries.sources import authority_words
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.import_acts import WORDS, Given, check_acts, import_acts
from accede.modules.treaties.services.import_columns import TEMPLATE
from accede.modules.treaties.services.import_headings import ACT_HEADINGS


@opens_to(ACTS_IMPORT)
def act_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a file would change, or bring it in."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    if problems := unknown_parameters(request.GET, set()):
        raise BadInput(problems)
    return PAGE.answer(request)


def _wording() -> Wording:
    language = get_language() or "en"
    instruments = current_register().instruments
    return Wording(
        title=_("Bring acts into the record"),
        lede=_("Acts under the universal instruments: signatures, deposits, declarations, withdrawals, denunciations."),
        columns="instrument, state, kind, on, in_force_on, source, note …",
        fields=[
            SaidField(
                "instrument",
                _("Instrument"),
                _("Of rows that name none, and of a depositary’s own table of participants."),
                [Option(key, instrument.title(language).short) for key, instrument in instruments.items()],
                _("Each row names its own"),
            )
        ],
        authorities=[Option(key, words) for key, words in authority_words().items()],
        authority="secondary",
    )


def _given(brought: Brought) -> Given:
    return Given(
        brought.said["instrument"] or None, brought.source, brought.new_source, brought.day_order, brought.options
    )


def _check(brought: Brought, bringing: Bringing) -> Outcome:
    return check_acts(brought.path, _given(brought), by=bringing.by, at=bringing.at)


def _carry_out(brought: Brought, bringing: Bringing) -> Outcome:
    return import_acts(brought.path, _given(brought), bringing, good_rows=brought.good_rows)


PAGE = ImportPage(
    key="treaties.import-acts",
    words=WORDS,
    wording=_wording,
    check=_check,
    carry_out=_carry_out,
    onwards=lambda: reverse("treaties:act-list"),
    waiting=lambda number: reverse("treaties:proposed-detail", args=[number]),
    columns=(*TEMPLATE, *ACT_HEADINGS),
)
