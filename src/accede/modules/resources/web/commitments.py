"""Commitments: the list, one of them, what may pay for a purpose, and what is committed, released and spent."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.finance.availability import Allocation
from accede.core.finance.facts import SUPPORT
from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, carry_out, form_page
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages import read_as_at
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.resources.access import LEDGER_READ, MONEY_RECORD
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.resources.fields.commitments import (
    ON,
    RELEASED,
    SHOWN,
    SPENT,
    SPENT_ON,
    WANTED,
    CommitmentFacts,
    part_of,
    wanted_of,
)
from accede.modules.resources.queries.commitments import commitments_visible_to, lines_of_commitment
from accede.modules.resources.services.commitments import UnableToCommit
from accede.modules.resources.services.purposes import commit_written, release_written, spend_written
from accede.modules.resources.web.may_pay import allocation_shown, may_pay, purpose_choices
from accede.modules.resources.web.parts import section


@opens_to(LEDGER_READ)
def commitments(request: HttpRequest) -> HttpResponseBase:
    """List what is committed, by purpose."""
    ways = [
        Link(_("Commit money"), reverse("resources:commitment-new")),
        Link(_("Bring in expenditure"), reverse("resources:expenditure-import")),
    ]
    asked = Link(_("What may pay for this?"), reverse("resources:may-pay"))
    page = ListPage[CommitmentFacts](
        name="commitments",
        title=_("Commitments"),
        empty=_("What is committed for an activity or a request appears here."),
        context={
            **section(request, "commitments"),
            "ways": [asked, *(ways if can(actor_of(request), MONEY_RECORD) else [])],
            "lede": _("Amounts are with programme support cost."),
        },
        leads=Leads(lambda one: _address(one.reference)),
    )
    return page.answer(request, SHOWN, commitments_visible_to(actor_of(request), on=clock.today()))


@opens_to(LEDGER_READ)
@takes("purpose", "on")
def commitment(request: HttpRequest) -> HttpResponse:
    """Show what is committed for a purpose and was spent of it by a day, by contribution and object."""
    actor, on = actor_of(request), read_as_at(request.GET).on
    found = _found(request)
    lines = lines_of_commitment(actor, found.reference, on=on)
    shown = next(iter(commitments_visible_to(actor, on=on, purpose=found.reference)), None)
    context = {
        **section(request, "commitments"),
        "title": found.reference,
        "purpose": found.reference,
        "ways": _ways(found) if can(actor, MONEY_RECORD) else [],
        "rows": shown_fields(SHOWN, shown, actor) if shown else [],
        "on": on,
        "lines": [
            (one, OBJECTS[one.spent_on], format_amount(one.committed), format_amount(one.spent)) for one in lines
        ],
    }
    return render(request, "resources/commitment.html", context)


@opens_to(MONEY_RECORD)
@takes()
def commitment_new(request: HttpRequest) -> HttpResponse:
    """Commit money for a purpose, or say why it cannot be."""
    form = FieldsForm(WANTED, request, choices=purpose_choices())
    form.initial.setdefault(ON.key, clock.today())
    refused: list[Finding[Allocation]] = []

    def act() -> str:
        wanted = wanted_of(form.given)
        try:
            commit_written(wanted, by=actor_of(request), at=clock.now())
        except UnableToCommit as unable:
            refused.append(unable.finding)
            raise
        return _address(wanted.reference)

    if response := carry_out(request, form, act):
        return response
    on = wanted_of(form.given).on if refused else None
    context = {
        **section(request, "commitments"),
        "title": _("Commit money"),
        "button": _("Commit"),
        "lede": _("What each object costs, without programme support cost, which is reckoned upon it."),
        "back": Link(_("Leave it as it is"), reverse("resources:commitments")),
        "shown": allocation_shown(refused[0], on, actor_of(request), get_language() or "en") if on else None,
    }
    return form_page(request, form, "resources/commit.html", context)


@opens_to(MONEY_RECORD)
@takes("purpose")
def commitment_release(request: HttpRequest) -> HttpResponse:
    """Release a part of a commitment."""
    found = _found(request)
    form = FieldsForm(RELEASED, request, choices=_objects(request, found))

    def act() -> str:
        release_written(found.reference, part_of(form.given), by=actor_of(request), at=clock.now())
        return _address(found.reference)

    lede = _("What is released is free again for other purposes, with the programme support cost upon it.")
    return carry_out(request, form, act) or _part_page(request, form, found, _("Release"), lede)


@opens_to(MONEY_RECORD)
@takes("purpose")
def commitment_spend(request: HttpRequest) -> HttpResponse:
    """Record what was spent of a commitment."""
    found = _found(request)
    form = FieldsForm(SPENT, request, choices=_objects(request, found))

    def act() -> str:
        spend_written(found.reference, part_of(form.given), by=actor_of(request), at=clock.now())
        return _address(found.reference)

    lede = _("Programme support cost is charged upon what was spent. So much of the commitment goes.")
    return carry_out(request, form, act) or _part_page(request, form, found, _("Record"), lede)


def _part_page(request: HttpRequest, form: FieldsForm, found: CommitmentFacts, button: str, lede: str) -> HttpResponse:
    context = {
        **section(request, "commitments"),
        "title": found.reference,
        "button": button,
        "lede": lede,
        "back": Link(_("Leave it as it is"), _address(found.reference)),
    }
    return form_page(request, form, "records/form.html", context)


def _found(request: HttpRequest) -> CommitmentFacts:
    purpose = request.GET.get("purpose", "").replace("\x00", "")
    found = commitments_visible_to(actor_of(request), on=clock.today(), purpose=purpose) if purpose else []
    if not found:
        raise Refused
    return found[0]


def _address(purpose: str, name: str = "commitment") -> str:
    return f"{reverse(f'resources:{name}')}?{urlencode({'purpose': purpose})}"


def _ways(found: CommitmentFacts) -> list[Link]:
    if not found.committed:
        return []
    return [
        Link(_("Record expenditure"), _address(found.reference, "commitment-spend")),
        Link(_("Release a part"), _address(found.reference, "commitment-release")),
    ]


def _objects(request: HttpRequest, found: CommitmentFacts) -> Mapping[str, Mapping[str, str]]:
    """Return the objects of which something is committed, for the form to choose among."""
    lines = lines_of_commitment(actor_of(request), found.reference, on=clock.today())
    sums = {one.spent_on: str(OBJECTS[one.spent_on]) for one in lines if one.committed and one.spent_on != SUPPORT}
    return {SPENT_ON.key: {"": _("Choose"), **sums}}


urlpatterns = [
    path("commitments/", commitments, name="commitments"),
    path("commitments/one/", commitment, name="commitment"),
    path("commitments/new/", commitment_new, name="commitment-new"),
    path("commitments/release/", commitment_release, name="commitment-release"),
    path("commitments/spend/", commitment_spend, name="commitment-spend"),
    path("may-pay/", may_pay, name="may-pay"),
]
