"""Organisations: the list, one of them with those who act for it, and recording, changing and ending one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Entry, Field, shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.access import ORGANISATIONS_RECORD
from accede.modules.identity.fields.organisations import ROLES, SHOWN, STATED, OrganisationFacts, details_of
from accede.modules.identity.queries.organisations import (
    organisation_visible_to,
    organisations_visible_to,
    others_beside,
)
from accede.modules.identity.queries.people import members_of, people_visible_to
from accede.modules.identity.services.memberships import add_member, end_membership
from accede.modules.identity.services.organisations import change_organisation, end_organisation, record_organisation
from accede.modules.identity.web.forms import MemberForm

SINCE = Field[object](
    "roles_since",
    lazy("Roles count from"),
    lambda _one: clock.today(),
    Kind.DAY,
    entry=Entry(needed=lazy("Write from which day it counts."), hint=lazy("Roles left out end on this day.")),
)
ENDS_ON = Field[object](
    "ended_on", lazy("Ended on"), lambda _one: clock.today(), Kind.DAY, entry=Entry(needed=lazy("Write the day."))
)
INTO = Field[object](
    "joined_into",
    lazy("Joined into"),
    lambda _one: "",
    choices={},
    entry=Entry(hint=lazy("Those who act for it then act for the other one.")),
)


@opens_to(SIGNED_IN)
def organisations(request: HttpRequest) -> HttpResponseBase:
    """List the organisations that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Record an organisation"), reverse("identity:organisation-new"))]
    page = ListPage[OrganisationFacts](
        name="organisations",
        title=_("Organisations"),
        empty=_("The organisations for which you act appear here."),
        context={"ways": ways if can(actor, ORGANISATIONS_RECORD) else []},
        leads=Leads(lambda one: address_of(one.id)),
    )
    return page.answer(request, SHOWN, organisations_visible_to(actor, on=clock.today()))


@opens_to(ORGANISATIONS_RECORD)
@takes()
def new(request: HttpRequest) -> HttpResponse:
    """Record an organisation."""
    form = FieldsForm((*STATED, SINCE), request)
    form.initial.setdefault(SINCE.key, clock.today().isoformat())

    def act() -> str:
        made = record_organisation(
            details_of(form.given), since=form.given.day(SINCE), by=actor_of(request), at=clock.now()
        )
        return address_of(made.id)

    context = {"title": _("Record an organisation"), "button": _("Record")}
    return answer_form(request, form, act, context)


@opens_to(ORGANISATIONS_RECORD)
@takes()
def change(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Correct an organisation, and what it is to the programme from a day on."""
    found = _found(request, organisation)
    form = FieldsForm((*STATED, SINCE), request, thing=found)

    def act() -> str:
        change_organisation(
            organisation, details_of(form.given), since=form.given.day(SINCE), by=actor_of(request), at=clock.now()
        )
        return address_of(organisation)

    context = {"title": found.name, "back": Link(_("Leave it as it is"), address_of(organisation))}
    return answer_form(request, form, act, context)


@opens_to(ORGANISATIONS_RECORD)
@takes()
def end(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Record that an organisation has ended, or that it was joined into another."""
    found = _found(request, organisation)
    others = {"": _("No other organisation"), **others_beside(organisation)}
    form = FieldsForm((ENDS_ON, INTO), request, thing=found, choices={INTO.key: others})

    def act() -> str:
        on, into = form.given.day(ENDS_ON) or clock.today(), form.given.key_of_thing(INTO)
        end_organisation(organisation, on=on, into=into, by=actor_of(request), at=clock.now())
        return address_of(organisation)

    context = {
        "title": found.name,
        "lede": _("From this day on nobody acts for it. What is recorded of it stays."),
        "button": _("Record that it has ended"),
        "back": Link(_("Leave it as it is"), address_of(organisation)),
    }
    return answer_form(request, form, act, context)


@opens_to(SIGNED_IN)
@takes()
def organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Show an organisation and who acts for it; whoever may, adds a person."""
    actor, today = actor_of(request), clock.today()
    found = _found(request, organisation)
    may_record = can(actor, ORGANISATIONS_RECORD) and found.ended_on is None
    candidates = people_visible_to(actor, on=today) if may_record else []
    form = MemberForm(
        request.POST or None,
        initial={"valid_from": today},
        people=[(str(one.id), one.name) for one in candidates if one.is_active],
    )

    def act() -> str:
        if not may_record:
            raise Refused
        wish = form.cleaned_data
        add_member(
            organisation,
            person=UUID(wish["person"]),
            is_coordinator=wish["is_coordinator"],
            valid_from=wish["valid_from"],
            by=actor,
            at=clock.now(),
        )
        return request.path

    context = {
        "title": found.names.to(get_language() or "en", otherwise=found.name),
        "notice": _("This organisation is invented, for trying the product out.") if found.is_sample else "",
        "ways": _ways(found) if may_record else [],
        "rows": shown_fields(SHOWN, found, actor),
        "organisation": found,
        "other": organisation_visible_to(actor, found.joined_into, on=today) if found.joined_into else None,
        "periods": [(ROLES.get(one.role, one.role), one.since, one.until) for one in found.periods],
        "members": members_of(organisation),
        "may_record": may_record,
        "today": today,
    }
    return answer_form(request, form, act, context, template="identity/organisation.html")


@opens_to(ORGANISATIONS_RECORD)
@require_POST
@takes()
def end_member(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """Have a person no longer act for an organisation, from today."""
    try:
        end_membership(membership, on=clock.today(), by=actor_of(request), at=clock.now())
    except UnableTo as error:
        return render(request, "identity/unable.html", {"problems": list(error.problems.values())}, status=409)
    return HttpResponseRedirect(address_of(organisation))


def address_of(organisation: UUID) -> str:
    """Return the address of an organisation's page."""
    return reverse("identity:organisation", args=[organisation])


def _found(request: HttpRequest, organisation: UUID) -> OrganisationFacts:
    return or_refuse(organisation_visible_to(actor_of(request), organisation, on=clock.today()))


def _ways(found: OrganisationFacts) -> list[Link]:
    return [
        Link(_("Change this organisation"), reverse("identity:organisation-change", args=[found.id])),
        Link(_("It has ended"), reverse("identity:organisation-end", args=[found.id])),
    ]


urlpatterns = [
    path("", organisations, name="organisations"),
    path("new/", new, name="organisation-new"),
    path("<uuid:organisation>/", organisation, name="organisation"),
    path("<uuid:organisation>/change/", change, name="organisation-change"),
    path("<uuid:organisation>/end/", end, name="organisation-end"),
    path("<uuid:organisation>/members/<uuid:membership>/end/", end_member, name="membership-end"),
]
